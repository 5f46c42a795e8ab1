import {mkdirSync, readFileSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import type {Locator} from 'playwright-core'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {composeHangul} from '../support/composeHangul.ts'
import {runSeed} from '../support/runSeed.ts'
import {type StudioPage, studioPage} from '../support/studioPage.ts'
import {useLectern} from '../support/useLectern.ts'
import {openWatchedPage, type WatchedPage} from '../support/watchedPage.ts'

const TALK = 'talk-body'
let watched: WatchedPage
let studio: StudioPage

const {lectern, browser, dataDir} = useLectern()
const site = () => join(dataDir(), '../site')
beforeEach(async () => {
  watched = await openWatchedPage(browser(), lectern().url)
  studio = studioPage(watched.page, lectern().url)
  // Wide enough for every button of the toolbar: what does not fit goes into a menu.
  await watched.page.setViewportSize({width: 2000, height: 1000})
  const slug = {_type: 'slug', current: 'body'}
  const talk = {_id: TALK, _type: 'talk', title: '본문', slug, start: '2024-05-01T10:00:00Z', timeZone: 'UTC', body}
  await lectern().client().transaction().createOrReplace(talk).delete(`drafts.${TALK}`).commit()
  rmSync(site(), {recursive: true, force: true})
  mkdirSync(site())
  await studio.open('talk', TALK)
})
afterEach(async () => {
  await watched.page.context().close()
  watched.assertQuiet()
})

const cell = (key: string, text: string) => {
  const children = [{_type: 'span', _key: `${key}s`, text, marks: []}]
  return {
    _type: 'tableCell',
    _key: key,
    content: [{_type: 'block', _key: `${key}b`, style: 'normal', markDefs: [], children}],
  }
}
const body = [
  {
    _type: 'block',
    _key: 'p1',
    style: 'normal',
    markDefs: [],
    children: [{_type: 'span', _key: 'p1s', text: '머리말', marks: []}],
  },
  {
    _type: 'table',
    _key: 't1',
    header: true,
    rows: [
      {_type: 'tableRow', _key: 'r1', cells: [cell('c1', '이름'), cell('c2', '값')]},
      {_type: 'tableRow', _key: 'r2', cells: [cell('c3', '지연'), cell('c4', '3초')]},
    ],
  },
]

interface BodyEditor {
  text: Locator
  button(name: string): Locator
  /** Presses a button that leaves the focus in the text. */
  press(name: string): Promise<void>
}

async function expandBody(): Promise<BodyEditor> {
  const {page} = studio
  await studio.field('body').getByTestId('fullscreen-button-expand').click()
  const editor = page.locator('[data-testid=pt-editor][data-fullscreen=true]')
  const text = editor.getByRole('textbox')
  const button = (name: string) => editor.getByTestId(name).filter({visible: true})
  return {
    text,
    button,
    press: async (name) => {
      await button(name).click()
      await expect.poll(() => text.evaluate((element) => element === document.activeElement)).toBe(true)
    },
  }
}

/** The text in which the caret stands, and before which of its characters. */
function caret(): [string | null | undefined, number | undefined] {
  const selection = getSelection()
  return [selection?.focusNode?.textContent, selection?.focusOffset]
}

/** By keys: after a click the editor may put the caret back to where the mouse was. */
async function goBehindFirstLine(text: Locator): Promise<void> {
  const {page} = studio
  await text.focus()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('End')
  await expect.poll(() => page.evaluate(caret)).toEqual(['머리말', 3])
}

test('a talk’s text is written with the toolbar, and arrives on the site and in the file', async () => {
  const {page} = studio
  const {text, button, press} = await expandBody()
  const dialog = page.getByTestId('nested-object-dialog')
  const closeDialog = async () => {
    await dialog.getByLabel('Close dialog').last().click()
    await expect.poll(() => dialog.count()).toBe(0)
  }

  await goBehindFirstLine(text)
  await page.keyboard.press('Enter')
  await composeHangul(page, [
    ['ㅈ', '지'],
    ['ㅇ', '여', '연'],
  ])
  await page.keyboard.type(' ')
  await press('action-button-strong')
  await composeHangul(page, [
    ['ㅇ', '어', '없'],
    ['ㄴ', '느', '는'],
  ])
  await press('action-button-strong')
  await page.keyboard.type(' 백엔드')
  await page.keyboard.press('Enter')
  await button('block-style-select').click()
  await page.getByRole('menuitem', {name: '제목 2', exact: true}).click()
  await text.focus()
  await page.keyboard.type('왜 느린가')
  await page.keyboard.press('Enter')
  await page.keyboard.type('첫째')
  await press('action-button-bullet')
  await page.keyboard.press('Enter')
  await page.keyboard.type('자세히')
  await page.keyboard.press('Shift+Home')
  await button('action-button-link').click()
  await page.getByTestId('popover-edit-dialog').getByRole('textbox').first().fill('https://example.org/more')
  await page.getByTestId('close-popover-edit-dialog-button').click()

  await goBehindFirstLine(text)
  await button('callout-insert-menu-button').click()
  await dialog.getByRole('textbox').last().click()
  await page.keyboard.type('먼저 재어 보세요.')
  await closeDialog()

  await text.getByText('3초').dblclick()
  await dialog.getByLabel('2줄 2열', {exact: true}).click()
  await page.keyboard.press('End')
  await page.keyboard.type(' ')
  await composeHangul(page, [
    ['ㅁ', '미'],
    ['ㅁ', '마', '만'],
  ])
  await closeDialog()
  await expect.poll(() => text.innerText()).toContain('3초 미만')
  await studio.publish()

  const html = await (await fetch(`${lectern().url}/talk/body/`)).text()
  expect(/<div class="prose">(.*)<\/div><\/article>/s.exec(html)?.[1]).toBe(
    '<p>머리말</p>' +
      '<aside class="callout note"><p class="callout-title">참고</p><p>먼저 재어 보세요.</p></aside>' +
      '<p>지연 <strong>없는</strong> 백엔드</p>' +
      '<h2 id="왜-느린가">왜 느린가</h2>' +
      '<ul><li>첫째</li><li><a href="https://example.org/more" target="_blank" rel="noopener">자세히</a></li></ul>' +
      '<div class="table" tabindex="0"><table>' +
      '<thead><tr><th scope="col">이름</th><th scope="col">값</th></tr></thead>' +
      '<tbody><tr><td>지연</td><td>3초 미만</td></tr></tbody></table></div>',
  )

  await runSeed(lectern(), dataDir(), ['export', site()])
  expect(readFileSync(join(site(), 'content/event/body/index.md'), 'utf8')).toBe(`---
title: 본문
date: '2024-05-01T10:00:00Z'
---

머리말

{{% callout note %}}
먼저 재어 보세요.
{{% /callout %}}

지연 **없는** 백엔드

## 왜 느린가

- 첫째
- [자세히](https://example.org/more)

| 이름 | 값 |
| --- | --- |
| 지연 | 3초 미만 |
`)
})

test('a table and code copied from elsewhere are a table and code, and one step takes them away', async () => {
  const {page} = studio
  const {text} = await expandBody()
  const types = () => lectern().client().fetch(`*[_id == "drafts.${TALK}"][0].body[]._type`, {}, {perspective: 'raw'})
  await goBehindFirstLine(text)
  await page.keyboard.press('Enter')
  await expect.poll(types).toEqual(['block', 'block', 'table'])

  const html = '<table><tr><td>가</td><td>나</td></tr></table><pre><code class="language-js">a()\n  b()</code></pre>'
  await page.evaluate((copied) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', copied)
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', {clipboardData, bubbles: true, cancelable: true}))
  }, html)
  await expect.poll(types).toEqual(['block', 'table', 'codeBlock', 'table'])
  await page.keyboard.press('Control+Z')
  await expect.poll(types).toEqual(['block', 'block', 'table'])
})

test('a table gets a row and a column, is aligned, and a word in it becomes bold', async () => {
  const {page} = studio
  const {text} = await expandBody()
  const dialog = page.getByTestId('nested-object-dialog')
  const choose = async (menu: string, item: string) => {
    await dialog.getByLabel(menu, {exact: true}).click()
    await page.getByRole('menuitem', {name: item, exact: true}).click()
  }
  const cellAt = (row: number, column: number) => dialog.getByLabel(`${row}줄 ${column}열`, {exact: true})

  await text.getByText('3초').dblclick()
  await choose('2줄 메뉴', '위에 줄 넣기')
  await cellAt(2, 1).fill('처리량')
  await choose('1열 메뉴', '오른쪽에 열 넣기')
  await cellAt(1, 2).fill('단위')
  await choose('3열 메뉴', '오른쪽 맞춤')
  await choose('3줄 메뉴', '위로 옮기기')
  await dialog.getByLabel('2줄 1열: 서식과 링크').click()
  const cell = dialog.last().getByRole('textbox')
  await cell.click()
  await expect.poll(() => cell.evaluate((element) => element === document.activeElement)).toBe(true)
  await page.keyboard.press('ControlOrMeta+A')
  await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe('지연')
  await dialog.last().getByTestId('action-button-strong').filter({visible: true}).click()
  // What is written in a text is saved a little later.
  const marks = `*[_id == "drafts.${TALK}"][0].body[_type == "table"][0].rows[1].cells[0].content[0].children[0].marks`
  await expect.poll(() => lectern().client().fetch(marks, {}, {perspective: 'raw'})).toEqual(['strong'])
  await dialog.getByLabel('Close dialog').last().click()
  await expect.poll(() => dialog.count()).toBe(0)
  await studio.publish()

  await runSeed(lectern(), dataDir(), ['export', site()])
  expect(readFileSync(join(site(), 'content/event/body/index.md'), 'utf8')).toContain(`
| 이름 | 단위 | 값 |
| --- | --- | ---: |
| **지연** |  | 3초 |
| 처리량 |  |  |
`)
})

test('a row that was removed comes back by the keys and by the button, and what was typed stays', async () => {
  const {page} = studio
  const {text} = await expandBody()
  const dialog = page.getByTestId('nested-object-dialog')
  const written = '*[_id == "drafts.talk-body"][0].body[_type == "table"][0].rows[].cells[].content[0].children[0].text'
  const texts = () => lectern().client().fetch(written, {}, {perspective: 'raw'})
  const press = (name: string) => dialog.getByRole('button', {name, exact: true}).click()
  await text.getByText('3초').dblclick()

  await dialog.getByLabel('1줄 2열', {exact: true}).focus()
  await page.keyboard.press('End')
  await composeHangul(page, [['ㄱ', '가']])
  await dialog.getByLabel('2줄 메뉴', {exact: true}).click()
  await page.getByRole('menuitem', {name: '줄 지우기', exact: true}).click()
  await expect.poll(texts).toEqual(['이름', '값가'])
  await page.keyboard.press('Control+Z')
  await expect.poll(texts).toEqual(['이름', '값가', '지연', '3초'])
  await page.keyboard.press('Control+Shift+Z')
  await expect.poll(texts).toEqual(['이름', '값가'])
  await press('되돌리기')
  await expect.poll(texts).toEqual(['이름', '값가', '지연', '3초'])
  await press('다시 하기')
  await expect.poll(texts).toEqual(['이름', '값가'])
})

test('a table is filled in by the keys and from a spreadsheet', async () => {
  const {page} = studio
  const {text} = await expandBody()
  const dialog = page.getByTestId('nested-object-dialog')
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
  await text.getByText('3초').dblclick()

  await dialog.getByLabel('1줄 2열', {exact: true}).focus()
  await page.keyboard.press('Tab')
  expect(await focused()).toBe('2줄 1열')
  await composeHangul(page, [['ㄱ', '가']])
  await page.keyboard.press('Shift+Enter')
  expect(await focused()).toBe('1줄 1열')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  expect(await focused()).toBe('2줄 2열')

  const html = '<table><tr><td>나</td><td><b>다</b></td></tr><tr><td>라</td><td>마</td></tr></table>'
  await page.evaluate((copied) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', copied)
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', {clipboardData, bubbles: true, cancelable: true}))
  }, html)
  await expect.poll(() => dialog.getByLabel('2줄 2열', {exact: true}).inputValue()).toBe('나')
  await page.keyboard.press('Control+Enter')
  await expect.poll(() => dialog.last().getByRole('textbox').count()).toBe(1)
  await expect.poll(() => dialog.last().getByRole('textbox').innerText()).toBe('나')
  await dialog.getByLabel('Close dialog').last().click()
  await expect.poll(() => dialog.count()).toBe(0)
  await studio.publish()

  await runSeed(lectern(), dataDir(), ['export', site()])
  expect(readFileSync(join(site(), 'content/event/body/index.md'), 'utf8')).toContain(`
| 이름 | 값 |  |
| --- | --- | --- |
| 가 | 나 | **다** |
|  | 라 | 마 |
`)
})
