import {mkdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Locator} from 'playwright-core'
import sharp from 'sharp'
import {afterEach, expect, test, vi} from 'vitest'
import {runSeed} from '../support/runSeed.ts'
import {LOADING, type StudioPage, studioPage} from '../support/studioPage.ts'
import {useLectern} from '../support/useLectern.ts'
import {openWatchedPage, type WatchedPage} from '../support/watchedPage.ts'

let watched: WatchedPage
let studio: StudioPage

const {lectern, dataDir, raw, createTalk} = useLectern({
  arrange: async ({lectern, browser}) => {
    watched = await openWatchedPage(browser(), lectern().url)
    studio = studioPage(watched.page, lectern().url)
    await watched.page.goto(`${lectern().url}/studio`)
    await watched.page.locator('#user-menu').waitFor({timeout: LOADING})
  },
})
afterEach(() => watched?.assertQuiet())

test('earlier revisions are listed, looked at and brought back', async () => {
  const {page} = studio
  await createTalk('talk-history', {title: '첫 제목'})
  await studio.open('talk', 'talk-history')
  for (const title of ['둘째 제목', '셋째 제목']) {
    await studio.textbox('title').fill(title)
    await expect.poll(() => raw().fetch('*[_id == "drafts.talk-history"][0].title')).toBe(title)
    await studio.publish()
    await expect
      .poll(() => raw().fetch('*[_id match "*talk-history"]{_id, title}'))
      .toEqual([{_id: 'talk-history', title}])
  }
  await page.getByTestId('pane-footer-document-status').click()
  await page.getByText('기록', {exact: true}).click()
  const events = page.getByTestId('timeline-item-button')
  const published = events.filter({hasText: '게시됨'})
  await expect.poll(() => published.count()).toBe(2)

  await published.last().click()
  await expect.poll(() => studio.textbox('title').inputValue()).toBe('둘째 제목')
  expect(await studio.textbox('title').isEditable()).toBe(false)
  await page.getByTestId('action-복원').click()
  await page.getByTestId('confirm-popover-confirm-button').click()
  await expect.poll(() => raw().fetch('*[_id == "drafts.talk-history"][0].title')).toBe('둘째 제목')
  await expect.poll(() => studio.textbox('title').isEditable()).toBe(true)
})

/** Drags with the mouse inside a picture, whose corners are [0, 0] and [1, 1]. */
async function drag(picture: Locator, from: [number, number], to: [number, number]): Promise<void> {
  const {mouse} = studio.page
  // The dialog draws it anew while it opens.
  const box = await vi.waitUntil(() => picture.boundingBox(), {timeout: 20_000})
  const move = ([x, y]: [number, number]) => mouse.move(box.x + box.width * x, box.y + box.height * y, {steps: 4})
  await move(from)
  await mouse.down()
  await move(to)
  await mouse.up()
}

test('a picture is uploaded, resized when asked, and the site and the file keep the point that matters', async () => {
  const {page} = studio
  const file = join(dataDir(), 'photo.png')
  await sharp({create: {width: 800, height: 600, channels: 3, background: {r: 30, g: 120, b: 200}}})
    .png()
    .toFile(file)
  await createTalk('talk-image')
  await studio.open('talk', 'talk-image')
  await studio.tab('media')
  const form = page.getByTestId('form-view')
  await form.locator('input[type=file]').first().setInputFiles(file)
  const shown = form.locator('img[src*="/images/lectern/production/"]')
  await shown.waitFor()
  const url = (await shown.getAttribute('src')) ?? ''
  const {format, width} = await sharp(await (await fetch(url.replace('w=2000', 'w=200'))).arrayBuffer()).metadata()
  expect({format, width}).toEqual({format: 'png', width: 200})

  const hotspot = () =>
    raw().fetch(
      `*[_id == "drafts.talk-image"][0].image.hotspot{
        "x": round(x, 1), "y": round(y, 1), "width": round(width, 1), "height": round(height, 1)
      }`,
    )
  await page.getByTestId('options-menu-edit-details').click()
  const tool = page.getByRole('dialog').getByTestId('change-bar__field-wrapper').locator('svg').last()
  const handle = 0.5 + Math.SQRT1_2 / 2
  await drag(tool, [handle, handle], [handle - 0.3, handle - 0.3])
  await expect.poll(hotspot).toEqual({x: 0.5, y: 0.5, width: 0.4, height: 0.4})
  await drag(tool, [0.5, 0.5], [0.8, 0.8])
  await expect.poll(hotspot).toEqual({x: 0.8, y: 0.8, width: 0.4, height: 0.4})
  await page.getByLabel('Close dialog').click()

  await studio.publish()
  expect(await (await fetch(`${lectern().url}/`)).text()).toContain('.png?rect=0,150,800,450&amp;w=160&amp;h=90')
  const site = join(dataDir(), '../site')
  mkdirSync(site)
  await runSeed(lectern(), dataDir(), ['export', site])
  expect(readFileSync(join(site, 'content/event/talk-image/index.md'), 'utf8')).toContain(
    'image:\n  focal_point: BottomRight\n',
  )

  const html = await (await fetch(`${lectern().url}/talk/talk-image/`)).text()
  const source = /src="([^"]*\/images\/lectern\/production\/[^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? 'none'
  const answer = await fetch(new URL(source, lectern().url))
  expect([answer.status, answer.headers.get('content-type')?.split('/')[0]]).toEqual([200, 'image'])
})

test('a time zone is found by a city in Korean, and the open list has every zone', async () => {
  const {page} = studio
  await createTalk('talk-zone')
  await studio.open('talk', 'talk-zone')
  await studio.tab('when')
  const zone = studio.field('timeZone').getByRole('combobox')
  // The lists of the Studio's panes have options, too.
  const options = page.locator('[data-ui="AutocompleteOption"]')
  await zone.fill('보스턴')
  await expect.poll(() => options.allInnerTexts()).toEqual([expect.stringContaining('America/New_York')])
  await options.first().click()
  const saved = () => raw().fetch('*[_id == "drafts.talk-zone"][0]{start, timeZone}')
  await expect.poll(saved).toEqual({start: '2024-05-01T14:00:00Z', timeZone: 'America/New_York'})

  await studio.field('timeZone').getByRole('button', {name: 'Open', exact: true}).click()
  await options.filter({hasText: 'Asia/Seoul'}).first().click()
  await expect.poll(saved).toEqual({start: '2024-05-01T01:00:00Z', timeZone: 'Asia/Seoul'})
})
