import {afterEach, expect, test} from 'vitest'
import {type ReleasesTool, releasesTool} from '../support/releasesTool.ts'
import {LOADING, type StudioPage, studioPage} from '../support/studioPage.ts'
import {useLectern} from '../support/useLectern.ts'
import {openWatchedPage, type WatchedPage} from '../support/watchedPage.ts'

let watched: WatchedPage
let studio: StudioPage
let tool: ReleasesTool

const {lectern, restart, raw, createTalk} = useLectern({
  arrange: async ({lectern, browser}) => {
    watched = await openWatchedPage(browser(), lectern().url)
    studio = studioPage(watched.page, lectern().url)
    tool = releasesTool(studio, lectern().url)
    await watched.page.goto(`${lectern().url}/studio/releases`)
    await watched.page.getByRole('button', {name: '새 릴리스'}).waitFor({timeout: LOADING})
  },
})
afterEach(() => watched?.assertQuiet())

const titleOf = (id: string) => raw().fetch('*[_id == $id][0].title', {id})
const membersOf = (release: string) =>
  raw().fetch('*[sanity::partOfRelease($release)] | order(_id) {title}.title', {release})
const releaseOf = (release: string) => raw().fetch('*[_id == $id][0]{state, publishAt}', {id: `_.releases.${release}`})

/** Which of these titles the site's list of talks has. */
async function shown(...titles: string[]): Promise<string[]> {
  const page = await (await fetch(lectern().url)).text()
  return titles.filter((title) => page.includes(title))
}

const shownOfSpring = () => shown('봄 이전의 제목', '봄에 바꾼 제목', '봄에 내릴 발표', '봄에 처음 나올 발표')

/** A release of published talks whose titles are those of their versions. */
async function createRelease(releaseId: string, titles: Record<string, string>): Promise<void> {
  await raw().releases.create({releaseId, metadata: {title: releaseId, releaseType: 'asap'}})
  for (const [publishedId, title] of Object.entries(titles)) {
    await createTalk(publishedId, {title: `${title} 전`})
    await raw().createVersion({publishedId, baseId: publishedId, releaseId})
    await raw().patch(`versions.${releaseId}.${publishedId}`).set({title}).commit()
  }
}

test('changes are gathered in a release, shown by the site together when it is run, and taken back as they were', async () => {
  const {page} = studio
  await createTalk('talk-changed', {title: '봄 이전의 제목'})
  await createTalk('talk-removed', {title: '봄에 내릴 발표'})
  const release = await tool.create('봄 발표')

  await studio.open('talk', 'talk-changed')
  await page.getByTestId('global-perspective-menu-button').click()
  await page.getByTestId(`release-${release}`).click()
  await page.getByRole('button', {name: '릴리스에 추가'}).click()
  await studio.textbox('title').fill('봄에 바꾼 제목')
  await expect.poll(() => titleOf(`versions.${release}.talk-changed`)).toBe('봄에 바꾼 제목')
  await raw().createVersion({publishedId: 'talk-removed', baseId: 'talk-removed', releaseId: release})
  expect(await membersOf(release)).toEqual(['봄에 바꾼 제목', '봄에 내릴 발표'])
  await tool.open('봄 발표')
  await tool.chooseFor('봄에 내릴 발표', '게시 취소')
  await studio.confirm()
  await expect.poll(() => tool.row('봄에 내릴 발표').innerText()).toContain('게시 취소')
  await createTalk(`versions.${release}.talk-added`, {title: '봄에 처음 나올 발표'})
  await tool.row('봄에 처음 나올 발표').waitFor()
  expect(await shownOfSpring()).toEqual(['봄 이전의 제목', '봄에 내릴 발표'])

  await tool.press('publish-all-button')
  await studio.confirm()
  await page.getByText('릴리스가 게시되었습니다.').waitFor()
  expect(await shownOfSpring()).toEqual(['봄에 바꾼 제목', '봄에 처음 나올 발표'])
  expect(await titleOf('drafts.talk-removed')).toBe('봄에 내릴 발표')

  await tool.press('revert-button')
  await page.getByTestId('revert-summary-unpublish').waitFor()
  expect(await page.getByTestId('revert-summary-restore').innerText()).toContain('문서 2개')
  expect(await page.getByTestId('revert-summary-unpublish').innerText()).toContain('문서 1개')
  await page.getByRole('dialog').getByText('바로 되돌리기').click()
  await studio.confirm()
  await expect.poll(shownOfSpring).toEqual(['봄 이전의 제목', '봄에 내릴 발표'])
})

test('a document is taken out of a release, and the release put away and brought back', async () => {
  await createRelease('rsummer', {'talk-kept': '남길 발표', 'talk-dropped': '뺄 발표'})
  await tool.open('rsummer')
  await tool.chooseFor('뺄 발표', '버전 버리기')
  await studio.confirm()
  await expect.poll(() => membersOf('rsummer')).toEqual(['남길 발표'])
  await tool.choose('archive-release')
  await studio.confirm()
  await studio.page.getByText('보관된 릴리스입니다').waitFor()
  expect(await membersOf('rsummer')).toEqual([])
  await studio.page.getByTestId('release-menu-button').click()
  await studio.page.getByTestId('unarchive-release-menu-item').click()
  await expect.poll(() => releaseOf('rsummer')).toEqual({state: 'active', publishAt: null})
  expect(await membersOf('rsummer')).toEqual(['남길 발표'])
})

test('a scheduled release is locked until it is unscheduled, and appears at its time', async () => {
  const {page} = studio
  await createRelease('rautumn', {'talk-autumn': '가을 발표'})
  await tool.open('rautumn')
  await tool.choose('schedule-button')
  await tool.pickTime('Jan 2, 2030 10:00')
  await expect.poll(() => releaseOf('rautumn')).toEqual({state: 'scheduled', publishAt: '2030-01-02T01:00:00.000Z'})
  await studio.open('talk', 'talk-autumn?perspective=rautumn')
  await page.getByText('2030. 1. 2.에 게시 예정').waitFor()
  expect(await studio.textbox('title').isEditable()).toBe(false)

  await tool.open('rautumn')
  await tool.press('schedule-button')
  await studio.confirm()
  await expect.poll(() => releaseOf('rautumn')).toEqual({state: 'active', publishAt: null})
  expect(await shown('가을 발표 전')).toEqual(['가을 발표 전'])
  await raw().releases.schedule({releaseId: 'rautumn', publishAt: new Date(Date.now() + 500).toISOString()})
  await page.getByText('릴리스가 게시되었습니다.').waitFor()
  expect(await shown('가을 발표 전', '가을 발표')).toEqual(['가을 발표'])
})

test('one draft is scheduled, edited meanwhile, and published at its time although the server was killed before', async () => {
  const {page} = studio
  await createTalk('talk-draft', {title: '예약 전 제목'})
  await studio.open('talk', 'talk-draft')
  await studio.textbox('title').fill('예약한 제목')
  await expect.poll(() => titleOf('drafts.talk-draft')).toBe('예약한 제목')
  await studio.choose('게시 예약')
  await tool.pickTime('Jan 2, 2030 10:00')
  const scheduled = () => raw().fetch('*[_type == "system.release" && metadata.cardinality == "one"]{state, publishAt}')
  await expect.poll(scheduled).toEqual([{state: 'scheduled', publishAt: '2030-01-02T01:00:00.000Z'}])

  await page.getByRole('button', {name: '편집하려고 예약 멈추기'}).click()
  await expect.poll(scheduled).toEqual([{state: 'active', publishAt: null}])
  await studio.textbox('title').fill('예약하고 고친 제목')
  await expect.poll(() => raw().fetch('count(*[_id in path("versions.**") && title == "예약하고 고친 제목"])')).toBe(1)
  await tool.press('action-게시예약')
  await tool.pickTime('Jan 3, 2031 10:00')
  await expect.poll(scheduled).toEqual([{state: 'scheduled', publishAt: '2031-01-03T01:00:00.000Z'}])

  await page.goto('about:blank')
  const releaseId = await raw().fetch('*[_type == "system.release" && metadata.cardinality == "one"][0].name')
  await raw().releases.schedule({releaseId, publishAt: new Date(Date.now() + 1000).toISOString()})
  await restart()
  await expect.poll(() => shown('예약 전 제목', '예약하고 고친 제목')).toEqual(['예약하고 고친 제목'])
})
