import {expect, test} from 'vitest'
import {mergeBody} from './mergeBody.ts'
import {parseBody} from './parseBody.ts'
import {serializeBody} from './testing/serializeBody.ts'
import type {Body, MarkdownContext, TextBlock} from './types.ts'

const context: MarkdownContext = {path: 'page.md', line: 1, dialect: 'wowchemy'}

/** `looseBullet 1 h2: text`; a first number stands before the text. */
function describe(blocks: Body): string[] {
  return blocks.map((block) => {
    if (block._type !== 'block') return block._type
    const text = block.children.map((child) => {
      if (child._type === 'span') return child.text
      return child._type === 'listStart' ? `(from ${child.number})` : `(${child._type})`
    })
    const style = block.style === 'normal' ? '' : ` ${block.style}`
    return `${block.listItem ?? 'text'} ${block.level ?? 0}${style}: ${text.join('')}`
  })
}

test.for<[markdown: string, blocks: string[]]>([
  ['- a\n\n- b\n', ['looseBullet 1: a', 'looseBullet 1: b']],
  ['- a\n\n  - b\n  - c\n\n- d\n', ['looseBullet 1: a', 'bullet 2: b', 'bullet 2: c', 'looseBullet 1: d']],
  ['- a\n  - b\n\n  - c\n- d\n', ['bullet 1: a', 'looseBullet 2: b', 'looseBullet 2: c', 'bullet 1: d']],
  ['1. a\n\n2. b\n\n   - c\n', ['looseNumber 1: a', 'looseNumber 1: b', 'bullet 2: c']],
  ['4. d\n5. e\n', ['number 1: (from 4)d', 'number 1: e']],
  ['0. a\n\n1. b\n', ['looseNumber 1: (from 0)a', 'looseNumber 1: b']],
  ['3. [ ] a\n4. [x] b\n', ['number 1: (from 3)(inlineMarkdown) a', 'number 1: (inlineMarkdown) b']],
  ['- # a\n- > b\n- c\n', ['bullet 1 h1: a', 'bullet 1 blockquote: b', 'bullet 1: c']],
  ['- a\n  - b\n\n1. c\n', ['bullet 1: a', 'bullet 2: b', 'number 1: c']],
  ['1. a\n   - b\n     - c\n\n- d\n', ['number 1: a', 'bullet 2: b', 'bullet 3: c', 'bullet 1: d']],
  ['- a\n  1. b\n\n3. c\n', ['bullet 1: a', 'number 2: b', 'number 1: (from 3)c']],
  ['- a\n\n  second paragraph\n', ['rawMarkdown']],
  ['- a\n- b\n\n  [r]: /u\n- d\n', ['rawMarkdown']],
])('%j', ([markdown, blocks]) => {
  const read = parseBody(markdown, context).blocks
  expect(describe(read)).toEqual(blocks)
  expect(serializeBody(read, context)).toBe(markdown)
})

test('other spellings of the same lists are read alike', () => {
  const spellings = ['* a\n\n\n* b', '+   a\n\n+   b', '-\n  a\n\n-\n  b', '- a\n- b\n\n- c'].map((markdown) =>
    describe(parseBody(markdown, context).blocks).slice(0, 2),
  )
  expect(spellings).toEqual(spellings.map(() => ['looseBullet 1: a', 'looseBullet 1: b']))
})

function item(text: string, listItem: TextBlock['listItem'] & string, level = 1): TextBlock {
  const children: TextBlock['children'] = [{_type: 'span', _key: text, text, marks: []}]
  return {_type: 'block', _key: text, style: 'normal', listItem, level, children, markDefs: []}
}

test('a tight and a loose list beside one another stay two lists', () => {
  const body = [item('a', 'bullet'), item('b', 'bullet'), item('c', 'looseBullet'), item('d', 'looseBullet')]
  const written = serializeBody(body, context)
  expect(written).toBe('- a\n- b\n\n* c\n\n* d\n')
  expect(describe(parseBody(written, context).blocks)).toEqual(describe(body))
})

test('a list right behind a nested one of another kind stays a list of its own', () => {
  const body = [item('a', 'bullet'), item('b', 'bullet', 2), item('c', 'looseBullet'), item('d', 'looseBullet')]
  const written = serializeBody(body, context)
  expect(written).toBe('- a\n  - b\n\n* c\n\n* d\n')
  const source = '- a\n  - b\n\nbetween\n\n3.  c\n4.  d\n'
  const {blocks} = parseBody(source, context)
  const current = blocks.toSpliced(2, 1)
  expect(mergeBody({source, current, context})).toEqual({markdown: '- a\n  - b\n\n3.  c\n4.  d\n', notices: []})
})

test('items keep the distance that the list has in its file', () => {
  const source = '*  a\n\n\n*  b\n\n*  c\n'
  const {blocks} = parseBody(source, context)
  const added = item('new', 'looseBullet')
  expect(mergeBody({source, current: blocks.toSpliced(2, 0, added), context}).markdown).toBe(
    '*  a\n\n\n*  b\n\n*  new\n\n*  c\n',
  )
})

test('a list that starts elsewhere goes on counting from there', () => {
  const source = '4. d\n5. e\n'
  const {blocks} = parseBody(source, context)
  expect(mergeBody({source, current: blocks.toSpliced(1, 0, item('new', 'number')), context}).markdown).toBe(
    '4. d\n5. new\n6. e\n',
  )
})

test('items of which one needs tags and one needs an escaped sign behind a tag are a list', () => {
  const source =
    '1. 글 \\~{{< icon name="github" pack="fab" >}}<strong>\\~</strong>\n\n2. 글 ==> 백엔드 https\\://example.org==\n'
  const kit: MarkdownContext = {...context, dialect: 'kit'}
  expect(describe(parseBody(source, kit).blocks)).toEqual([
    'looseNumber 1: 글 ~(icon)~',
    'looseNumber 1: 글 > 백엔드 https://example.org',
  ])
})

test('items of which each needs a spelling that another cannot have are a list', () => {
  const source = '- 글 **\\$5 백엔드**$$a_b * c$$\n\n- 글 \\<b>> 백엔드\n'
  expect(describe(parseBody(source, context).blocks)).toEqual([
    'looseBullet 1: 글 $5 백엔드(inlineMath)',
    'looseBullet 1: 글 <b>> 백엔드',
  ])
})

test.for(['academic2', 'academic4'] as const)(
  '%s: four columns for what an item holds, as Blackfriday wants',
  (dialect) => {
    const body = [item('a', 'bullet'), item('b', 'number', 2), item('c', 'bullet', 3), item('d', 'bullet')]
    const written = serializeBody(body, {...context, dialect})
    expect(written).toBe('- a\n    1. b\n        - c\n- d\n')
    expect(describe(parseBody(written, {...context, dialect}).blocks)).toEqual(describe(body))
  },
)
