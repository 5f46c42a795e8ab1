import fc from 'fast-check'
import {expect, test} from 'vitest'
import {blockMeaning} from '../blockMeaning.ts'
import type {ListStyle} from '../listStyles.ts'
import {mergeBody} from '../mergeBody.ts'
import {parseBody} from '../parseBody.ts'
import type {Body, BodyBlock, MarkdownContext, TextBlock} from '../types.ts'
import {settleLists} from './settleLists.ts'

const context: MarkdownContext = {path: 'page.md', line: 1, dialect: 'wowchemy'}

/** Spelled as nothing is printed, so that a text that was written anew shows. */
const OTHERS = [
  'hard *wrapped*\n__lines__ &amp; more',
  'Head\n====',
  '***',
  '~~~js\nx\n~~~',
  'a  \nb',
  '| a |\n|:-|\n|b|',
]
const LISTS = [
  '* one\n* two\n    * deep\n    * er\n* three',
  '3) x\n4) y\n5) z',
  '1.  a\n    - b\n2.  c',
  '+ p\n\n+ q\n\n+ r',
]

const edit = fc.record({
  kind: fc.constantFrom('level', 'style', 'plain', 'split', 'remove', 'insert', 'words'),
  at: fc.nat(30),
  level: fc.integer({min: 1, max: 3}),
  style: fc.constantFrom<ListStyle[]>('bullet', 'number', 'looseBullet', 'looseNumber'),
})

type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never

const span = (text: string) => ({_type: 'span' as const, _key: `s${text}`, text, marks: []})

function edited(blocks: Body, {kind, at, level, style}: Edit, index: number): Body {
  const items = blocks.flatMap((block, place) =>
    block._type === 'block' && block.listItem !== undefined ? [place] : [],
  )
  const place = items[at % Math.max(1, items.length)]
  const block = blocks[place ?? -1]
  if (place === undefined || block?._type !== 'block') return blocks
  const fresh: TextBlock = {...block, _key: `new${index}`, children: [span(`새 글 ${index}`)], markDefs: []}
  const {listItem: _, level: __, ...plain} = block
  // Inside of a list, lists of another kind beside one another are more than Markdown can always say.
  const other = block.level === 1 ? {listItem: style} : {}
  const changed: Record<Edit['kind'], BodyBlock[]> = {
    level: [{...block, level}],
    style: [{...block, ...other}],
    plain: [plain],
    split: [block, {...fresh, ...other}],
    remove: [],
    insert: [{_type: 'block', _key: `new${index}`, style: 'normal', children: [span('사이')], markDefs: []}, block],
    words: [{...block, children: [...block.children, span(' 말')]}],
  }
  return blocks.toSpliced(place, 1, ...changed[kind])
}

/** A list right behind the nested items of another kind of list is read as raw Markdown. */
function isReadRaw(blocks: Body): boolean {
  return blocks.some((block, index) => {
    const before = blocks[index - 1]
    if (block._type !== 'block' || block.listItem === undefined || before?._type !== 'block') return false
    const [level, last] = [block.level ?? 1, before.level ?? 0]
    const open = blocks.slice(0, index).findLast((other) => other._type !== 'block' || (other.level ?? 0) <= level)
    return last > level && open?._type === 'block' && open.level === level && open.listItem !== block.listItem
  })
}

const sources = fc
  .array(fc.tuple(fc.constantFrom(...OTHERS), fc.constantFrom(...LISTS)), {minLength: 1, maxLength: 3})
  .map((parts) => parts.flat())

test(
  'however lists are edited, they are read back as meant, and nothing else is written anew',
  {timeout: 60_000},
  () => {
    fc.assert(
      fc.property(
        sources,
        fc.array(edit, {minLength: 1, maxLength: 4}),
        fc.constantFrom('\n', '\r\n'),
        (parts, edits, lineEnd) => {
          const source = `${parts.join('\n\n')}\n`.replaceAll('\n', lineEnd)
          const current = edits.reduce(edited, parseBody(source, context).blocks)
          fc.pre(!isReadRaw(settleLists(current)))
          const {markdown} = mergeBody({source, current, context})
          expect(parseBody(markdown, context).blocks.map(blockMeaning)).toEqual(settleLists(current).map(blockMeaning))
          const others = parts.filter((part) => OTHERS.includes(part)).map((part) => part.replaceAll('\n', lineEnd))
          const found = others.reduce((from, part) => Math.max(from, markdown.indexOf(part, from) + part.length), 0)
          expect([others.every((part) => markdown.includes(part)), found <= markdown.length]).toEqual([true, true])
        },
      ),
      {numRuns: 300, seed: Number(process.env['FUZZ_SEED'] ?? 20261127)},
    )
  },
)
