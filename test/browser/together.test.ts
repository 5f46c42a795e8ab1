import {execFileSync} from 'node:child_process'
import type {Browser} from 'playwright-core'
import {afterAll, afterEach, beforeAll, expect, test} from 'vitest'
import {launchChromium} from '../support/chromium.ts'
import {createDataDir, type RunningLectern, startLectern} from '../support/startLectern.ts'
import {type StudioPage, studioPage} from '../support/studioPage.ts'
import {openWatchedPage, type WatchedPage} from '../support/watchedPage.ts'

const TALK = 'talk-together'
const PASSWORD = '두 사람이 함께 쓰는 긴 비밀번호'
const {dataDir, remove} = createDataDir()
let lectern: RunningLectern
let browser: Browser
let kim: Editor
let lee: Editor

interface Editor extends StudioPage {
  watched: WatchedPage
}

beforeAll(async () => {
  addAccount('kim', 'Kim Minji')
  addAccount('lee', 'Lee Junho')
  ;[lectern, browser] = await Promise.all([startLectern({dataDir, env: {HOST: '0.0.0.0'}}), launchChromium()])
  await lectern
    .client()
    .createOrReplace({_id: TALK, _type: 'talk', title: '함께 쓰는 발표', start: '2024-05-01T10:00:00Z'})
  ;[kim, lee] = await Promise.all([signIn('kim'), signIn('lee')])
})
afterEach(() => {
  for (const editor of [kim, lee]) editor?.watched.assertQuiet()
})
afterAll(async () => {
  await browser?.close()
  await lectern?.kill()
  remove()
})

function addAccount(login: string, display: string): void {
  const args = [
    'lake/auth/cli.ts',
    'accounts',
    'add',
    login,
    '--role=editor',
    `--display=${display}`,
    `--data=${dataDir}`,
  ]
  execFileSync(process.execPath, args, {input: `${PASSWORD}\n`, stdio: ['pipe', 'ignore', 'pipe']})
}

async function signIn(login: string): Promise<Editor> {
  const watched = await openWatchedPage(browser, lectern.url)
  const {page} = watched
  await page.goto(`${lectern.url}/v1/auth/login/local?origin=${encodeURIComponent(`${lectern.url}/studio`)}`)
  await page.locator('[name=login]').fill(login)
  await page.locator('[name=password]').fill(PASSWORD)
  await page.getByRole('button').click()
  const studio = studioPage(page, lectern.url)
  await studio.open('talk', TALK)
  return {...studio, watched}
}

const stored = () => lectern.client().withConfig({perspective: 'drafts'}).getDocument(`drafts.${TALK}`)

test('an edit shows at once in the window of another editor, and where they are', async () => {
  await kim.textbox('title').click()
  await kim.page.keyboard.press('End')
  await kim.page.keyboard.type(' 하나')
  await expect.poll(() => lee.textbox('title').inputValue()).toBe('함께 쓰는 발표 하나')
  await expect.poll(() => lee.page.getByTestId('document-list-pane').getByLabel('Kim Minji').count()).toBe(1)
  expect(await lee.page.getByText('연결을 시도하는 중').count()).toBe(0)
})

test('two editors change two fields at the same time', async () => {
  await Promise.all([kim.textbox('title').fill('민지의 제목'), lee.textbox('subtitle').fill('준호의 부제')])
  for (const {textbox} of [kim, lee]) {
    await expect.poll(() => textbox('title').inputValue()).toBe('민지의 제목')
    await expect.poll(() => textbox('subtitle').inputValue()).toBe('준호의 부제')
  }
  await expect.poll(stored).toMatchObject({title: '민지의 제목', subtitle: '준호의 부제'})
})

test('two editors type into the same field, and both see what the lake keeps', async () => {
  await Promise.all([kim, lee].map((editor) => editor.textbox('title').click()))
  await kim.page.keyboard.press('Home')
  await lee.page.keyboard.press('End')
  await Promise.all([kim.page.keyboard.type('처음 '), lee.page.keyboard.type(' 끝')])
  await expect.poll(async () => (await stored())?.['title']).toMatch(/^처음 .* 끝$/)
  const kept = (await stored())?.['title']
  for (const {textbox} of [kim, lee]) await expect.poll(() => textbox('title').inputValue()).toBe(kept)
})
