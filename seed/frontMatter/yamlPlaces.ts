import {type Node, type Pair, isCollection, isPair, isScalar} from 'yaml'

/** Replaces characters `start` to `end` of a text. */
export interface Splice {
  start: number
  end: number
  text: string
}

/** An edit that cannot be made in place. */
export class NoPlaceError extends Error {
  override readonly name = 'NoPlaceError'
}

/** True for a parsed node that knows its place. */
export function isNode(value: unknown): value is Node & {range: [number, number, number]} {
  return typeof value === 'object' && value !== null && 'range' in value && Array.isArray(value.range)
}

/** Offset of a node; 0 when it has none. */
export function startOf(node: unknown): number {
  return isNode(node) ? firstOffset(node) : 0
}

function firstOffset(node: Node & {range: [number, number, number]}): number {
  return node.range[0]
}

/** Offset behind the last character of a node that counts: comments and blank lines behind it do not. */
export function endOf(text: string, node: unknown): number {
  if (!isNode(node)) return 0
  if (isCollection(node) && node.flow !== true) {
    const last: unknown = node.items.at(-1)
    return isPair(last) ? endOfPair(text, last) : endOf(text, last)
  }
  const [start, end] = node.range
  return start + text.slice(start, end).trimEnd().length
}

/** Offset behind a pair: its value, or its colon when it has none. */
export function endOfPair(text: string, pair: Pair): number {
  const colon = behindColon(text, pair)
  return isScalar(pair.value) && pair.value.value === null && pair.value.source === ''
    ? colon
    : Math.max(colon, endOf(text, pair.value))
}

/** Offset behind the colon of a pair. */
export function behindColon(text: string, pair: Pair): number {
  const from = isNode(pair.key) ? pair.key.range[1] : 0
  return text.indexOf(':', from) + 1
}

/** Offset of the hyphen of the list item that holds a node. */
export function hyphenBefore(text: string, offset: number): number {
  return text.lastIndexOf('-', offset - 1)
}
