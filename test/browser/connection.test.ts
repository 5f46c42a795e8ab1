import type {WebSocketRoute} from 'playwright-core'
import {expect, test} from 'vitest'
import {randomNumbers} from '../../bench/data/randomNumbers.ts'
import {studioPage} from '../support/studioPage.ts'
import {useLectern} from '../support/useLectern.ts'
import {openWatchedPage} from '../support/watchedPage.ts'

const TALK = 'talk-connection'

const {lectern, browser, restart, raw, createTalk} = useLectern()

/** A published talk without a draft, open in the Studio. */
async function openTalk() {
  await raw().delete({query: '*[_id in $ids]', params: {ids: [TALK, `drafts.${TALK}`]}})
  await createTalk(TALK, {title: '연결'})
  const watched = await openWatchedPage(browser(), lectern().url)
  const studio = studioPage(watched.page, lectern().url)
  await studio.open('talk', TALK)
  await expect.poll(() => studio.textbox('title').inputValue()).toBe('연결')
  return {...watched, ...studio}
}

/** Passes what the lake says on to the page, but loses, doubles and swaps frames while `storm` holds. */
function disturb(route: WebSocketRoute, storm: () => boolean, random: () => number, faults: string[]): void {
  const server = route.connectToServer()
  let held: string | Buffer | undefined
  server.onMessage((frame) => {
    const luck = storm() && String(frame).includes('event: mutation') ? random() : 1
    if (luck < 0.3) faults.push(luck < 0.1 ? 'lost' : luck < 0.2 ? 'swapped' : 'doubled')
    if (luck < 0.1) return
    if (luck < 0.2 && held === undefined) return void (held = frame)
    for (const each of [frame, ...(luck < 0.3 ? [frame] : []), ...(held === undefined ? [] : [held])]) route.send(each)
    held = undefined
  })
}

test('the open document agrees with the lake after events were lost, doubled, swapped and cut off', async () => {
  await createTalk(TALK, {title: '연결'})
  const {page} = await openWatchedPage(browser(), lectern().url)
  const sockets: WebSocketRoute[] = []
  let storm = false
  const random = randomNumbers(7)
  const faults: string[] = []
  await page.routeWebSocket('**/v1/streams', (route) => {
    sockets.push(route)
    disturb(route, () => storm, random, faults)
  })
  const {open, textbox} = studioPage(page, lectern().url)
  await open('talk', TALK)
  await expect.poll(() => textbox('title').inputValue()).toBe('연결')

  storm = true
  for (let count = 1; count <= 80; count += 1) {
    await raw()
      .patch(TALK)
      .set({title: `연결 ${count}`, subtitle: `부제 ${count}`})
      .commit()
    if (count % 30 === 0) await sockets.at(-1)?.close({code: 1011})
  }
  storm = false
  await raw().patch(TALK).set({title: '끝난 뒤의 제목'}).commit()
  await expect.poll(() => textbox('title').inputValue(), {timeout: 60_000}).toBe('끝난 뒤의 제목')
  await expect.poll(() => textbox('subtitle').inputValue()).toBe('부제 80')
  expect([...new Set(faults)].sort()).toEqual(['doubled', 'lost', 'swapped'])
  expect(sockets.length).toBeGreaterThanOrEqual(3)

  await textbox('title').fill('그 뒤에 쓴 제목')
  await expect.poll(() => raw().fetch(`*[_id == "drafts.${TALK}"][0].title`)).toBe('그 뒤에 쓴 제목')
  await page.context().close()
})

test('a Studio that is open while the server starts again connects again, and saves', async () => {
  const {page, problems, textbox, field, publish} = await openTalk()

  await restart()
  await raw().patch(TALK).set({title: '꺼진 동안의 제목'}).commit()
  await expect.poll(() => textbox('title').inputValue(), {timeout: 60_000}).toBe('꺼진 동안의 제목')
  await expect.poll(() => textbox('title').isEditable(), {timeout: 60_000}).toBe(true)
  await textbox('title').fill('다시 이어진 제목')
  await expect.poll(() => raw().fetch(`*[_id == "drafts.${TALK}"][0].title`)).toBe('다시 이어진 제목')
  await expect.poll(() => page.getByText('연결을 시도하는 중').count(), {timeout: 60_000}).toBe(0)

  // While nobody answers, the browser says so in the console; nothing else may be there.
  expect(problems.filter((problem) => !/ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|WebSocket/.test(problem))).toEqual(
    [],
  )
  problems.length = 0
  await field('slug').getByRole('button', {name: '생성하기'}).click()
  await publish()
  expect(problems).toEqual([])
})

test('what is typed while the network is gone stays on the screen, holds the page, and is saved when it is back', async () => {
  const {page, problems, textbox} = await openTalk()

  const failures = new Map<string, number>()
  page.on('requestfailed', (request) => failures.set(request.url(), (failures.get(request.url()) ?? 0) + 1))
  await page.context().setOffline(true)
  await textbox('title').fill('끊긴 동안의 제목')
  const notice = page.getByText('변경한 내용을 아직 저장하지 못했습니다')
  await notice.waitFor()
  // Sanity gives up a read that failed six times.
  await expect.poll(() => Math.max(...failures.values()), {timeout: 90_000}).toBeGreaterThan(6)
  expect(await textbox('title').inputValue()).toBe('끊긴 동안의 제목')
  const [question] = await Promise.all([page.waitForEvent('dialog'), page.close({runBeforeUnload: true})])
  expect(question.type()).toBe('beforeunload')
  await question.dismiss()
  await page.context().setOffline(false)
  await expect
    .poll(() => raw().fetch(`*[_id == "drafts.${TALK}"][0].title`), {timeout: 60_000})
    .toBe('끊긴 동안의 제목')
  await expect.poll(() => notice.count()).toBe(0)

  // The browser tells of the network, and Sanity of a check that waits for it; nothing else may be there.
  expect(
    problems.filter((problem) => !/ERR_INTERNET_DISCONNECTED|WebSocket|taken more than 5000ms/.test(problem)),
  ).toEqual([])
  await page.context().close()
})

test('what is typed while the disk of the lake is full is told, stays on the screen, and is saved when there is room', async () => {
  const {page, problems, textbox} = await openTalk()

  const changes = '**/data/actions/**'
  await page.route(changes, (route) => route.fulfill({status: 507, json: {message: 'The disk is full.'}}))
  await textbox('title').fill('자리가 없는 동안의 제목')
  const notice = page.getByText('변경한 내용을 아직 저장하지 못했습니다')
  await notice.waitFor()
  expect(await textbox('title').inputValue()).toBe('자리가 없는 동안의 제목')
  await page.unroute(changes)
  // It was never disconnected.
  await page.getByText('다시 저장되고 있습니다').waitFor()
  expect(await notice.count()).toBe(0)
  await expect.poll(() => raw().fetch(`*[_id == "drafts.${TALK}"][0].title`)).toBe('자리가 없는 동안의 제목')
  expect(problems.filter((problem) => !problem.includes('507'))).toEqual([])
  await page.context().close()
})
