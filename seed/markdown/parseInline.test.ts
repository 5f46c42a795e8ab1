import fc from 'fast-check'
import {expect, test} from 'vitest'
import type {InlineObject} from './inline/types.ts'
import {parseInline} from './parseInline.ts'
import {serializeInline} from './serializeInline.ts'
import type {InlineBlocks, MarkdownContext} from './types.ts'

const contextOf = (dialect: MarkdownContext['dialect']): MarkdownContext => ({path: 'page.md', line: 4, dialect})

/** Text as it is, objects as their type and their own fields. */
function describe(blocks: InlineBlocks): unknown[] {
  return blocks.map(({children}) =>
    children.flatMap((child): unknown[] => {
      if (child._type === 'span') return child.text === '' ? [] : [[child.text, ...child.marks].join('|')]
      const {_key, ...object} = child
      return [object]
    }),
  )
}

test.for<[markdown: string, blocks: unknown[]]>([
  ['', []],
  ['사진: **홍길동**, `x`', [['사진: ', '홍길동|strong', ', ', 'x|code']]],
  ['H<sub>2</sub>O ~~old~~', [['H', '2|subscript', 'O ', 'old|strike-through']]],
  ['a <kbd>b</kbd>', [['a ', {_type: 'inlineHtml', html: '<kbd>'}, 'b', {_type: 'inlineHtml', html: '</kbd>'}]]],
  ['$x_1$ 은', [[{_type: 'inlineMath', tex: 'x_1', delimiter: '$'}, ' 은']]],
  ['![a](b.png "c") d', [[{_type: 'inlineImage', src: 'b.png', alt: 'a', title: 'c'}, ' d']]],
  ['{{< icon name="x" >}} e', [[{_type: 'icon', name: 'x'}, ' e']]],
  [
    '[![a](b)](c) {{< mention "admin" >}}',
    [
      [
        {_type: 'inlineMarkdown', markdown: '[![a](b)](c)'},
        ' ',
        {_type: 'inlineShortcode', name: 'mention', source: '{{< mention "admin" >}}'},
      ],
    ],
  ],
  ['one\n\ntwo', [['one'], ['two']]],
  ['# *a*\n\nb', [[{_type: 'inlineMarkdown', markdown: '# *a*'}], ['b']]],
  ['<div>a</div>', [[{_type: 'inlineMarkdown', markdown: '<div>a</div>'}]]],
  ['[a][r]\n\n[r]: /u', [[{_type: 'inlineMarkdown', markdown: '[a][r]\n\n[r]: /u'}]]],
  ['a\n{.c}', [[{_type: 'inlineMarkdown', markdown: 'a\n{.c}'}]]],
])('%s', ([markdown, blocks]) => {
  const context = contextOf('wowchemy')
  const read = parseInline(markdown, context).blocks
  expect(describe(read)).toEqual(blocks)
  expect(serializeInline(read, context)).toBe(markdown)
})

test('what stays Markdown is said', () => {
  expect(parseInline('앞\n\n- a\n- b', contextOf('wowchemy')).notices).toEqual([
    {kind: 'rawInline', path: 'page.md', line: 6, message: 'Kept as Markdown inside the text.', value: '- a\n- b'},
  ])
})

/** Inline Markdown that has no marks of its own: it stays as it is written, whatever is edited around it. */
const objects = [
  '<kbd>', '<b class="x">', '<!-- c -->', '<a href=\'x\' >', '$a_b * c$', '$$\\frac{1}{2}$$', '{{< mention "admin" >}}', '{{%  odd   "x" %}}', '{{< a >}} in {{< /a >}}', '**[![b](c.png)](d)**', '\\"',
] // prettier-ignore
const words = fc.array(fc.constantFrom('글', 'word', '*', '_x_', '1.', '#', '- ', '"', '~~', 'a|b', '<'), {
  maxLength: 4,
})

test('editing the text around an object keeps its source byte for byte', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('wowchemy', 'kit', 'academic2'),
      fc.array(fc.constantFrom(...objects), {minLength: 1, maxLength: 4}),
      words,
      (dialect, sources, added) => {
        const context = contextOf(dialect)
        const read = parseInline(`앞 ${sources.join(' 사이 ')} 뒤`, context).blocks
        const edited = read.map((block) => ({
          ...block,
          children: block.children.map((child) =>
            child._type === 'span' ? {...child, text: `${child.text}${added.join(' ')} 고침 `} : child,
          ),
        }))
        const written = serializeInline(edited, context)
        const rest = sources.reduce((text: string | undefined, source) => {
          const at = text?.indexOf(source) ?? -1
          return at < 0 ? undefined : text?.slice(at + source.length)
        }, written)
        expect(rest).toBeDefined()
        expect(objectsOf(parseInline(written, context).blocks)).toEqual(objectsOf(read))
      },
    ),
    {numRuns: 1000, seed: Number(process.env['FUZZ_SEED'] ?? 20241003)},
  )
})

function objectsOf(blocks: InlineBlocks): Array<Omit<InlineObject, '_key'>> {
  return blocks.flatMap(({children}) =>
    children.flatMap((child) => {
      if (child._type === 'span') return []
      const {_key, ...object} = child
      return [object]
    }),
  )
}
