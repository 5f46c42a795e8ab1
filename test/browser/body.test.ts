import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Locator} from 'playwright-core'
import sharp from 'sharp'
import {expect, test} from 'vitest'
import {composeHangul} from '../support/composeHangul.ts'
import {pasteHtml} from '../support/pasteHtml.ts'
import {runSeed} from '../support/runSeed.ts'
import {TALK, useTalkBody} from '../support/useTalkBody.ts'

const {lectern, dataDir, site, studio, expandBody} = useTalkBody()

/** The text in which the caret stands, and before which of its characters. */
function caret(): [string | null | undefined, number | undefined] {
  const selection = getSelection()
  return [selection?.focusNode?.textContent, selection?.focusOffset]
}

/** By keys: after a click the editor may put the caret back to where the mouse was. */
async function goBehindFirstLine(text: Locator): Promise<void> {
  const {page} = studio()
  await text.focus()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('End')
  await expect.poll(() => page.evaluate(caret)).toEqual(['머리말', 3])
}

test('a talk’s text is written with the toolbar, and arrives on the site and in the file', async () => {
  const {page} = studio()
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
  await studio().publish()

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
  const {page} = studio()
  const {text} = await expandBody()
  const types = () => lectern().client().fetch(`*[_id == "drafts.${TALK}"][0].body[]._type`, {}, {perspective: 'raw'})
  await goBehindFirstLine(text)
  await page.keyboard.press('Enter')
  await expect.poll(types).toEqual(['block', 'block', 'table'])

  const html = '<table><tr><td>가</td><td>나</td></tr></table><pre><code class="language-js">a()\n  b()</code></pre>'
  await pasteHtml(page, html)
  await expect.poll(types).toEqual(['block', 'table', 'codeBlock', 'table'])
  await page.keyboard.press('Control+Z')
  await expect.poll(types).toEqual(['block', 'block', 'table'])
})

test('a picture that is pasted by itself is uploaded, and stands behind the line as a figure', async () => {
  const {page} = studio()
  const {text} = await expandBody()
  await goBehindFirstLine(text)
  const png = await sharp({create: {width: 4, height: 3, channels: 3, background: {r: 30, g: 120, b: 200}}})
    .png()
    .toBuffer()
  await page.evaluate(
    (bytes) => {
      const clipboardData = new DataTransfer()
      clipboardData.items.add(new File([new Uint8Array(bytes)], 'image.png', {type: 'image/png'}))
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', {clipboardData, bubbles: true, cancelable: true}),
      )
    },
    [...png],
  )
  const blocks = `*[_id == "drafts.${TALK}"][0].body[]{
    _type, "picture": asset->{originalFilename, "width": metadata.dimensions.width}
  }`
  await expect
    .poll(() => lectern().client().fetch(blocks, {}, {perspective: 'raw'}))
    .toEqual([
      {_type: 'block', picture: null},
      {_type: 'figure', picture: {originalFilename: 'image.png', width: 4}},
      {_type: 'table', picture: null},
    ])
})
