import fc from 'fast-check'
import type {Child, LinkMark} from '../inline/types.ts'
import type {ListStyle} from '../listStyles.ts'
import type {BlockStyle, Body, BodyBlock, TextBlock} from '../types.ts'

/** A step that an editor takes in the Studio; the numbers choose a place among those that there are. */
export interface Step {
  kind: keyof typeof kinds
  block: number
  from: number
  to: number
  text: string
  mark: string
  style: BlockStyle
  list: ListStyle
  other: BodyBlock
}

/** A character, or an object, with its marks. */
interface Atom {
  text: string
  object?: Exclude<Child, {_type: 'span'}>
  marks: readonly string[]
}

const LINK: LinkMark = {_type: 'link', _key: 'link', href: 'https://e.org/_a_(b)'}
const graphemes = new Intl.Segmenter('en', {granularity: 'grapheme'})

function atomsOf({children}: TextBlock): Atom[] {
  return children.flatMap((child): Atom[] => {
    if (child._type !== 'span') return [{text: '', object: child, marks: []}]
    return [...graphemes.segment(child.text)].map(({segment}) => ({text: segment, marks: child.marks}))
  })
}

/** A block of atoms as the editor keeps it: neighbours with the same marks are one span, and spans stand around objects. */
function withAtoms(block: TextBlock, atoms: readonly Atom[]): TextBlock {
  const children: Child[] = []
  const add = (text: string, marks: readonly string[]) =>
    children.push({_type: 'span', _key: `s${children.length}`, text, marks: [...marks]})
  for (const {text, object, marks} of atoms) {
    const last = children.at(-1)
    if (object !== undefined) {
      if (last?._type !== 'span') add('', [])
      children.push({...object, _key: `o${children.length}`})
    } else if (last?._type === 'span' && String(last.marks) === String(marks)) last.text += text
    else add(text, marks)
  }
  if (children.at(-1)?._type !== 'span') add('', [])
  const isLinked = atoms.some(({marks}) => marks.includes('link'))
  const others = block.markDefs.filter(({_key}) => _key !== 'link')
  return {...block, children, markDefs: isLinked ? [...others, LINK] : others}
}

function plain(block: TextBlock): TextBlock {
  const {listItem: _, level: __, ...paragraph} = block
  return paragraph
}

type Edit = (block: TextBlock, step: Step, atoms: readonly Atom[], range: readonly [number, number]) => TextBlock[]

/** What each kind of step makes of the text block that it is taken in. */
const kinds = {
  type: (block, {text}, atoms, [at]) => [
    withAtoms(block, atoms.toSpliced(at, 0, {text, marks: atoms[at - 1]?.marks ?? []})),
  ],
  delete: (block, _, atoms, [from, to]) => [withAtoms(block, atoms.toSpliced(from, to - from))],
  split: (block, {text}, atoms, [at]) => [
    withAtoms(block, atoms.slice(0, at)),
    withAtoms({...block, _key: `split ${text} ${at}`}, atoms.slice(at)),
  ],
  mark: (block, {mark}, atoms, [from, to]) => [
    withAtoms(
      block,
      atoms.map((atom, at) =>
        at < from || at >= to || atom.object !== undefined
          ? atom
          : {
              ...atom,
              marks: atom.marks.includes(mark) ? atom.marks.filter((name) => name !== mark) : [...atom.marks, mark],
            },
      ),
    ),
  ],
  style: (block, {style}) => [{...block, style}],
  list: (block, {list}) => [
    block.listItem === list ? plain(block) : {...block, listItem: list, level: block.level ?? 1},
  ],
  level: (block, {from}) => [
    block.listItem === undefined
      ? block
      : {...block, level: Math.max(1, (block.level ?? 1) + (from % 2 === 0 ? 1 : -1))},
  ],
  remove: () => [],
  copy: (block, {text}) => [block, {...block, _key: `copy ${text}`}],
} satisfies Record<string, Edit>

/** Kinds of steps that concern blocks of any type, or two of them. */
const places = ['merge', 'move', 'insert'] as const

/** The body after a step. */
export function takeStep(body: Body, step: Step & {place?: (typeof places)[number] | undefined}): Body {
  const index = step.block % Math.max(1, body.length)
  const block = body[index]
  if (step.place === 'insert') return body.toSpliced(step.block % (body.length + 1), 0, step.other)
  if (block === undefined) return body
  if (step.place === 'move') return body.toSpliced(index, 1).toSpliced(step.from % body.length, 0, block)
  if (block._type !== 'block') return body
  const atoms = atomsOf(block)
  const before = body[index - 1]
  if (step.place === 'merge') {
    if (before?._type !== 'block') return body.with(index, plain(block))
    const both = {...before, markDefs: [...before.markDefs, ...block.markDefs]}
    return body.toSpliced(index - 1, 2, withAtoms(both, [...atomsOf(before), ...atoms]))
  }
  const [a, b] = [step.from % (atoms.length + 1), step.to % (atoms.length + 1)]
  return body.toSpliced(index, 1, ...kinds[step.kind](block, step, atoms, [Math.min(a, b), Math.max(a, b)]))
}

/** Texts that Markdown or Hugo takes for something else, and those that a paste brings. */
const TEXTS = [
  ' ', '\n', 'x', '글', '\u00a0', '\u200b', '\u2028', '👩‍👧', '한', 'שלום', '#', '# ', '- ', '1. ', '> ', '~~~', '```', '`', '|', '|-|', ':::', '$', '$$', '\\', '&amp;', '<', '<b>', '<!--', 'https://a.b/_c_', 'www.a.org', 'a@b.org', '[x]', '[ ] ', '[a](b)', '[', ']', '[^1]', '![', '{.c}', '{{< x >}}', '{{', '>}}', '[!NOTE]', '---', '===', '--', '_', '*', '**', '~', '^', '==', ': ', '"', '...', '<<', '(',
] // prettier-ignore
const OTHERS: BodyBlock[] = [
  {_type: 'divider', _key: 'other'},
  {_type: 'codeBlock', _key: 'other', code: 'x\n\n  y', language: 'js'},
  {_type: 'codeBlock', _key: 'other', code: 'x', indented: true},
  {_type: 'figure', _key: 'other', src: 'a.png', alt: '그림', syntax: 'markdown'},
  {_type: 'rawHtml', _key: 'other', html: '<div>\nx\n\ny\n</div>'},
  {_type: 'mathBlock', _key: 'other', tex: 'x\n\ny', delimiter: '$$'},
]
const STYLES: BlockStyle[] = ['normal', 'normal', 'h2', 'h6', 'blockquote']
const LISTS: ListStyle[] = ['bullet', 'number', 'looseBullet', 'looseNumber']
const MARKS = ['strong', 'em', 'code', 'strike-through', 'underline', 'highlight', 'subscript', 'superscript', 'link']

/** Any step: in a text, or of a block. */
export const arbitraryStep = fc.record({
  kind: fc.constantFrom<Array<Step['kind']>>(
    'type',
    'delete',
    'split',
    'mark',
    'style',
    'list',
    'level',
    'remove',
    'copy',
  ),
  place: fc.option(fc.constantFrom(...places), {freq: 4, nil: undefined}),
  block: fc.nat(20),
  from: fc.nat(40),
  to: fc.nat(40),
  text: fc.constantFrom(...TEXTS),
  mark: fc.constantFrom(...MARKS),
  style: fc.constantFrom(...STYLES),
  list: fc.constantFrom(...LISTS),
  other: fc.constantFrom(...OTHERS),
})
