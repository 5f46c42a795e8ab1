import type {ValueEdit, ValuePath} from './diffValue.ts'
import {editTableList, isItem, isTabled, tablesText} from './editTomlTables.ts'
import {formatToml, formatTomlKey} from './formatToml.ts'
import {type FrontMatterMap, type FrontMatterValue, isMap} from './frontMatterValue.ts'
import {nextLine} from './lines.ts'
import {readToml} from './readFrontMatter.ts'
import {type TomlPair, type TomlTable, scanToml} from './scanToml.ts'

/** Makes one edit in the source of a TOML document, touching only the lines of its key or of its tables. */
export function editToml(header: string, edit: ValueEdit, before: readonly string[] = []): string {
  return edit.value === undefined ? remove(header, edit.path) : put(header, edit.path, edit.value, before)
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
  const line = `${key} = ${formatToml(value, undefined, eol)}`
  if (table) return insertLine(header, table.end, indentOf(header, lastIn(pairs, table)) + line, eol)
  if (outer.length > 0) return putWhole(header, path, value, before)
  if (isTabled(value)) return appendTables(header, path, value, eol)
  const behind = pairs.findLast(
    ({path: [name], path: full}) => full.length === 1 && before.includes(String(name).toLowerCase()),
  )
  const lastTop = pairs.findLast(({path: full, start}) => full.length === 1 && start < (tables[0]?.start ?? Infinity))
  const place = behind ?? lastTop
  const at = place ? nextLine(header, place.valueEnd) : (tables[0]?.start ?? header.length)
  return insertLine(header, at, indentOf(header, place) + line, eol)
}

function remove(header: string, path: ValuePath): string {
  const {pairs, tables} = scanToml(header)
  const pair = pairs.find((candidate) => samePath(candidate.path, path))
  if (pair) return header.slice(0, pair.start) + header.slice(nextLine(header, pair.valueEnd))
  const own = tables.filter(({path: table}) => isBelow(table, path))
  if (own.length > 0) return withoutTables(header, own)
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
  const parent = valueAt(header, outer)
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

function valueAt(header: string, path: ValuePath): FrontMatterValue | undefined {
  let value: FrontMatterValue | undefined = readToml(header).values
  for (const step of path)
    value = isMap(value) ? value[String(step)] : Array.isArray(value) ? value[Number(step)] : undefined
  return value
}

/** `[name]` or `[[name]]` blocks written anew, at the place of the first; a list of them item by item. */
function replaceTables(
  header: string,
  own: readonly TomlTable[],
  path: ValuePath,
  value: FrontMatterValue,
  eol: string,
): string {
  const first = own[0]?.start ?? header.length
  const old = valueAt(header, path)
  if (Array.isArray(value) && isTabled(value) && Array.isArray(old) && isPlainList(header, own, path))
    return editTableList(header, own, {path, old, value, eol}, (text, change) => editToml(text, change))
  const without = withoutTables(header, own)
  if (!isTabled(value) && !(isMap(value) && isItem(path))) return put(without, path, value, [])
  return without.slice(0, first) + tablesText(path, value, eol, header.slice(first)) + without.slice(first)
}

function withoutTables(header: string, tables: readonly TomlTable[]): string {
  return tables.toReversed().reduce((text, {start, end}) => text.slice(0, start) + text.slice(end), header)
}

/** Whether the blocks of a list stand one behind the other, with no tables inside. */
function isPlainList(header: string, own: readonly TomlTable[], path: ValuePath): boolean {
  const {tables} = scanToml(header)
  const first = tables.findIndex(({start}) => start === own[0]?.start)
  return own.every(
    ({start, array, path: full}, index) =>
      array && full.length === path.length + 1 && tables[first + index]?.start === start,
  )
}

function appendTables(
  header: string,
  path: ValuePath,
  value: FrontMatterMap | readonly FrontMatterMap[],
  eol: string,
): string {
  const gap = header === '' || header.endsWith('\n') ? '' : eol
  return `${header}${gap}${eol}${tablesText(path, value, eol)}`
}

function lastIn(pairs: readonly TomlPair[], {start, end}: TomlTable): TomlPair | undefined {
  return pairs.findLast((pair) => pair.start > start && pair.start < end)
}

/** New keys stand below another one. */
function indentOf(header: string, above: TomlPair | undefined): string {
  return above ? (/^[ \t]*/.exec(header.slice(above.start))?.[0] ?? '') : ''
}

function insertLine(header: string, at: number, line: string, eol: string): string {
  const gap = at > 0 && header.charAt(at - 1) !== '\n' ? eol : ''
  return `${header.slice(0, at)}${gap}${line}${eol}${header.slice(at)}`
}

function samePath(a: ValuePath, b: ValuePath): boolean {
  return a.length === b.length && a.every((step, index) => step === b[index])
}

function isBelow(table: ValuePath, path: ValuePath): boolean {
  return table.length >= path.length && path.every((step, index) => step === table[index])
}
