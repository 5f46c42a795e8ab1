import type {FrontMatterMap, FrontMatterValue} from './frontMatterValue.ts'

const LETTER = 'A-Za-z\\u00a1-\\u1fff\\u3001-\\ud7ff'
const QUOTED = `'[^']*(?:''[^']*)*'|"[^"\\\\]*"`
const NUMBER = '0|[1-9]\\d{0,14}'
/** Text that begins with a letter, a date or a path: no number, and nothing that YAML has a sign for. */
const PLAIN = `(?:[${LETTER}]|\\d{4}-\\d\\d-\\d\\d|/|\\.\\./)[^:#]*(?:(?::(?! |$)|(?<! )#)[^:#]*)*`
const SCALAR = `${QUOTED}|${PLAIN}|${NUMBER}`
const IN_LIST = `${QUOTED}|[${LETTER}][^:#,[\\]{}]*`
const END = ' *(?: #.*)?$'

const LIST = `\\[ *(?:(?:${IN_LIST})(?:, *(?:${IN_LIST}))*)?\\]`

const entryLine = new RegExp(`^( *)([A-Za-z][\\w-]*):(?: +(?:(${SCALAR})|(${LIST})))?${END}`)
const itemLine = new RegExp(`^( *)- +(${SCALAR})${END}`)
const listItem = new RegExp(IN_LIST, 'g')
const emptyLine = /^ +(?:#|$)/
const number = new RegExp(`^(?:${NUMBER})$`)
/** Tabs and other line ends, what YAML forbids, and characters of two code units. */
const unusual = /[^\n\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd]/

const words: ReadonlyMap<string, null | boolean> = new Map([
  ...['null', 'Null', 'NULL'].map((word) => [word, null] as const),
  ...['true', 'True', 'TRUE'].map((word) => [word, true] as const),
  ...['false', 'False', 'FALSE'].map((word) => [word, false] as const),
])

interface Entry {
  indent: number
  key: string
  /** Nothing for a key whose value stands below it, or nowhere. */
  value: FrontMatterValue | undefined
}

/** A map, its keys in lower case, which no two have in common. */
export interface PlainMap {
  values: Map<string, FrontMatterValue>
  /** The keys as written, in order. */
  names: string[]
}

/**
 * Reads the YAML of nearly all pages: keys with texts in one line, short lists, and maps and lists one level below.
 * A full parser takes five times as long. Nothing for any other YAML; never another value than the full parser's.
 */
export function readPlainYaml(header: string): FrontMatterMap | undefined {
  const plain = readPlainMap(header)
  return plain && Object.fromEntries(plain.names.map((name) => [name, plain.values.get(name.toLowerCase()) ?? null]))
}

/** The same by lower-case key: a page is read so, and an object in between would cost as much as reading the lines. */
export function readPlainMap(header: string): PlainMap | undefined {
  if (unusual.test(header)) return undefined
  const lines = linesOf(header)
  const plain: PlainMap = {values: new Map<string, FrontMatterValue>(), names: []}
  for (let at = 0; at < lines.length;) {
    const entry = readEntry(lines[at++] ?? '')
    if (entry === undefined || entry.indent > 0) return undefined
    const lower = entry.key.toLowerCase()
    if (plain.values.has(lower)) return undefined
    plain.names.push(entry.key)
    if (entry.value === undefined) {
      const below = readBelow(lines, at)
      if (below === undefined) return undefined
      plain.values.set(lower, below.value)
      at = below.end
    } else plain.values.set(lower, entry.value)
  }
  return plain
}

/** The lines that say something. */
function linesOf(header: string): string[] {
  const lines: string[] = []
  for (let start = 0, end = 0; start < header.length; start = end + 1) {
    end = header.indexOf('\n', start)
    if (end < 0) end = header.length
    const first = header[start]
    if (first === '#' || first === '\n') continue
    const line = header.slice(start, end)
    if (first !== ' ' || !emptyLine.test(line)) lines.push(line)
  }
  return lines
}

interface Below {
  value: FrontMatterValue
  /** The line behind it. */
  end: number
}

function readBelow(lines: readonly string[], start: number): Below | undefined {
  const indent = itemLine.exec(lines[start] ?? '')?.[1]
  if (indent !== undefined) return readItems(lines, start, indent)
  return lines[start]?.startsWith(' ') === true ? readMap(lines, start) : {value: null, end: start}
}

function readItems(lines: readonly string[], start: number, indent: string): Below | undefined {
  const items: FrontMatterValue[] = []
  let end = start
  for (; end < lines.length; end++) {
    const match = itemLine.exec(lines[end] ?? '')
    if (match === null) break
    if (match[1] !== indent) return undefined
    items.push(readScalar(match[2] ?? ''))
  }
  return {value: items, end}
}

function readMap(lines: readonly string[], start: number): Below | undefined {
  const map: FrontMatterMap = {}
  let indent: number | undefined
  let end = start
  for (; lines[end]?.startsWith(' ') === true; end++) {
    const entry = readEntry(lines[end] ?? '')
    indent ??= entry?.indent
    if (entry === undefined || entry.indent !== indent || Object.hasOwn(map, entry.key)) return undefined
    map[entry.key] = entry.value ?? null
  }
  return {value: map, end}
}

function readEntry(line: string): Entry | undefined {
  const match = entryLine.exec(line)
  if (match === null) return undefined
  const [, indent = '', key = '', scalar, list] = match
  if (words.has(key)) return undefined
  const value = scalar === undefined ? list && (list.match(listItem) ?? []).map(readScalar) : readScalar(scalar)
  return {indent: indent.length, key, value}
}

function readScalar(source: string): FrontMatterValue {
  const text = source.endsWith(' ') ? source.replace(/ +$/, '') : source
  if (text.startsWith("'")) return text.slice(1, -1).replaceAll("''", "'")
  if (text.startsWith('"')) return text.slice(1, -1)
  const word = words.get(text)
  if (word !== undefined) return word
  return number.test(text) ? Number(text) : text
}
