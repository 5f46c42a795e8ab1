import {isArraySchemaType} from '@sanity/types'
import {JSDOM} from 'jsdom'
import {createSchema} from 'sanity'
import {expect, test} from 'vitest'
import {createSchemaTypes} from '../../../schemas/index.ts'
import {cellsOfHtml} from './cellsOfHtml.ts'

const cell = createSchema({name: 'default', types: createSchemaTypes('en')}).get('cellBlocks')

function read(html: string) {
  if (!isArraySchemaType(cell)) throw new Error('cellBlocks is no array')
  return cellsOfHtml(html, {cell, newKey: () => 'k', parseHtml: (text) => new JSDOM(text).window.document})
}
const said = (text: string, ...marks: string[]) => [
  {_type: 'block', _key: 'k', style: 'normal', markDefs: [], children: [{_type: 'span', _key: 'k', text, marks}]},
]

test('cells of a spreadsheet are read row by row, all rows of one length', () => {
  const sheets = `<meta charset='utf-8'><google-sheets-html-origin><style type="text/css"><!--td {border: 1px}--></style>
    <table xmlns="http://www.w3.org/1999/xhtml" dir="ltr"><colgroup><col width="100"/></colgroup>
    <tbody><tr><td>이름</td><td><b>값</b></td></tr><tr><td colspan="2">지연</td></tr></tbody></table>`
  expect(read(sheets)).toEqual([
    [said('이름'), said('값', 'strong')],
    [said('지연'), []],
  ])
})

test.each([
  ['no table', '<p>글</p>'],
  ['a single cell', '<table><tr><td>글</td></tr></table>'],
  ['words beside the table', '<p>앞</p><table><tr><td>가</td><td>나</td></tr></table>'],
  ['two tables', '<table><tr><td>가</td><td>나</td></tr></table><table><tr><td>다</td><td>라</td></tr></table>'],
])('%s is left to the field', (_, html) => {
  expect(read(html)).toBeUndefined()
})
