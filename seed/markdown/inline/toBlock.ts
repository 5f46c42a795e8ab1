import {canonicalJson} from '../../values/canonicalJson.ts'
import {createKeyMaker, firstKey, type Identity, linkIdentity, textBlockIdentity} from '../keys.ts'
import type {ListStyle} from '../listStyles.ts'
import type {BlockStyle, TextBlock} from '../types.ts'
import type {Link, Mark, Piece} from './pieces.ts'
import type {Child, LinkMark, Span} from './types.ts'

export interface TextShape {
  style: BlockStyle
  listItem?: ListStyle
  level?: number
}

/** A text block without a key of its own, and what it says, for that key. */
export interface BuiltBlock {
  block: TextBlock
  identity: Identity
}

/**
 * Portable Text from pieces, as the editor itself normalises it: text before, between and after objects, and no marks
 * on objects.
 */
export function toBlock(pieces: readonly Piece[], shape: TextShape): BuiltBlock {
  const [first, second] = pieces
  if (first !== undefined && second === undefined && first.object === undefined && first.marks.length === 0)
    return toPlainBlock(first.text, shape)
  const key = createKeyMaker()
  const children: Child[] = []
  const markDefs: LinkMark[] = []
  const links = pieces.some(({marks}) => marks.some(isLink)) ? createLinks(markDefs) : undefined
  const addSpan = (text: string, marks: readonly Mark[]): void => {
    const span: Span = {_type: 'span', _key: '', text, marks: marks.length === 0 ? [] : namesOf(marks, links)}
    span._key = key(span)
    children.push(span)
  }
  let needsSpan = true
  for (const {text, object, marks} of pieces) {
    if (object === undefined) {
      addSpan(text, marks)
      needsSpan = false
      continue
    }
    if (needsSpan) addSpan('', [])
    children.push({...object, _key: key(canonicalJson(object))})
    needsSpan = true
  }
  if (needsSpan) addSpan('', [])
  const block = blockOf(shape, children, markDefs)
  return {block, identity: textBlockIdentity(block, children)}
}

/** Most blocks: one text without marks. */
export function toPlainBlock(text: string, shape: TextShape): BuiltBlock {
  const span: Span = {_type: 'span', _key: '', text, marks: []}
  span._key = firstKey(span)
  const children: Child[] = [span]
  const block = blockOf(shape, children, [])
  return {block, identity: textBlockIdentity(block, children)}
}

/** A page has a hundred blocks: written out, they take a third of the memory that they take when put together. */
function blockOf({style, listItem, level}: TextShape, children: Child[], markDefs: LinkMark[]): TextBlock {
  return listItem === undefined || level === undefined
    ? {_type: 'block', _key: '', style, children, markDefs}
    : {_type: 'block', _key: '', style, listItem, level, children, markDefs}
}

function isLink(mark: Mark): mark is Link {
  return typeof mark !== 'string'
}

function namesOf(marks: readonly Mark[], links: ((link: Link) => string) | undefined): string[] {
  return marks.map((mark) => (isLink(mark) ? (links?.(mark) ?? '') : mark))
}

/** The key of a link, whose definition is added the first time. */
function createLinks(definitions: LinkMark[]): (link: Link) => string {
  const known = new Map<Link, string>()
  const makeKey = createKeyMaker()
  return (link) => {
    const old = known.get(link)
    if (old !== undefined) return old
    const made = makeKey(linkIdentity(link))
    known.set(link, made)
    definitions.push({...link, _key: made})
    return made
  }
}
