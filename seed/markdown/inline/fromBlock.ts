import {appendText, type Mark, type Piece} from './pieces.ts'
import type {Child, Decorator, InlineObject, LinkMark} from './types.ts'

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

/** A task's checkbox. */
const box = /^\[[ xX]\]$/

interface TextSource {
  style?: string
  listItem?: string
  children?: readonly Child[]
  markDefs?: readonly LinkMark[]
}

/** Pieces of a block's children. A mark that is neither a decorator nor one of the links is left out, as it shows nothing. */
export function fromBlock(block: TextSource): Piece[] {
  const links = new Map((block.markDefs ?? []).map((link) => [link._key, link]))
  const pieces: Piece[] = []
  const children = block.children ?? []
  for (const [index, child] of children.entries()) {
    if (child._type === 'span') {
      addSpan(pieces, child.text, readMarks(child.marks ?? [], links))
      continue
    }
    const text = objectAsText(child, block, index)
    if (text === undefined) pieces.push({text: '', object: child, marks: []})
    else appendText(pieces, text, [])
  }
  partBox(pieces)
  return trimEdges(isHeading(block) ? attributesLast(pieces) : withoutAttributes(pieces))
}

function isHeading({style}: TextSource): boolean {
  return style?.startsWith('h') === true
}

/** Code has no line breaks in Markdown, and is no code without a word. */
function addSpan(pieces: Piece[], text: string, marks: readonly Mark[]): void {
  if (!marks.includes('code') || (!text.includes('\n') && text.trim() !== '')) return addText(pieces, text, marks)
  const others = marks.filter((mark) => mark !== 'code')
  for (const part of text.split(/(\s*\n\s*)/)) addText(pieces, part, part.trim() === '' ? others : marks)
}

function addText(pieces: Piece[], text: string, marks: readonly Mark[]): void {
  const before = pieces.at(-1)?.marks
  appendText(pieces, text, before !== undefined && isSameSet(before, marks) ? before : marks)
}

/** What an object is where an editor brought it: a line break in a heading, a box that begins no item's text. */
function objectAsText(object: InlineObject, block: TextSource, index: number): string | undefined {
  if (object._type === 'inlineHtml') return isHeading(block) && /^<br *\/?>$/.test(object.html) ? '\n' : undefined
  if (object._type !== 'inlineMarkdown' || !box.test(object.markdown)) return undefined
  const {listItem, style, children = []} = block
  const isFirst = children.slice(0, index).every(saysNothing)
  const isTask = listItem !== undefined && style === 'normal' && isFirst && isApart(children.slice(index + 1))
  return isTask ? undefined : object.markdown
}

/** Whether nothing stands behind a box, or a space and more text. */
function isApart(children: readonly Child[]): boolean {
  const [next, ...others] = children
  if (children.every(saysNothing)) return true
  if (next?._type !== 'span' || !/^[ \t]/.test(next.text)) return false
  return next.text.trim() !== '' || !others.every(saysNothing)
}

/** The space behind a box is under no mark: between the brackets of a link it would part nothing. */
function partBox(pieces: Piece[]): void {
  const at = pieces.findIndex(({object}) => isBox(object)) + 1
  const next = pieces[at]
  if (at === 0 || next === undefined || next.marks.length === 0) return
  const [space = ''] = /^[ \t]*/.exec(next.text) ?? []
  pieces.splice(at, 1, {text: space, marks: []}, {...next, text: next.text.slice(space.length)})
}

function isBox(object: Piece['object']): boolean {
  return object?._type === 'inlineMarkdown' && box.test(object.markdown)
}

function saysNothing(child: Child): boolean {
  return child._type === 'listStart' || (child._type === 'span' && child.text === '')
}

/** Attributes of a heading (`{#id}`) count at the end of its text only: what an editor writes behind them belongs before them. */
function attributesLast(pieces: Piece[]): Piece[] {
  const at = pieces.findIndex(({object}) => isAttributes(object))
  const attributes = pieces[at]
  if (attributes === undefined || (at > 0 && at === pieces.length - 1)) return pieces
  const texts: Piece[] = []
  for (const piece of pieces) {
    if (piece === attributes) continue
    if (piece.object === undefined) appendText(texts, piece.text, piece.marks)
    else texts.push(piece)
  }
  return texts.length === 0 ? texts : [...trimEdges(texts), attributes]
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
  const first = pieces.find(({object}) => object?._type !== 'listStart')
  if (first !== undefined && isOutside(first)) first.text = first.text.replace(/^[ \t\n]+/, '')
  const last = pieces.at(-1)
  if (last !== undefined && isOutside(last)) last.text = last.text.replace(/[ \t\n]+$/, '')
  return pieces.filter(({text, object}) => object !== undefined || text !== '')
}

function isOutside({object, marks}: Piece): boolean {
  return object === undefined && marks.every((mark) => typeof mark === 'string' && mark !== 'code')
}
