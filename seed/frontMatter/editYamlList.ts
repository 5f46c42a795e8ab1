import {type Scalar, type YAMLSeq, isScalar} from 'yaml'
import {placeItems} from '../matchItems.ts'
import {type ScalarStyle, type YamlStyle, formatFlow, formatItem} from './formatYaml.ts'
import {type FrontMatterValue, isMap, sameValue} from './frontMatterValue.ts'
import {columnOf, lineEnd, lineStart, nextLine} from './lines.ts'
import {type Splice, NoPlaceError, endOf, hyphenBefore, isNode, startOf} from './yamlPlaces.ts'

/** A list in brackets: items that stay are copied, new ones are written like the first. */
export function replaceFlowList(
  text: string,
  list: YAMLSeq,
  value: readonly FrontMatterValue[],
  style: YamlStyle,
): Splice {
  const old = itemValues(list)
  const places = matchValues(value, old)
  const first = list.items.find((item) => isScalar(item))
  const behindLast = endOf(text, list.items.at(-1))
  const inner: YamlStyle = {
    ...style,
    flow: true,
    scalar: style.scalar === 'json' ? 'json' : first ? scalarStyle(first, false) : 'plain',
  }
  const parts = value.map((item, index) => {
    const place = places[index]
    const node = place === undefined ? undefined : list.items[place]
    return isNode(node) ? text.slice(startOf(node), endOf(text, node)) : formatFlow(item, inner)
  })
  if (old.every((_, index) => places[index] === index)) {
    return {
      start: behindLast,
      end: behindLast,
      text: parts
        .slice(old.length)
        .map((part) => `, ${part}`)
        .join(''),
    }
  }
  const [start = 0, end = 0] = list.range ?? []
  const firstNode = list.items[0]
  const opening = isNode(firstNode) ? text.slice(start, startOf(firstNode)) : '['
  const lastNode = list.items.at(-1)
  const closing = isNode(lastNode) ? text.slice(endOf(text, lastNode), end) : ']'
  const separator = opening.includes('\n')
    ? `,\n${' '.repeat(columnOf(text, isNode(firstNode) ? startOf(firstNode) : start))}`
    : ', '
  return {start, end, text: `${opening}${parts.join(separator)}${closing}`}
}

/** Items that stay keep their lines, with the comments above and behind them; so does one that has another's place. Comments above one that goes stay at the end. */
export function replaceBlockList(
  text: string,
  list: YAMLSeq,
  value: readonly FrontMatterValue[],
  style: YamlStyle,
): Splice {
  const lines = itemLines(text, list)
  const firstItem = list.items[0]
  const begin = lines[0]?.start ?? 0
  const old = itemValues(list)
  const places = matchValues(value, old)
  const scalar = list.items.find((item) => isScalar(item))
  const column = isNode(firstItem) ? hyphenBefore(text, startOf(firstItem)) - begin : style.column + style.listIndent
  const inner: YamlStyle = {
    ...style,
    listIndent: column - style.column,
    scalar: scalar ? scalarStyle(scalar, false) : style.scalar,
  }
  const told = new Set(places)
  const parts = value.map((item, index) => {
    const place = places[index]
    const line = place === undefined ? undefined : lines[place]
    if (line) return text.slice(line.start, line.end)
    const [own, node] = places.includes(index) ? [] : [lines[index], list.items[index]]
    const written = formatItem(item, inner)
    if (!own || !isScalar(node) || written.includes('\n')) return written
    told.add(index)
    return withComments(text, own, node, written)
  })
  const left = lines.flatMap((line, index) => (told.has(index) ? [] : commentsAbove(text, line)))
  return {start: begin, end: lines.at(-1)?.end ?? begin, text: [...parts, ...left].join('\n')}
}

/**
 * Nothing in the place of a list's items: the comments between them, often items that somebody took out, stay below the
 * key. One behind the last item stays where the line of the key has none.
 */
export function emptyBlockList(text: string, list: YAMLSeq, start: number): Splice {
  const lines = itemLines(text, list)
  const end = lines.at(-1)?.end ?? start
  const [own = '', ...above] = text.slice(start, lines[0]?.start ?? start).split(/\r?\n/)
  const behind = text.slice(endOf(text, list.items.at(-1)), end).trimEnd()
  const comments = [...above.filter(isComment), ...lines.flatMap((line) => commentsAbove(text, line))]
  return {start, end, text: [` []${/\s#.*$/.exec(own)?.[0] ?? behind}`, ...comments].join('\n')}
}

interface ItemLines {
  /** Behind the lines of the item before it, comments above its own lines included. */
  start: number
  /** Of the line with its hyphen. */
  hyphen: number
  end: number
}

function itemLines(text: string, list: YAMLSeq): ItemLines[] {
  let start: number | undefined
  return list.items.map((item) => {
    if (!isNode(item)) throw new NoPlaceError('An item without a place')
    const hyphen = lineStart(text, hyphenBefore(text, startOf(item)))
    const end = lineEnd(text, endOf(text, item))
    const lines = {start: start ?? hyphen, hyphen, end}
    start = nextLine(text, end)
    return lines
  })
}

function commentsAbove(text: string, {start, hyphen}: ItemLines): string[] {
  return text.slice(start, hyphen).split(/\r?\n/).filter(isComment)
}

function isComment(line: string): boolean {
  return /^\s*#/.test(line)
}

/** An item in the place of another one, between the comments of that. */
function withComments(text: string, line: ItemLines, old: Scalar, written: string): string {
  return text.slice(line.start, line.hyphen) + written + text.slice(endOf(text, old), line.end)
}

/** For each new item the old one that it is, wherever that stood. */
function matchValues(value: readonly FrontMatterValue[], old: readonly FrontMatterValue[]): Array<number | undefined> {
  return placeItems(value, old, sameValue)
}

function itemValues(list: YAMLSeq): FrontMatterValue[] {
  const values: unknown = list.toJSON()
  return Array.isArray(values) ? values.map(plainValue) : []
}

/** A value of the `yaml` library as front matter has it. */
export function plainValue(value: unknown): FrontMatterValue {
  if (Array.isArray(value)) return value.map(plainValue)
  return isMap(value) || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? value
    : null
}

/** The kind of quotes of a scalar; an empty value has none to follow. */
export function scalarStyle(node: Scalar, emptyIsPlain: boolean): ScalarStyle {
  if (emptyIsPlain && node.value === null) return 'plain'
  if (node.type === 'QUOTE_SINGLE') return 'single'
  if (node.type === 'QUOTE_DOUBLE') return 'double'
  return node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED' ? 'literal' : 'plain'
}
