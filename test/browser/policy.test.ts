import sharp from 'sharp'
import {expect, test} from 'vitest'
import {studioPage} from '../support/studioPage.ts'
import {useLectern} from '../support/useLectern.ts'
import {openWatchedPage} from '../support/watchedPage.ts'

const {lectern, browser} = useLectern()

test('under its Content Security Policy the Studio runs a query and uploads a picture without a word in the console', async () => {
  const {page, problems} = await openWatchedPage(browser(), lectern().url)
  const response = await page.goto(`${lectern().url}/studio`)
  expect(response?.headers()['content-security-policy']).toContain("default-src 'none'; script-src 'self'; style-src")

  const help = page.getByText('최신 상태')
  // The menu of a button that is drawn anew while the Studio loads stays out of sight.
  const isShown = async () => {
    if ((await help.count()) > 0) await page.keyboard.press('Escape')
    await page.getByTestId('button-resources-menu').click()
    return help.isVisible()
  }
  await expect.poll(isShown, {interval: 2_000}).toBe(true)
  await expect.poll(() => page.getByText('스튜디오 등록').count()).toBe(0)
  await page.keyboard.press('Escape')

  await page.getByRole('link', {name: '쿼리'}).click()
  const editor = page.locator('.cm-content').first()
  await editor.click()
  await page.keyboard.insertText('*[_type == "talk"].title')
  await page.keyboard.press('ControlOrMeta+Enter')
  await page.getByTestId('vision-result').getByText('백엔드 개발에 대한 짧은 견해').waitFor()

  const id = await lectern().client().fetch<string>('*[_type == "talk"][0]._id')
  await page.goto(`${lectern().url}/studio/intent/edit/id=${id};type=talk`)
  await studioPage(page, lectern().url).ready()
  await page.getByRole('tab', {name: '링크·미디어'}).click()
  const picture = await sharp({create: {width: 800, height: 600, channels: 3, background: '#c84828'}})
    .png()
    .toBuffer()
  const input = page.getByTestId('file-button-input').first()
  await input.setInputFiles({name: '강연.png', mimeType: 'image/png', buffer: picture})
  const shown = page.locator('img[src*="/images/lectern/production/"]').first()
  await shown.waitFor()
  await expect.poll(() => shown.evaluate((element: HTMLImageElement) => element.naturalWidth)).toBeGreaterThan(0)
  expect(problems).toEqual([])

  const blocked = await page.evaluate(async () => {
    const refused = new Promise<string>((resolve) =>
      document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective), {once: true}),
    )
    const script = document.createElement('script')
    script.textContent = 'globalThis.injected = true'
    document.body.append(script)
    return [await refused, 'injected' in globalThis]
  })
  expect(blocked).toEqual(['script-src-elem', false])
})
