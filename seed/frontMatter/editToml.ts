import type {ValueEdit, ValuePath} from './diffValue.ts'
import {type FrontMatterMap, type FrontMatterValue, isMap} from './frontMatterValue.ts'
import {readToml} from './readFrontMatter.ts'
import {type TomlTable, scanToml} from './scanToml.ts'

const DATE = /^\d{4}-\d\d-\d\d([T ]\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?)?$/

/** Makes one edit in the source of a TOML document, touching only the lines of its key or of its tables. */
export function editToml(header: string, edit: ValueEdit, before: readonly string[] = []): string {
  const edited = edit.value === undefined ? remove(header, edit.path) : put(header, edit.path, edit.value, before)
  return edited
}

function put(header: string, path: ValuePath, value: FrontMatterValue, before: readonly string[]): string {
  const {pairs, tables} = scanToml(header)
  const pair = pairs.find((candidate) => samePath(candidate.path, path))
  const eol = header.includes('\r\n') ? '\r\n' : '\n'
  if (pair) {
    const old = header.slice(pair.valueStart, pair.valueEnd)
    return header.slice(0, pair.valueStart) + formatToml(value, old, eol) + header.slice(pair.valueEnd)
  }
  const own = tables.filter(({path: table}) => isBelow(table, path))
  if (own.length > 0) return replaceTables(header, own, path, value, eol)
  const outer = path.slice(0, -1)
  const table = tables.findLast((candidate) => samePath(candidate.path, outer))
  const key = formatTomlKey(String(path.at(-1)))
  if (table) return insertLine(header, table.end, `${key} = ${formatToml(value, undefined, eol)}`, eol)
  if (outer.length > 0) return putWhole(header, path, value, before)
  const tabled = isMap(value)
    ? Object.keys(value).length > 0
    : Array.isArray(value) && value.length > 0 && value.every(isMap)
  if (tabled) return appendTables(header, path, value, eol)
  const behind = pairs.findLast(
    ({path: [name], path: full}) => full.length === 1 && before.includes(String(name).toLowerCase()),
  )
  const lastTop = pairs.findLast(({path: full, start}) => full.length === 1 && start < (tables[0]?.start ?? Infinity))
  const place = behind ?? lastTop
  const at = place ? lineBehind(header, place.valueEnd) : (tables[0]?.start ?? header.length)
  return insertLine(header, at, `${key} = ${formatToml(value, undefined, eol)}`, eol)
}

function remove(header: string, path: ValuePath): string {
  const {pairs, tables} = scanToml(header)
  const pair = pairs.find((candidate) => samePath(candidate.path, path))
  if (pair) return header.slice(0, pair.start) + header.slice(lineBehind(header, pair.valueEnd))
  const own = tables.filter(({path: table}) => isBelow(table, path))
  if (own.length > 0)
    return own.toReversed().reduce((text, {start, end}) => text.slice(0, start) + text.slice(end), header)
  return path.length > 1 ? putWhole(header, path, undefined, []) : header
}

/** Writes the value around the path anew: inline tables have no lines of their own. */
function putWhole(
  header: string,
  path: ValuePath,
  value: FrontMatterValue | undefined,
  before: readonly string[],
): string {
  const outer = path.slice(0, -1)
  const key = path.at(-1) ?? ''
  let parent: FrontMatterValue | undefined = readToml(header).values
  for (const step of outer)
    parent = isMap(parent) ? parent[String(step)] : Array.isArray(parent) ? parent[Number(step)] : undefined
  if (Array.isArray(parent)) {
    return put(
      header,
      outer,
      parent.map((item, index) => (index === key ? (value ?? '') : item)),
      before,
    )
  }
  const {[String(key)]: _, ...others} = isMap(parent) ? parent : {}
  return put(header, outer, value === undefined ? others : {...(isMap(parent) && parent), [String(key)]: value}, before)
}

/** `[name]` or `[[name]]` blocks written anew, at the place of the first; the last ones stay in their lines. */
function replaceTables(
  header: string,
  own: readonly TomlTable[],
  path: ValuePath,
  value: FrontMatterValue,
  eol: string,
): string {
  const first = own[0]?.start ?? header.length
  const without = own.toReversed().reduce((text, {start, end}) => text.slice(0, start) + text.slice(end), header)
  const tabled = isMap(value)
    ? Object.keys(value).length > 0
    : Array.isArray(value) && value.length > 0 && value.every(isMap)
  if (!tabled) return put(without, path, value, [])
  return without.slice(0, first) + tablesText(path, value, eol) + without.slice(first)
}

function appendTables(header: string, path: ValuePath, value: FrontMatterValue, eol: string): string {
  const gap = header === '' || header.endsWith('\n') ? '' : eol
  return `${header}${gap}${eol}${tablesText(path, value, eol)}`
}

function tablesText(path: ValuePath, value: FrontMatterValue, eol: string): string {
  const name = path.map((step) => formatTomlKey(String(step))).join('.')
  const maps = (Array.isArray(value) ? value : [value]).filter(isMap)
  const head = Array.isArray(value) ? `[[${name}]]` : `[${name}]`
  return maps.map((map) => `${head}${eol}${pairsText(map, eol)}`).join(eol)
}

function pairsText(map: FrontMatterMap, eol: string): string {
  return Object.entries(map)
    .map(([key, value]) => `${formatTomlKey(key)} = ${formatToml(value, undefined, eol)}${eol}`)
    .join('')
}

function insertLine(header: string, at: number, line: string, eol: string): string {
  const gap = at > 0 && header.charAt(at - 1) !== '\n' ? eol : ''
  return `${header.slice(0, at)}${gap}${line}${eol}${header.slice(at)}`
}

function lineBehind(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end < 0 ? text.length : end + 1
}

function samePath(a: ValuePath, b: ValuePath): boolean {
  return a.length === b.length && a.every((step, index) => step === b[index])
}

function isBelow(table: ValuePath, path: ValuePath): boolean {
  return table.length >= path.length && path.every((step, index) => step === table[index])
}

function formatTomlKey(key: string): string {
  return /^[A-Za-z0-9_-]+$/.test(key) ? key : JSON.stringify(key)
}

/** A value in TOML; dates stay bare where the old value was, texts keep their kind of quotes. */
function formatToml(value: FrontMatterValue, old: string | undefined, eol: string): string {
  if (value === null) return '""'
  if (typeof value === 'boolean') return String(value)
  if (typeof value === 'number')
    return old !== undefined && old.includes('.') && Number.isInteger(value) ? `${value}.0` : String(value)
  if (typeof value === 'string') return formatText(value, old, eol)
  const item = Array.isArray(value) ? value.map((member) => formatToml(member, undefined, eol)) : []
  if (Array.isArray(value)) return formatArray(item, old, eol)
  const pairs = Object.entries(value).map(
    ([key, member]) => `${formatTomlKey(key)} = ${formatToml(member, undefined, eol)}`,
  )
  return pairs.length === 0 ? '{}' : `{${pairs.join(', ')}}`
}

/** A list over several lines stays one, with the indentation of its first item. */
function formatArray(items: readonly string[], old: string | undefined, eol: string): string {
  const indent = /^\[[ \t]*\r?\n([ \t]*)/.exec(old ?? '')?.[1]
  if (indent === undefined || items.length === 0) return `[${items.join(', ')}]`
  const closing = /,\s*\]$/.test(old ?? '') ? ',' : ''
  return `[${eol}${items.map((item) => indent + item).join(`,${eol}`)}${closing}${eol}${/\n([ \t]*)\]$/.exec(old ?? '')?.[1] ?? ''}]`
}

function formatText(value: string, old: string | undefined, eol: string): string {
  if (old !== undefined && /^\d/.test(old) && DATE.test(value)) return value
  if (old?.startsWith("'") === true && !old.startsWith("'''") && !/['\n\r]/.test(value)) return `'${value}'`
  if (value.includes('\n') && old?.startsWith('"""') === true)
    return `"""${eol}${escapeText(value).replace(/\\n/g, eol)}"""`
  return `"${escapeText(value)}"`
}

function escapeText(value: string): string {
  return JSON.stringify(value)
    .slice(1, -1)
    .replace(/\u007f/g, '\\u007f')
}
