import {type Pair, type YAMLMap, isCollection, isMap as isYamlMap, isScalar, isSeq, parseDocument} from 'yaml'
import type {ValueEdit, ValuePath} from './diffValue.ts'
import {emptyBlockList, replaceBlockList, replaceFlowList, scalarStyle} from './editYamlList.ts'
import {type YamlStyle, formatAfterKey, formatFlow, formatKey} from './formatYaml.ts'
import {type FrontMatterValue, isMap} from './frontMatterValue.ts'
import {columnOf, lineEnd, lineStart, nextLine} from './lines.ts'
import {indentContinuations, readYaml} from './readFrontMatter.ts'
import {type Splice, NoPlaceError, behindColon, endOf, endOfPair, hyphenBefore, isNode, startOf} from './yamlPlaces.ts'

/** A parsed header, and how what is added is written: JSON is YAML in one style. */
interface Source {
  text: string
  root: YAMLMap
  format: 'yaml' | 'json'
}

/**
 * Makes one edit in the source of a YAML map, touching only the lines of its key. Quoting, list style and indentation
 * follow what stands there. A new key goes behind the last of `before` that the map has, else to the end.
 * @throws NoPlaceError when the key is not on lines of its own.
 */
export function editYaml(
  header: string,
  {path, value}: ValueEdit,
  before: readonly string[],
  format: 'yaml' | 'json',
): string {
  const {text, inserted} = indentContinuations(header)
  const document = parseDocument(text, {uniqueKeys: false, logLevel: 'silent'})
  const root = document.contents
  try {
    if (root !== null && !isYamlMap(root)) throw new NoPlaceError('The front matter is not a map')
    const splice =
      root === null ? appendTo(text, path, value, format) : editIn({text, root, format}, {path, value}, before)
    return applySplice(header, splice, inserted)
  } catch (error) {
    if (!(error instanceof NoPlaceError) || path.length < 2) throw error
    return editYaml(header, wholeParent(header, path, value), before, format)
  }
}

/** The same edit made by writing the map or list around it anew. */
function wholeParent(header: string, path: ValuePath, value: FrontMatterValue | undefined): ValueEdit {
  const outer = path.slice(0, -1)
  const key = path.at(-1) ?? ''
  let parent: FrontMatterValue | undefined = readYaml(header).values
  for (const step of outer)
    parent = isMap(parent) ? parent[String(step)] : Array.isArray(parent) ? parent[Number(step)] : undefined
  if (Array.isArray(parent))
    return {path: outer, value: parent.map((item, index) => (index === key ? (value ?? null) : item))}
  const {[String(key)]: _, ...others} = isMap(parent) ? parent : {}
  return {path: outer, value: value === undefined ? others : {...(isMap(parent) && parent), [String(key)]: value}}
}

function editIn(source: Source, {path, value}: ValueEdit, before: readonly string[]): Splice {
  const key = path.at(-1)
  const parent = findParent(source.root, path)
  if (typeof key === 'number') return editItem(source.text, parent, key, value)
  if (!isYamlMap(parent)) throw new NoPlaceError('The map is not there')
  const pair = findPair(parent, String(key))
  if (pair) return value === undefined ? removePair(source, parent, pair) : replaceValue(source, parent, pair, value)
  if (value === undefined) return {start: 0, end: 0, text: ''}
  return insertPair(source, parent, {key: String(key), value}, before)
}

function findParent(root: YAMLMap, path: ValuePath): unknown {
  let node: unknown = root
  for (const step of path.slice(0, -1)) {
    if (isYamlMap(node)) node = findPair(node, String(step))?.value
    else if (isSeq(node)) node = node.items[Number(step)]
    else throw new NoPlaceError('The value around it is not there')
  }
  return node
}

/** The pair of a key; of two, the last, as in Hugo. */
function findPair(map: YAMLMap, key: string): Pair | undefined {
  return map.items.findLast((pair) => isScalar(pair.key) && String(pair.key.value) === key)
}

function editItem(text: string, parent: unknown, index: number, value: FrontMatterValue | undefined): Splice {
  const item = isSeq(parent) ? parent.items[index] : undefined
  if (value === undefined || !isScalar(item) || isMap(value) || Array.isArray(value))
    throw new NoPlaceError('Not a plain item')
  const [start, end] = [startOf(item), endOf(text, item)]
  const style = {
    scalar: scalarStyle(item, false),
    flow: isSeq(parent) && parent.flow === true,
    column: columnOf(text, start),
    listIndent: 2,
  }
  return {start, end, text: formatFlow(value, style)}
}

function replaceValue(source: Source, parent: YAMLMap, pair: Pair, value: FrontMatterValue): Splice {
  const {text} = source
  const node = pair.value
  const start = behindColon(text, pair)
  const style = styleFor(source, parent, pair)
  if (isSeq(node) && Array.isArray(value) && value.length > 0 && node.items.length > 0) {
    return node.flow === true || style.flow
      ? replaceFlowList(text, node, value, style)
      : replaceBlockList(text, node, value, style)
  }
  const keepsLine =
    isCollection(node) && node.flow === true && (Array.isArray(value) ? value.every((item) => !isMap(item)) : false)
  if (isSeq(node) && node.flow !== true && node.items.length > 0 && Array.isArray(value))
    return emptyBlockList(text, node, start)
  const end = Math.max(start, endOfPair(text, pair))
  const fresh = formatAfterKey(value, keepsLine ? {...style, flow: true} : style)
  const rest = text.slice(end, lineEnd(text, end))
  if (rest.trim() === '') return {start, end: end + rest.length, text: fresh}
  if (!fresh.includes('\n')) return {start, end, text: fresh}
  // A comment behind the old value would become part of a block of text.
  return {start, end, text: typeof value === 'string' ? formatAfterKey(value, {...style, scalar: 'double'}) : fresh}
}

function insertPair(
  source: Source,
  map: YAMLMap,
  {key, value}: {key: string; value: FrontMatterValue},
  before: readonly string[],
): Splice {
  const {text, format} = source
  const scalar = format === 'json' ? 'json' : 'plain'
  const last = map.items.at(-1)
  if (!last) {
    const at = (map.range?.[0] ?? 0) + 1
    const style: YamlStyle = {scalar, flow: true, column: 0, listIndent: 2}
    return {start: at, end: at, text: `${formatKey(key, style)}:${formatAfterKey(value, style)}`}
  }
  const behind =
    map.items.findLast((pair) => isScalar(pair.key) && before.includes(String(pair.key.value).toLowerCase())) ?? last
  const style = styleFor(source, map, behind)
  const fresh: YamlStyle = {...style, scalar}
  const line = `${formatKey(key, fresh)}:${formatAfterKey(value, fresh)}`
  if (map.flow === true) {
    const at = endOfPair(text, last)
    const space = format === 'json' && text.slice(map.range?.[0], at).includes('\n') ? `\n${indentOf(text, last)}` : ' '
    return {start: at, end: at, text: `,${space}${line}`}
  }
  const at = lineEnd(text, endOfPair(text, behind))
  return {start: at, end: at, text: `\n${' '.repeat(style.column)}${line}`}
}

/** Indentation of the line on which a pair of a JSON object stands. */
function indentOf(text: string, {key}: Pair): string {
  const [, spaces = '', brace] = /^([ \t]*)(\{?)/.exec(text.slice(lineStart(text, startOf(key)))) ?? []
  return brace === '' ? spaces : `${spaces}  `
}

/** The first keys of an empty header. */
function appendTo(
  text: string,
  path: ValuePath,
  value: FrontMatterValue | undefined,
  format: Source['format'],
): Splice {
  if (value === undefined || path.length !== 1 || format === 'json') throw new NoPlaceError('An empty header')
  const style: YamlStyle = {scalar: 'plain', flow: false, column: 0, listIndent: 2}
  const line = `${formatKey(String(path[0]), style)}:${formatAfterKey(value, style)}\n`
  const gap = text === '' || text.endsWith('\n') ? '' : '\n'
  return {start: text.length, end: text.length, text: gap + line}
}

function removePair({text, root}: Source, parent: YAMLMap, pair: Pair): Splice {
  if (parent.flow === true) return removeFlowPair(text, parent, pair)
  const start = isNode(pair.key) ? lineStart(text, startOf(pair.key)) : 0
  const own = isNode(pair.key) ? text.slice(start, startOf(pair.key)) : '-'
  if (own.trim() !== '' || (parent.items.length === 1 && parent !== root))
    throw new NoPlaceError('Not on lines of its own')
  return {start, end: nextLine(text, endOfPair(text, pair)), text: ''}
}

/** A pair of a flow map goes with the comma that parts it from its neighbour. */
function removeFlowPair(text: string, parent: YAMLMap, pair: Pair): Splice {
  const index = parent.items.indexOf(pair)
  const [before, after] = [parent.items[index - 1], parent.items[index + 1]]
  const start = before ? endOfPair(text, before) : startOf(pair.key)
  return {start, end: !before && after ? startOf(after.key) : endOfPair(text, pair), text: ''}
}

function styleFor({text, root, format}: Source, parent: YAMLMap, pair: Pair): YamlStyle {
  const column = isNode(pair.key) ? columnOf(text, startOf(pair.key)) : 0
  const scalar = format === 'json' ? 'json' : isScalar(pair.value) ? scalarStyle(pair.value, true) : 'plain'
  return {scalar, flow: parent.flow === true, column, listIndent: listIndentOf(text, root)}
}

/** Columns between a key and the hyphens of its list, as the document's first list has it; two without one. */
function listIndentOf(text: string, root: YAMLMap): number {
  for (const {key, value} of root.items) {
    const first = isSeq(value) && value.flow !== true ? value.items[0] : undefined
    if (isNode(key) && isNode(first))
      return columnOf(text, hyphenBefore(text, startOf(first))) - columnOf(text, startOf(key))
  }
  return 2
}

/** The edit in the header as it was before `indentContinuations`, with its line ends. */
function applySplice(header: string, {start, end, text}: Splice, inserted: readonly number[]): string {
  const original = (offset: number) => offset - inserted.filter((place, index) => place + index < offset).length
  const fresh = header.includes('\r\n') ? text.replace(/\r?\n/g, '\r\n') : text
  return header.slice(0, original(start)) + fresh + header.slice(original(end))
}
