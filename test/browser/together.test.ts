import {afterEach, expect, test} from 'vitest'
import {addAccount} from '../support/addAccount.ts'
import {LOADING, type StudioPage, studioPage} from '../support/studioPage.ts'
import {type LecternUnderTest, useLectern} from '../support/useLectern.ts'
import {openWatchedPage, type WatchedPage} from '../support/watchedPage.ts'

const TALK = 'talk-together'
const PASSWORD = '두 사람이 함께 쓰는 긴 비밀번호'
let kim: Editor
let lee: Editor

interface Editor extends StudioPage {
  watched: WatchedPage
}

const {lectern} = useLectern({
  env: {HOST: '0.0.0.0'},
  arrange: async (on) => {
    await addAccount(on.dataDir(), {name: 'kim', display: 'Kim Minji', role: 'editor', password: PASSWORD})
    await addAccount(on.dataDir(), {name: 'lee', display: 'Lee Junho', role: 'editor', password: PASSWORD})
    const talk = {_id: TALK, _type: 'talk', title: '함께 쓰는 발표', start: '2024-05-01T10:00:00Z'}
    await on.lectern().client().createOrReplace(talk)
    ;[kim, lee] = await Promise.all([signIn('kim', on), signIn('lee', on)])
  },
})
afterEach(() => {
  for (const editor of [kim, lee]) editor?.watched.assertQuiet()
})

async function signIn(login: string, {lectern, browser}: LecternUnderTest): Promise<Editor> {
  const {url} = lectern()
  const watched = await openWatchedPage(browser(), url)
  const {page} = watched
  await page.goto(`${url}/v1/auth/login/local?origin=${encodeURIComponent(`${url}/studio`)}`)
  await page.locator('[name=login]').fill(login)
  await page.locator('[name=password]').fill(PASSWORD)
  await page.getByRole('button').click()
  await page.locator('#user-menu').waitFor({timeout: LOADING})
  const studio = studioPage(page, url)
  await studio.open('talk', TALK)
  return {...studio, watched}
}

/** The field at which the avatar of somebody stands: Sanity draws avatars in a layer above the form. */
async function whereaboutsOf(name: string, {page, field}: Editor): Promise<string | undefined> {
  const [avatar] = await page.getByTestId('document-panel-scroller').getByLabel(name).all()
  const top = (await avatar?.boundingBox())?.y ?? -1
  for (const path of ['title', 'subtitle']) {
    const frame = await field(path).boundingBox()
    if (frame !== null && top >= frame.y && top < frame.y + frame.height) return path
  }
  return undefined
}

const stored = () => lectern().client().withConfig({perspective: 'drafts'}).getDocument(`drafts.${TALK}`)
const storedComments = () =>
  addOn().fetch(
    `*[_type == "comment"] | order(_createdAt) {
      authorId, status, "target": target{"of": document._ref, "field": path.field}, "reply": defined(parentCommentId),
      "mentions": message[].children[_type == "mention"].userId
    }`,
  )
const addOn = () => lectern().client().withConfig({dataset: 'production-comments', perspective: 'raw'})

test('an edit shows at once in the window of another editor, and where they are', async () => {
  await kim.textbox('title').click()
  await kim.page.keyboard.press('End')
  await kim.page.keyboard.type(' 하나')
  await expect.poll(() => lee.textbox('title').inputValue()).toBe('함께 쓰는 발표 하나')
  const avatars = lee.page.getByTestId('document-list-pane').locator('[data-ui=Avatar]')
  await expect
    .poll(() => avatars.evaluateAll((all) => all.map((avatar) => avatar.getAttribute('aria-label'))))
    .toEqual(['Kim Minji'])
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
  await Promise.all([kim.page.keyboard.insertText('처음 '), lee.page.keyboard.insertText(' 끝')])
  await expect.poll(async () => (await stored())?.['title']).toMatch(/^처음 .* 끝$/)
  const kept = (await stored())?.['title']
  for (const {textbox} of [kim, lee]) await expect.poll(() => textbox('title').inputValue()).toBe(kept)
})

test('beside a field is the avatar of who writes there, and it moves along', async () => {
  for (const path of ['subtitle', 'title']) {
    await kim.textbox(path).click()
    await expect.poll(() => whereaboutsOf('Kim Minji', lee)).toBe(path)
  }
})

test('a comment on a field is seen at once by who is mentioned, answered and resolved', async () => {
  await kim.field('title').hover()
  await kim.field('title').getByLabel('댓글 추가').click()
  await kim.page.keyboard.type('더 짧게 쓰면 어떨까요? @Lee')
  await kim.page.getByTestId('comments-mentions-menu').getByText('Lee Junho').waitFor()
  await kim.page.keyboard.press('Enter')
  await kim.page.getByTestId('comment-input').getByText('@Lee Junho').waitFor()
  await kim.page.getByTestId('comment-input-send-button').click()

  await lee.field('title').getByLabel('댓글 열기').click()
  const thread = lee.page.getByTestId('comments-list-item')
  await thread.getByText('더 짧게 쓰면 어떨까요? @Lee Junho').waitFor()
  await thread.getByTestId('comment-input-editable').click()
  await lee.page.keyboard.type('네, 줄였습니다.')
  await thread.getByTestId('comment-input-send-button').click()
  await kim.page.getByTestId('comments-list').getByText('네, 줄였습니다.').waitFor()

  await thread.getByTestId('comments-list-item-layout').first().hover()
  await thread.getByLabel('댓글을 해결된 것으로 표시').click()
  for (const {page} of [kim, lee]) await page.getByText('아직 열린 댓글 없음').waitFor()
  const editors = '*[_type == "system.group" && _id == "_.groups.editor"][0].members'
  const [minji, junho] = await addOn().fetch<string[]>(editors)
  const target = {of: TALK, field: 'title'}
  await expect.poll(storedComments).toEqual([
    {authorId: minji, status: 'resolved', target, reply: false, mentions: [junho]},
    {authorId: junho, status: 'resolved', target, reply: true, mentions: []},
  ])
})

test('a task is given to another editor with a date, who finds it and ticks it off', async () => {
  await kim.page.getByTestId('tasks-toolbar').click()
  await kim.page.getByRole('button', {name: '새 작업', exact: true}).click()
  await kim.page.getByPlaceholder('Task title').fill('부제를 다듬기')
  await kim.page.getByText('담당자 선택').click()
  await kim.page.getByRole('menuitem', {name: 'Lee Junho'}).click()
  await kim.page.getByPlaceholder('yyyy-mm-dd').fill('2030-12-24')
  await kim.page.getByRole('button', {name: '작업 생성'}).click()
  await kim.page.getByText('작업 생성됨').waitFor()

  await lee.page.getByTestId('tasks-toolbar').click()
  const item = lee.page.getByTestId('tasks-list-item')
  await expect
    .poll(async () => (await item.innerText()).split('\n'))
    .toEqual(['부제를 다듬기', 'LJ', '12월 24일', await lee.textbox('title').inputValue()])
  await item.getByRole('checkbox').click()
  await lee.page.getByText('모든 작업을 마쳤습니다').waitFor()
  const tasks = await addOn().fetch('*[_type == "tasks.task"]{title, status, dueBy, "of": target.document._ref}')
  expect(tasks).toEqual([{title: '부제를 다듬기', status: 'closed', dueBy: '2030-12-24', of: TALK}])
})
