import type {ArraySchemaType} from '@sanity/types'
import {isArraySchemaType} from '@sanity/types'
import {JSDOM} from 'jsdom'
import {createSchema} from 'sanity'
import {expect, test} from 'vitest'
import {createSchemaTypes} from '../../../schemas/index.ts'
import {blocksOfHtml} from './blocksOfHtml.ts'

const schema = createSchema({name: 'default', types: createSchemaTypes('en')})

function arrayType(name: string): ArraySchemaType {
  const type = schema.get(name)
  if (!isArraySchemaType(type)) throw new Error(`${name} is no array`)
  return type
}

const paste = (html: string) =>
  blocksOfHtml(html, {
    text: arrayType('body'),
    cell: arrayType('cellBlocks'),
    newKey: () => 'k',
    parseHtml: (text) => new JSDOM(text).window.document,
  })
const span = (text: string, ...marks: string[]) => ({_type: 'span', _key: 'k', text, marks})
const block = (...children: object[]) => ({_type: 'block', _key: 'k', style: 'normal', markDefs: [], children})
const table = (...rows: object[][][]) => ({
  _type: 'table',
  _key: 'k',
  header: true,
  rows: rows.map((cells) => ({
    _type: 'tableRow',
    _key: 'k',
    cells: cells.map((content) => ({_type: 'tableCell', _key: 'k', content})),
  })),
})

test('HTML with nothing of ours is left to the editor', () => {
  expect(paste('<p>글 <b>굵게</b></p><ul><li>하나</li></ul>')).toBeUndefined()
  expect(paste('')).toBeUndefined()
})

test('a table of Word stays a table among its paragraphs', () => {
  const html = `<html><body><!--StartFragment--><p class=MsoNormal>앞</p>
    <table class=MsoTableGrid border=1><tr><td><p class=MsoNormal><b>이름</b></p></td><td><p class=MsoNormal>값</p></td></tr>
    <tr><td><p class=MsoNormal>지연</p></td><td><p class=MsoNormal>3초</p></td></tr></table>
    <p class=MsoNormal>뒤</p><!--EndFragment--></body></html>`
  expect(paste(html)).toEqual([
    block(span('앞')),
    table([[block(span('이름', 'strong'))], [block(span('값'))]], [[block(span('지연'))], [block(span('3초'))]]),
    block(span('뒤')),
  ])
})

test('a table of Google Docs stays one, a cell over two columns is followed by an empty one, a frame is taken away', () => {
  const html = (rows: string) =>
    `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><div dir="ltr"><table><colgroup><col/></colgroup><tbody>${rows}</tbody></table></div></b>`
  const cell = (text: string, attributes = '') => `<td ${attributes}><p dir="ltr"><span>${text}</span></p></td>`
  expect(paste(html(`<tr>${cell('가', 'colspan="2"')}</tr><tr>${cell('나')}${cell('다')}</tr>`))).toEqual([
    table([[block(span('가'))], []], [[block(span('나'))], [block(span('다'))]]),
  ])
  expect(paste(html(`<tr>${cell('틀 안의 글')}</tr>`))).toEqual([block(span('틀 안의 글'))])
})

test('code keeps its lines, a rule its place, and raised, lowered and marked text its marks', () => {
  const html =
    '<p>H<sub>2</sub>O, x<sup>2</sup>, <mark>표시</mark></p><pre><code class="hljs language-js">const a = 1\n\n  b()\n</code></pre><hr><pre>줄\n둘</pre>'
  expect(paste(html)).toEqual([
    block(
      span('H'),
      span('2', 'subscript'),
      span('O, x'),
      span('2', 'superscript'),
      span(', '),
      span('표시', 'highlight'),
    ),
    {_type: 'codeBlock', _key: 'k', code: 'const a = 1\n\n  b()', language: 'js'},
    {_type: 'divider', _key: 'k'},
    {_type: 'codeBlock', _key: 'k', code: '줄\n둘'},
  ])
})

test('a numbered list begins with the number that it has', () => {
  const item = (...children: object[]) => ({...block(...children), listItem: 'number', level: 1})
  expect(paste('<ol start="3"><li>셋</li><li>넷</li></ol><ol start="1"><li>하나</li></ol>')).toEqual([
    item({_type: 'listStart', _key: 'k', number: 3}, span('셋')),
    item(span('넷')),
    item(span('하나')),
  ])
})

test('pictures of the web stay where they are, a picture of a file that nobody else has is left out', () => {
  const picture = (name: string) => `<img width=10 src="https://example.org/${name}.png" alt="${name}">`
  const figure = (name: string) => ({_type: 'figure', _key: 'k', src: `https://example.org/${name}.png`, alt: name})
  expect(
    paste(
      `<p>앞 ${picture('a')} 뒤</p><p><a href="https://example.org">${picture('b')}</a></p>
      <p>글<img src="file:///C:/image001.png"></p><table><tr><td>가 ${picture('c')}</td><td>나</td></tr></table>`,
    ),
  ).toEqual([
    block(span('앞')),
    figure('a'),
    block(span('뒤')),
    {...figure('b'), link: 'https://example.org'},
    block(span('글')),
    table([[block(span('가 '), {...figure('c'), _type: 'inlineImage'})], [block(span('나'))]]),
  ])
})
