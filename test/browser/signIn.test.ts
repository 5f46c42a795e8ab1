import type {Page} from 'playwright-core'
import {expect, test} from 'vitest'
import {addAccount, changePassword} from '../support/addAccount.ts'
import {studioPage} from '../support/studioPage.ts'
import {useLectern} from '../support/useLectern.ts'
import {openWatchedPage} from '../support/watchedPage.ts'

const TITLE = '백엔드 개발에 대한 짧은 견해'
/** How long a busy machine may take to load the Studio. */
const LOADING = 120_000
const PASSWORD = 'correct horse battery'

const {lectern, browser, dataDir} = useLectern({
  env: {HOST: '0.0.0.0'},
  arrange: async ({dataDir}) => {
    await addAccount(dataDir(), {name: 'yuna', role: 'editor', password: PASSWORD})
    await addAccount(dataDir(), {name: 'minsu', role: 'viewer', password: PASSWORD})
  },
})

const provider = (page: Page) => page.getByText('이 서버의 계정')
const titleField = (page: Page) => page.getByTestId('field-title').getByRole('textbox')
const titleInLake = () =>
  lectern().client().fetch<string>('*[_type == "talk"][0].title', {}, {perspective: 'published'})

const openStudio = (page: Page) => page.goto(`${lectern().url}/studio`, {timeout: LOADING})

async function fillForm(page: Page, name: string, password: string): Promise<void> {
  await page.getByLabel('이름').fill(name, {timeout: LOADING})
  await page.getByLabel('비밀번호').fill(password)
  await page.getByRole('button', {name: '로그인'}).click({timeout: LOADING})
}

async function openTalk(page: Page): Promise<void> {
  await page.getByText('모든 발표').click({timeout: LOADING})
  await page.getByText(TITLE).first().click()
  await studioPage(page, lectern().url).ready()
}

async function signOut(page: Page): Promise<void> {
  await page.locator('#user-menu').click()
  await page.getByRole('menuitem', {name: '로그아웃'}).click()
  await provider(page).waitFor()
}

test('an editor signs in, edits and publishes; after signing out nothing is left open', async () => {
  const {page, problems} = await openWatchedPage(browser(), lectern().url)
  await openStudio(page)
  await fillForm(page, 'yuna', PASSWORD)
  await openTalk(page)

  await titleField(page).fill(`${TITLE}, 고침`)
  const publish = page.getByTestId('action-게시')
  await expect.poll(() => publish.isEnabled()).toBe(true)
  await publish.click()
  await expect.poll(titleInLake).toBe(`${TITLE}, 고침`)

  const {name} = (await page.context().cookies())[0] ?? {}
  expect(name).toMatch(/^lake_session_/)
  // Signing out may refuse a query that is under way, so what should not happen is counted before.
  expect(problems).toEqual([])
  await signOut(page)
  expect(await page.context().cookies()).toEqual([])
  await provider(page).click()
  await page.getByLabel('비밀번호').waitFor()
  await page.context().close()
})

test('another password signs out a Studio that is open, and asks for the new one', async () => {
  const password = 'another battery'
  const account = {name: 'haneul', role: 'editor', password: PASSWORD} as const
  await addAccount(dataDir(), account)
  const {page} = await openWatchedPage(browser(), lectern().url)
  await openStudio(page)
  await fillForm(page, account.name, account.password)
  await openTalk(page)
  const opened = new URL(page.url()).pathname

  await changePassword(dataDir(), {...account, password})
  // The Studio notices by itself sooner or later, at the latest when it is to save something.
  await Promise.any([titleField(page).fill('아무도 저장하지 않은 제목'), provider(page).waitFor()])
  await provider(page).click()
  await fillForm(page, account.name, PASSWORD)
  await expect.poll(() => page.getByRole('alert').innerText()).toBe('이름이나 비밀번호가 맞지 않습니다.')
  await fillForm(page, account.name, password)
  await studioPage(page, lectern().url).ready()
  expect(page.url()).toContain(opened)
  expect(await titleField(page).isEditable()).toBe(true)
  await page.context().close()
})

test('a viewer reads the same form and can change nothing', async () => {
  const {page, problems} = await openWatchedPage(browser(), lectern().url)
  await openStudio(page)
  await fillForm(page, 'minsu', PASSWORD)
  await openTalk(page)
  await page.getByText('Viewer 역할에는 이 문서를 편집할 권한이 없습니다.').waitFor()
  expect(await titleField(page).inputValue()).toBe(await titleInLake())
  expect(await titleField(page).isEditable()).toBe(false)
  expect(await page.getByTestId('action-게시').isDisabled()).toBe(true)
  expect(await page.getByText('편집 요청하기').count()).toBe(0)
  expect(problems).toEqual([])
  await page.goto(`${lectern().url}/studio/releases`)
  await expect.poll(() => page.getByRole('button', {name: '새 릴리스'}).isDisabled()).toBe(true)
  await signOut(page)
  await page.context().close()
})

test('a wrong password is told, and after ten the right one has to wait', async () => {
  const {page} = await openWatchedPage(browser(), lectern().url)
  await openStudio(page)
  const alert = page.getByRole('alert')
  for (let attempt = 0; attempt < 10; attempt += 1) {
    await fillForm(page, 'minsu', `wrong password ${attempt}`)
    await expect.poll(() => alert.innerText()).toBe('이름이나 비밀번호가 맞지 않습니다.')
  }
  await fillForm(page, 'minsu', PASSWORD)
  await expect.poll(() => alert.innerText()).toBe('시도가 너무 많습니다. 잠시 후 다시 해 보세요.')
  expect(await page.context().cookies()).toEqual([])
})
