import {appendText, type Mark, type Piece} from './pieces.ts'
import type {Child, Decorator, LinkMark} from './types.ts'

const decorators: ReadonlySet<string> = new Set<Decorator>([
  'strong',
  'em',
  'code',
  'strike-through',
  'underline',
  'highlight',
  'subscript',
  'superscript',
])

/** Pieces of a block's children. A mark that is neither a decorator nor one of the links is left out, as it shows nothing. */
export function fromBlock(block: {
  style?: string
  children?: readonly Child[]
  markDefs?: readonly LinkMark[]
}): Piece[] {
  const links = new Map((block.markDefs ?? []).map((link) => [link._key, link]))
  const pieces: Piece[] = []
  for (const child of block.children ?? []) {
    if (child._type !== 'span') {
      pieces.push({text: '', object: child, marks: []})
      continue
    }
    const marks = readMarks(child.marks ?? [], links)
    const before = pieces.at(-1)?.marks
    appendText(pieces, child.text, before !== undefined && isSameSet(before, marks) ? before : marks)
  }
  return trimEdges(block.style?.startsWith('h') === true ? attributesLast(pieces) : withoutAttributes(pieces))
}

/** Attributes of a heading (`{#id}`) count at its end only: what an editor writes behind them belongs before them. */
function attributesLast(pieces: Piece[]): Piece[] {
  const at = pieces.findIndex(({object}) => isAttributes(object))
  const attributes = pieces[at]
  if (attributes === undefined || at === pieces.length - 1) return pieces
  const texts: Piece[] = []
  for (const piece of pieces) {
    if (piece === attributes) continue
    if (piece.object === undefined) appendText(texts, piece.text, piece.marks)
    else texts.push(piece)
  }
  return [...trimEdges(texts), attributes]
}

/** A heading that became a paragraph: Hugo would show its attributes as text. */
function withoutAttributes(pieces: Piece[]): Piece[] {
  return pieces.some(({object}) => isAttributes(object)) ? pieces.filter(({object}) => !isAttributes(object)) : pieces
}

function isAttributes(object: Piece['object']): boolean {
  return object?._type === 'inlineMarkdown' && /^\s*\{[^{}<>%]*\}$/.test(object.markdown)
}

/** The editor keeps marks in the order in which they were set. */
function isSameSet(a: readonly Mark[], b: readonly Mark[]): boolean {
  return a.length === b.length && a.every((mark) => b.includes(mark))
}

function readMarks(names: readonly string[], links: ReadonlyMap<string, LinkMark>): Mark[] {
  const marks: Mark[] = []
  for (const name of names) {
    const link = links.get(name)
    if (link !== undefined) marks.push(link)
    else if (isDecorator(name)) marks.push(name)
  }
  return marks
}

function isDecorator(name: string): name is Decorator {
  return decorators.has(name)
}

/** Markdown has no spaces at the edges of a block; inside of code and links it has. */
function trimEdges(pieces: Piece[]): Piece[] {
  const first = pieces[0]
  if (first !== undefined && isOutside(first)) first.text = first.text.replace(/^[ \t\n]+/, '')
  const last = pieces.at(-1)
  if (last !== undefined && isOutside(last)) last.text = last.text.replace(/[ \t\n]+$/, '')
  return pieces.filter(({text, object}) => object !== undefined || text !== '')
}

function isOutside({object, marks}: Piece): boolean {
  return object === undefined && marks.every((mark) => typeof mark === 'string' && mark !== 'code')
}
