import type {Browser} from 'playwright-core'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {koreanTalk} from '../../site/fixtures/documents.ts'
import {koreanAddress, siteOver} from '../../site/fixtures/readSite.ts'
import {launchChromium} from '../support/chromium.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())

const formula = Array.from({length: 60}, (_, index) => `x_{${index}}`).join('+')
const cells = Array.from({length: 30}, (_, index) => `<td>column${index}</td>`).join('')

test.each([
  ['formula in a sentence', {_type: 'block', children: [{_type: 'inlineMath', tex: formula, delimiter: '$'}]}],
  ['formula in Markdown', {_type: 'rawMarkdown', markdown: `- $$${formula}$$`}],
  ['table of HTML', {_type: 'rawHtml', html: `<table><tr>${cells}</tr></table>`}],
  ['table of Markdown', {_type: 'rawMarkdown', markdown: `> | a |\n> |--|\n> | ${'0'.repeat(200)} |`}],
])('on a telephone a wide %s scrolls by itself, not the page', async (_, block) => {
  const site = siteOver([{...koreanTalk, body: [{_key: 'b', style: 'normal', markDefs: [], ...block}]}])
  const page = await browser.newPage({viewport: {width: 390, height: 800}})
  await page.route('**', async (route) => {
    // Vitest leaves style sheets empty.
    if (route.request().url().endsWith('.css')) return route.fulfill({path: 'site/styles/site.css'})
    const response = await site.fetch(new Request(route.request().url()))
    return route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: await response.text(),
    })
  })
  await page.goto(koreanAddress)
  const widths = await page.evaluate(() => {
    const [block] = document.querySelectorAll('.prose > *')
    return {page: document.documentElement.scrollWidth, isWide: block !== undefined && block.scrollWidth > 390}
  })
  expect(widths).toEqual({page: 390, isWide: true})
  await page.close()
})
