import {expect, test} from 'vitest'
import {mergeBody} from '../mergeBody.ts'
import {parseBody} from '../parseBody.ts'
import type {Body, BodyBlock, MarkdownContext, TextBlock} from '../types.ts'

const context: MarkdownContext = {path: 'page.md', line: 1, dialect: 'wowchemy'}

const paragraph = (text: string, more: Partial<TextBlock> = {}): TextBlock => ({
  _type: 'block',
  _key: `new ${text}`,
  style: 'normal',
  markDefs: [],
  children: [{_type: 'span', _key: 's', text, marks: []}],
  ...more,
})

function change(blocks: Body, index: number, more: Partial<TextBlock>): Body {
  return blocks.map((block, at) => (at === index && block._type === 'block' ? {...block, ...more} : block))
}

function toParagraph(blocks: Body, index: number): Body {
  return blocks.map((block, at): BodyBlock => {
    if (at !== index || block._type !== 'block') return block
    const {listItem: _, level: __, ...plain} = block
    return plain
  })
}

interface Case {
  what: string
  source: string
  edit: (blocks: Body) => Body
  written: string
  told?: string[]
}

const FURTHER_IN = 'A list item stands further in than the item before it allows, and was written less far in.'

test.for<Case>([
  {
    what: 'a paragraph between numbered items parts the list, and only the numbers behind it change',
    source: 'a  \nb\n\n***\n\n1) x\n2) y\n3) z\n\n* last\n',
    edit: (blocks) => blocks.toSpliced(3, 0, paragraph('사이')),
    written: 'a  \nb\n\n***\n\n1) x\n\n사이\n\n1) y\n2) z\n\n* last\n',
  },
  {
    what: 'an item that became a paragraph is parted from its neighbours',
    source: '3. three\n4. four\n\n***\n',
    edit: (blocks) => toParagraph(blocks, 1),
    written: '3. three\n\nfour\n\n***\n',
  },
  {
    what: 'a heading that became a paragraph does not swallow the line behind it',
    source: '# H\ntext\n\n***\n',
    edit: (blocks) => change(blocks, 0, {style: 'normal'}),
    written: 'H\n\ntext\n\n***\n',
  },
  {
    what: 'what was nested below an item that is none any more is a list of its own, however far in it stood',
    source: '_a_\n\n10. q\n    - w\n    - e\n11. r\n',
    edit: (blocks) => toParagraph(blocks, 1),
    written: '_a_\n\nq\n\n- w\n- e\n\n1.  r\n',
    told: [FURTHER_IN],
  },
  {
    what: 'the last item of a loose list has no space to keep',
    source: '* a\n\n* b\n\n***\n',
    edit: (blocks) => blocks.toSpliced(0, 1),
    written: '* b\n\n***\n',
  },
  {
    what: 'one item of another kind of list among its neighbours stays in their list',
    source: '1. x\n2. y\n3. z\n',
    edit: (blocks) => change(blocks, 1, {listItem: 'looseNumber'}),
    written: '1. x\n2. y\n3. z\n',
  },
  {
    what: 'text before the first number of a list',
    source: '3. three\n4. four\n',
    edit: ([first, ...others]) =>
      first?._type === 'block'
        ? [{...first, children: [{_type: 'span', _key: 'n', text: '새 ', marks: []}, ...first.children]}, ...others]
        : [],
    written: '3. 새 three\n4. four\n',
  },
  {
    what: 'a numbered list that became one of bullets has no first number',
    source: '3. three\n4. four\n',
    edit: (blocks) => change(change(blocks, 0, {listItem: 'bullet'}), 1, {listItem: 'bullet'}),
    written: '- three\n- four\n',
  },
  {
    what: 'an item without text that begins a nested list would make a heading of the text above it',
    source: '- a\n- b\n',
    edit: (blocks) =>
      blocks.toSpliced(
        1,
        0,
        paragraph('', {listItem: 'bullet', level: 2}),
        paragraph('c', {listItem: 'bullet', level: 2}),
      ),
    written: '- a\n  - c\n- b\n',
  },
  {
    what: 'an item without text right above the list that belonged to the item before it',
    source: '* a\n* b\n    * deep\n\n***\n',
    edit: (blocks) => blocks.toSpliced(2, 0, paragraph('', {listItem: 'bullet', level: 1})),
    written: '* a\n* b\n    * deep\n\n***\n',
  },
  {
    what: 'an item without text between spaced items of a nested list',
    source: '- a\n\n  - b\n\n  - c\n',
    edit: (blocks) => blocks.toSpliced(2, 0, paragraph('', {listItem: 'looseBullet', level: 2})),
    written: '- a\n\n  - b\n\n  - c\n',
  },
  {
    what: 'a list that begins with another number, moved below the text of another item',
    source: '- a\n\n5. b\n6. c\n',
    edit: (blocks) => change(change(blocks, 1, {level: 2}), 2, {level: 2}),
    written: '- a\n  1. b\n  2. c\n',
    told: ['A list inside of an item begins with 1, since Markdown would take another number there for text.'],
  },
  {
    what: 'a space before the text of a first item with a number of its own',
    source: '3. a\n',
    edit: ([a]) =>
      a?._type === 'block'
        ? [
            {
              ...a,
              children: a.children.map((child) =>
                child._type === 'span' && child.text !== '' ? {...child, text: ` ${child.text}b`} : child,
              ),
            },
          ]
        : [],
    written: '3. ab\n',
  },
  {
    what: 'two first items that were put together',
    source: '3. a\n\n***\n\n5. b\n',
    edit: ([a, , b]) =>
      a?._type === 'block' && b?._type === 'block' ? [{...a, children: [...a.children, ...b.children]}] : [],
    written: '3. ab\n',
  },
  {
    what: 'headings, or no text, are no items with space between them',
    source: '***\n',
    edit: ([rule]) => {
      const loose = {listItem: 'looseBullet', level: 1} as const
      const items = ['a', 'b'].map((word) => paragraph(word, {...loose, style: 'h2'}))
      const hollow = [paragraph(' ', loose), paragraph('', {...loose, style: 'blockquote'})]
      return rule === undefined ? [] : [...items, rule, ...hollow]
    },
    written: '- ## a\n- ## b\n\n***\n\n-\n-\n',
  },
  {
    what: 'an item without text in a file with CR LF',
    source: '- a\r\n- b\r\n',
    edit: (blocks) => blocks.toSpliced(1, 0, paragraph('', {listItem: 'bullet', level: 1})),
    written: '- a\r\n- \r\n- b\r\n',
  },
  {
    what: 'indented code behind indented code, and behind a list',
    source: 'a\n\n    code\n',
    edit: ([first, code]) =>
      first && code
        ? [first, code, {...code, _key: 'k2'}, paragraph('x', {listItem: 'bullet', level: 1}), {...code, _key: 'k3'}]
        : [],
    written: 'a\n\n    code\n\n```\ncode\n```\n\n- x\n\n```\ncode\n```\n',
  },
  {
    what: 'indented code behind a footnote and behind a list of several blocks',
    source: 'a[^1]\n\n    code\n\n[^1]: x\n\n***\n\n- a\n\n  b\n',
    edit: ([a, code, note, rule, list]) =>
      a && code && note && rule && list ? [a, note, code, rule, list, {...code, _key: 'k2'}] : [],
    written: 'a[^1]\n\n[^1]: x\n\n```\ncode\n```\n\n***\n\n- a\n\n  b\n\n```\ncode\n```\n',
  },
  {
    what: 'the attributes of a heading that became a paragraph',
    source: '## Head {#id}\n\n***\n',
    edit: (blocks) => change(blocks, 0, {style: 'normal'}),
    written: 'Head\n\n***\n',
  },
  {
    what: 'one block that Markdown cannot hold, and a hard-wrapped paragraph with a new word',
    source: 'one two\nthree four\n',
    edit: ([first]) =>
      first?._type === 'block'
        ? [
            {...first, children: [{_type: 'span', _key: 's', text: 'one new two three four', marks: []}]},
            {_type: 'codeBlock', _key: 'k', code: '{{<'},
          ]
        : [],
    written: 'one new two\nthree four\n\n<pre><code>{&#123;&lt;\n</code></pre>\n',
    told: [
      'The codeBlock "<pre><code>{&#123;&lt;" has something that Markdown cannot hold, and was written as near as it can be.',
    ],
  },
])('$what', ({source, edit, written, told = []}) => {
  const {markdown, notices} = mergeBody({source, current: edit(parseBody(source, context).blocks), context})
  expect([markdown, notices.map(({message}) => message)]).toEqual([written, told])
})
