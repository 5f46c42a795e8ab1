import {createKeyMaker, linkIdentity, textBlockIdentity} from '../keys.ts'
import {canonicalJson} from '../../ids.ts'
import type {ListStyle} from '../listStyles.ts'
import type {BlockStyle, TextBlock} from '../types.ts'
import type {Child, LinkMark} from './types.ts'
import type {Link, Mark, Piece} from './pieces.ts'

export interface TextShape {
  style: BlockStyle
  listItem?: ListStyle
  level?: number
}

/** A text block without a key of its own, and what it says, for that key. */
export interface BuiltBlock {
  block: TextBlock
  identity: string
}

/**
 * Portable Text from pieces, as the editor itself normalises it: text before, between and after objects, and no marks
 * on objects.
 */
export function toBlock(pieces: readonly Piece[], shape: TextShape): BuiltBlock {
  const key = createKeyMaker()
  const children: Child[] = []
  const links = createLinks()
  const add = (child: Child, identity: string): void => {
    child._key = key(identity)
    children.push(child)
  }
  const addSpan = (text: string, marks: readonly Mark[]): void => {
    const span: Child = {
      _type: 'span',
      _key: '',
      text,
      marks: marks.map((mark) => (typeof mark === 'string' ? mark : links.key(mark))),
    }
    // JSON text is flat in memory, unlike text that was put together: hashing it is several times as fast.
    const json = JSON.stringify(text)
    add(span, span.marks.length === 0 ? json : `${json}${span.marks.join(' ')}`)
  }
  let needsSpan = true
  for (const {text, object, marks} of pieces) {
    if (object === undefined) {
      addSpan(text, marks)
      needsSpan = false
      continue
    }
    if (needsSpan) addSpan('', [])
    add({...object, _key: ''}, canonicalJson(object))
    needsSpan = true
  }
  if (needsSpan) addSpan('', [])
  const block: TextBlock = {_type: 'block', _key: '', ...shape, children, markDefs: links.definitions}
  return {block, identity: textBlockIdentity(block, children)}
}

function createLinks(): {definitions: LinkMark[]; key: (link: Link) => string} {
  let known: Map<Link, string> | undefined
  const makeKey = createKeyMaker()
  const definitions: LinkMark[] = []
  const key = (link: Link): string => {
    known ??= new Map()
    const old = known.get(link)
    if (old !== undefined) return old
    const made = makeKey(linkIdentity(link))
    known.set(link, made)
    definitions.push({...link, _key: made})
    return made
  }
  return {definitions, key}
}
