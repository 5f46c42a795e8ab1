import {createChildKeyMaker, linkContent, spanContent, textBlockContent} from '../keys.ts'
import {canonicalJson} from '../../ids.ts'
import type {BlockStyle, Child, LinkMark, TextBlock} from '../types.ts'
import type {Link, Mark, Piece} from './pieces.ts'

export interface TextShape {
  style: BlockStyle
  listItem?: 'bullet' | 'number'
  level?: number
}

/** A text block without a key of its own, and its content as canonical JSON for that key. */
export interface BuiltBlock {
  block: TextBlock
  content: string
}

/**
 * Portable Text from pieces, as the editor itself normalises it: text before, between and after objects, and no marks
 * on objects.
 */
export function toBlock(pieces: readonly Piece[], shape: TextShape): BuiltBlock {
  const key = createChildKeyMaker()
  const children: Child[] = []
  const contents: string[] = []
  const links = createLinks()
  const add = (child: Child, content: string): void => {
    child._key = key(content)
    children.push(child)
    contents.push(content)
  }
  const addSpan = (text: string, marks: readonly Mark[]): void => {
    const span: Child = {
      _type: 'span',
      _key: '',
      text,
      marks: marks.map((mark) => (typeof mark === 'string' ? mark : links.key(mark))),
    }
    add(span, spanContent(span))
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
  return {block, content: textBlockContent(block, contents, links.contents)}
}

function createLinks(): {definitions: LinkMark[]; contents: string[]; key: (link: Link) => string} {
  const known = new Map<Link, string>()
  const makeKey = createChildKeyMaker()
  const definitions: LinkMark[] = []
  const contents: string[] = []
  const key = (link: Link): string => {
    const old = known.get(link)
    if (old !== undefined) return old
    const content = linkContent(link)
    const made = makeKey(content)
    known.set(link, made)
    definitions.push({...link, _key: made})
    contents.push(content)
    return made
  }
  return {definitions, contents, key}
}
