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
  const add = (child: Child, content: string, identity: string): void => {
    child._key = key(identity)
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
    // JSON text is flat in memory, unlike text that was put together: hashing it is several times as fast.
    const json = JSON.stringify(text)
    add(span, spanContent(json, span.marks), span.marks.length === 0 ? json : `${json}${span.marks.join(' ')}`)
  }
  let needsSpan = true
  for (const {text, object, marks} of pieces) {
    if (object === undefined) {
      addSpan(text, marks)
      needsSpan = false
      continue
    }
    if (needsSpan) addSpan('', [])
    const content = canonicalJson(object)
    add({...object, _key: ''}, content, content)
    needsSpan = true
  }
  if (needsSpan) addSpan('', [])
  const block: TextBlock = {_type: 'block', _key: '', ...shape, children, markDefs: links.definitions}
  return {block, content: textBlockContent(block, contents, links.contents)}
}

function createLinks(): {definitions: LinkMark[]; contents: string[]; key: (link: Link) => string} {
  let known: Map<Link, string> | undefined
  const makeKey = createChildKeyMaker()
  const definitions: LinkMark[] = []
  const contents: string[] = []
  const key = (link: Link): string => {
    known ??= new Map()
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
