import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {composeHangul} from '../support/composeHangul.ts'
import {pasteHtml} from '../support/pasteHtml.ts'
import {runSeed} from '../support/runSeed.ts'
import {TALK, useTalkBody} from '../support/useTalkBody.ts'

const {lectern, dataDir, site, studio, expandBody} = useTalkBody()

test('a table gets a row and a column, is aligned, and a word in it becomes bold', async () => {
  const {page} = studio()
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
  await studio().publish()

  await runSeed(lectern(), dataDir(), ['export', site()])
  expect(readFileSync(join(site(), 'content/event/body/index.md'), 'utf8')).toContain(`
| 이름 | 단위 | 값 |
| --- | --- | ---: |
| **지연** |  | 3초 |
| 처리량 |  |  |
`)
})

test('a row that was removed comes back by the keys and by the button, and what was typed stays', async () => {
  const {page} = studio()
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
  const {page} = studio()
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
  await pasteHtml(page, html)
  await expect.poll(() => dialog.getByLabel('2줄 2열', {exact: true}).inputValue()).toBe('나')
  await page.keyboard.press('Control+Enter')
  await expect.poll(() => dialog.last().getByRole('textbox').count()).toBe(1)
  await expect.poll(() => dialog.last().getByRole('textbox').innerText()).toBe('나')
  await dialog.getByLabel('Close dialog').last().click()
  await expect.poll(() => dialog.count()).toBe(0)
  await studio().publish()

  await runSeed(lectern(), dataDir(), ['export', site()])
  expect(readFileSync(join(site(), 'content/event/body/index.md'), 'utf8')).toContain(`
| 이름 | 값 |  |
| --- | --- | --- |
| 가 | 나 | **다** |
|  | 라 | 마 |
`)
})
