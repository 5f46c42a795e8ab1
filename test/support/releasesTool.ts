import type {Locator} from 'playwright-core'
import {expect} from 'vitest'
import {goTo, LOADING, type StudioPage} from './studioPage.ts'

/** What an editor does in the Studio's tool for releases. */
export interface ReleasesTool {
  /** Creates a release and opens it; resolves with its id. */
  create(title: string): Promise<string>
  /** Opens an active release from the list. */
  open(title: string): Promise<void>
  /** The open release's document with this title. */
  row(title: string): Locator
  /** Chooses an action of a document's menu in the open release; ends with the dialog that asks whether to do it. */
  chooseFor(title: string, action: string): Promise<void>
  /** The same of the open release's menu. */
  choose(action: string): Promise<void>
  /** The same with a button, e.g. the one that runs, reverts or unschedules the open release. */
  press(button: string): Promise<void>
  /** Fills in the open dialog that asks for a date, as `Jan 2, 2030 10:00` in the editor's time zone. */
  pickTime(time: string): Promise<void>
}

/** A click that is tried again when it does not come to pass, e.g. as a dialog came in between. */
const SOON = {timeout: 5_000}

/** The tool for releases of the Studio in this page, at this origin. */
export function releasesTool({page, confirm}: StudioPage, origin: string): ReleasesTool {
  const row = (title: string) => page.getByTestId('table-row').filter({hasText: title})
  const newRelease = page.getByRole('button', {name: '새 릴리스'})
  const dialog = page.getByRole('dialog')
  const documents = page.getByTestId('document-table-card')

  /** Again where the Studio went somewhere else at the same time, as it does after adding a document to a release. */
  const list = async (): Promise<void> => {
    const address = `${origin}/studio/releases`
    const isThere = async (): Promise<boolean> => {
      if (new URL(page.url()).pathname !== new URL(address).pathname) await goTo(page, address)
      return newRelease.isVisible()
    }
    await expect.poll(isThere, {timeout: LOADING, interval: 500}).toBe(true)
  }

  /** Again until the dialog is there: the Studio loses a click on what it is about to draw anew. */
  const ask = async (click: () => Promise<void>): Promise<void> => {
    await dialog.waitFor({state: 'hidden'})
    const isAsking = async (): Promise<boolean> => {
      if (!(await dialog.isVisible())) await click()
      return dialog.isVisible()
    }
    await expect.poll(isAsking, {timeout: LOADING, interval: 1_000}).toBe(true)
  }

  return {
    row,
    create: async (title) => {
      await list()
      await ask(() => newRelease.click(SOON))
      await page.getByTestId('release-form-title').fill(title)
      await page.getByTestId('submit-release-button').click()
      await page.waitForURL(/\/releases\/r\w+/)
      return /\/releases\/(r\w+)/.exec(page.url())?.[1] ?? ''
    },
    open: async (title) => {
      await list()
      const isOpen = async (): Promise<boolean> => {
        if (await documents.isVisible()) return true
        await list()
        await row(title).locator('a').first().click(SOON)
        return documents.isVisible()
      }
      await expect.poll(isOpen, {timeout: LOADING, interval: 1_000}).toBe(true)
    },
    chooseFor: async (title, action) => {
      const item = page.getByRole('menuitem', {name: action})
      await ask(async () => {
        if (!(await item.isVisible())) await row(title).getByRole('button').last().click(SOON)
        await item.click(SOON)
      })
    },
    choose: async (action) => {
      const item = page.getByTestId(`${action}-menu-item`)
      await ask(async () => {
        if (!(await item.isVisible())) await page.getByTestId('release-menu-button').click(SOON)
        await item.click(SOON)
      })
    },
    press: (button) => ask(() => page.getByTestId(button).click(SOON)),
    pickTime: async (time) => {
      const input = dialog.getByTestId('date-input')
      await input.fill(time)
      await input.blur()
      await confirm()
    },
  }
}
