import type {Locator, Page} from 'playwright-core'
import {expect} from 'vitest'

/** What an editor does in the Studio's form, by the words of its Korean interface. */
export interface StudioPage {
  page: Page
  /** Opens the document by its published id, from the list of its type. */
  open(type: string, id: string): Promise<void>
  /** Waits for the form of an opened document. Sanity draws it a second time once it knows that comments are on. */
  ready(): Promise<void>
  /** One field of the open document, by its path. */
  field(path: string): Locator
  textbox(path: string): Locator
  tab(group: string): Promise<void>
  publish(): Promise<void>
  /** Chooses an action of the open document's menu. */
  choose(action: string): Promise<void>
  /** Presses the button of the open dialog that goes through with it. */
  confirm(): Promise<void>
}

/** How long the Studio may take to load on a busy machine, in milliseconds: it is six megabytes of code. */
export const LOADING = 180_000

/** The Studio in this page, at this origin. */
export function studioPage(page: Page, origin: string): StudioPage {
  const ready = () =>
    page.getByTestId('form-view').getByLabel('댓글').first().waitFor({state: 'attached', timeout: LOADING})
  const field = (path: string) => page.getByTestId(`field-${path}`)
  return {
    page,
    ready,
    field,
    textbox: (path) => field(path).getByRole('textbox'),
    open: async (type, id) => {
      const form = page.getByTestId('form-view')
      await goTo(page, `${origin}/studio/structure/${type}`)
      await form.waitFor({state: 'detached'})
      await goTo(page, `${origin}/studio/structure/${type};${id}`)
      await ready()
    },
    tab: (group) => page.getByTestId(`group-tab-${group}`).click(),
    publish: async () => {
      const button = page.getByTestId('action-게시')
      await expect.poll(() => button.isEnabled()).toBe(true)
      // A click gets lost when the button is drawn anew while it is pressed. What the Studio says is for a test that fails.
      const state = async () => {
        if (await button.isEnabled()) await button.click()
        return {isDone: await button.isDisabled(), told: await page.locator('[data-ui="Toast"]').allInnerTexts()}
      }
      await expect.poll(state, {interval: 2_000}).toMatchObject({isDone: true})
    },
    choose: async (action) => {
      const button = page.getByTestId('pane-footer').getByTestId('action-menu-button')
      const item = page.getByRole('menuitem', {name: action})
      // The menu closes when the document's actions change, as they do while it is loading.
      const isChosen = async () => {
        if ((await item.count()) === 0) await button.click()
        await item.click({timeout: 2_000})
        return true
      }
      await expect.poll(isChosen, {timeout: 60_000}).toBe(true)
    },
    confirm: () => page.getByRole('dialog').getByTestId('confirm-button').click(),
  }
}

/** Goes there without loading the Studio again where it is open already, as its own links do. */
export async function goTo(page: Page, url: string): Promise<void> {
  if (!page.url().startsWith(new URL('/studio', url).href)) return void (await page.goto(url))
  await page.evaluate((address) => {
    history.pushState(null, '', address)
    dispatchEvent(new PopStateEvent('popstate'))
  }, url)
}
