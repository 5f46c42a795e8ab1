import type {Page} from 'playwright-core'
import {expect, test} from 'vitest'
import {composeHangul} from '../support/composeHangul.ts'
import {studioPage} from '../support/studioPage.ts'
import {useLectern} from '../support/useLectern.ts'
import {openWatchedPage} from '../support/watchedPage.ts'

const TITLE = '백엔드 개발에 대한 짧은 견해'

const {lectern, browser, restart} = useLectern()

const titleField = (page: Page) => page.getByTestId('field-title').getByRole('textbox')

test('an editor changes the title with Korean input, publishes, and the site shows it, also after a restart', async () => {
  const {page, problems} = await openWatchedPage(browser(), lectern().url)
  await page.goto(`${lectern().url}/studio`)
  await page.getByText('모든 발표').click()
  await page.getByText(TITLE).click()

  await studioPage(page, lectern().url).ready()
  const title = titleField(page)
  await title.click()
  await page.keyboard.press('End')
  await page.keyboard.type(' ')
  await composeHangul(page, [
    ['ㅊ', '초', '최'],
    ['ㅈ', '저', '종'],
  ])
  const edited = `${TITLE} 최종`
  await expect.poll(() => title.inputValue()).toBe(edited)

  const publish = page.getByTestId('action-게시')
  await expect.poll(() => publish.isEnabled()).toBe(true)
  await publish.click()
  await expect.poll(() => publish.isDisabled()).toBe(true)

  const talk = page.getByRole('link', {name: edited})
  await expect
    .poll(async () => {
      await page.goto(`${lectern().url}/`)
      return talk.count()
    })
    .toBe(1)
  await talk.click()
  expect(await page.getByRole('heading', {level: 1}).innerText()).toBe(edited)
  expect(await page.locator('html').getAttribute('lang')).toBe('ko')

  await page.goto('about:blank')
  await restart()
  await page.goto(`${lectern().url}/`)
  expect(await page.getByRole('link', {name: edited}).count()).toBe(1)
  expect(problems).toEqual([])
})
