import {expect, test} from 'vitest'
import {blockMeaning} from '../blockMeaning.ts'
import {mergeBody} from '../mergeBody.ts'
import {parseBody} from '../parseBody.ts'
import type {Body, BodyBlock, MarkdownContext, Table, TextBlock} from '../types.ts'
import {settleForms} from './settleForms.ts'
import {settleObjects} from './settleObjects.ts'

const context: MarkdownContext = {path: 'page.md', line: 1, dialect: 'wowchemy'}

const text = (...children: TextBlock['children']): TextBlock => ({
  _type: 'block',
  _key: 'k',
  style: 'normal',
  markDefs: [],
  children,
})
const span = (words: string): TextBlock['children'][number] => ({_type: 'span', _key: words, text: words, marks: []})

function table(more: Partial<Table>, ...rows: string[][][]): Table {
  return {
    _type: 'table',
    _key: 't',
    rows: rows.map((cells, row) => ({
      _type: 'tableRow',
      _key: `r${row}`,
      cells: cells.map((lines, cell) => ({
        _type: 'tableCell',
        _key: `c${cell}`,
        content: lines.map((line) => text(span(line))),
      })),
    })),
    ...more,
  }
}

/** Blocks as an editor leaves them, and how they are written. */
test.for<[what: string, block: BodyBlock, markdown: string]>([
  [
    'the frame of a player that nobody knows',
    {_type: 'embed', _key: 'k', provider: 'iframe', url: 'https://a.b/x', syntax: 'html'},
    '<iframe src="https://a.b/x"></iframe>',
  ],
  [
    'a picture whose words were taken away',
    text(span(' '), {_type: 'inlineImage', _key: 'i', src: 'a.png', alt: '그림'}, span('')),
    '![그림](a.png)',
  ],
  [
    'a formula with blank lines',
    {_type: 'mathBlock', _key: 'k', tex: '\na\n\n \nb\n', delimiter: '$$'},
    '$$\na\nb\n$$',
  ],
  [
    'a formula whose lines begin with operators',
    {_type: 'mathBlock', _key: 'k', tex: '\nf(x) = a\n  + b\n  - c\n> d\n=\n2. e\n    - f\n', delimiter: '$$'},
    '$$\nf(x) = a + b - c > d =\n2. e\n    - f\n$$',
  ],
  [
    'a formula with what Hugo would take for a shortcode',
    {_type: 'mathBlock', _key: 'k', tex: 'a \\mathbin{{<}} b', delimiter: '$$'},
    '$$a \\mathbin{ {<}} b$$',
  ],
  [
    'HTML with blank lines',
    {_type: 'rawHtml', _key: 'k', html: '<div>\n\n    <b>x</b>\n \n</div>\n\n'},
    '<div>\n    <b>x</b>\n</div>',
  ],
  [
    'a table whose rows are not of one length',
    table({header: true, alignments: ['right']}, [['a'], ['b'], ['c']], [['1']]),
    '| a | b | c |\n| ---: | --- | --- |\n| 1 |  |  |',
  ],
  ['a cell of several texts', table({}, [['a'], ['b', 'c']]), '| a | b<br>c |\n| --- | --- |'],
  ['a header without text', table({}, [[], []], [['1'], ['2']]), '|  |  |\n| --- | --- |\n| 1 | 2 |'],
  [
    'HTML that an editor put into a text',
    text(span('a'), {_type: 'inlineHtml', _key: 'h', html: '<kbd>K</kbd>'}, span(' b')),
    'a<kbd>K</kbd> b',
  ],
  [
    'a tag that an editor put into a text',
    text(span('a '), {_type: 'inlineHtml', _key: 'h', html: '<wbr>'}, span('b')),
    'a <wbr>b',
  ],
  [
    'Markdown that an editor put into a text',
    text(span('a '), {_type: 'inlineMarkdown', _key: 'm', markdown: '**b** [c](d)'}, span(' e')),
    'a **b** [c](d) e',
  ],
])('%s is written and read back, and there is nothing to tell', ([, block, markdown]) => {
  const merged = mergeBody({source: '', current: [block], context})
  expect(merged).toEqual({markdown: `${markdown}\n`, notices: []})
  const settled: Body = settleForms(settleObjects([block], [], context))
  expect(parseBody(merged.markdown, context).blocks.map(blockMeaning)).toEqual(settled.map(blockMeaning))
})
