import {beforeEach, expect, test} from 'vitest'
import {LOADING} from '../support/studioPage.ts'
import {useLectern} from '../support/useLectern.ts'
import {openWatchedPage, type WatchedPage} from '../support/watchedPage.ts'

let watched: WatchedPage

const {lectern, browser} = useLectern()

beforeEach(async () => {
  watched = await openWatchedPage(browser(), lectern().url, 'en-US')
  await watched.page.goto(`${lectern().url}/studio/structure/talk`)
  await watched.page.getByText('All talks').last().waitFor({timeout: LOADING})
})

test('an editor goes over to the other language, which stays when the Studio is opened again', async () => {
  const {page, assertQuiet} = watched
  const isShown = (text: string) => page.getByText(text).last().isVisible()
  await page.getByRole('button', {name: '한국어', exact: true}).click()
  await expect.poll(() => isShown('모든 발표'), {timeout: LOADING}).toBe(true)
  await page.reload()
  await expect.poll(() => isShown('모든 발표'), {timeout: LOADING}).toBe(true)
  await page.getByRole('button', {name: 'English', exact: true}).click()
  await expect.poll(() => isShown('All talks'), {timeout: LOADING}).toBe(true)
  assertQuiet()
})

test('no menu leads to the hosted service, which knows neither the project nor its people', async () => {
  const {page, assertQuiet} = watched
  await page.getByRole('button', {name: 'Lectern', exact: true}).click()
  expect((await page.getByRole('menu').innerText()).split('\n')).toEqual(['lectern', 'Lectern'])
  await page.keyboard.press('Escape')
  await page.locator('#user-menu').click()
  await page.getByTestId('user-menu').getByText('Local Editor').waitFor()
  expect(await page.locator('[data-logo]').isVisible()).toBe(false)
  assertQuiet()
})
