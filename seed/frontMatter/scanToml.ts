import {FrontMatterError} from './frontMatterError.ts'
import {lineAt, nextLine} from './lines.ts'

/** A `key = value` of a TOML text, with offsets. */
export interface TomlPair {
  /** Full path: the table's and the key's own. Positions in arrays of tables are numbers. */
  path: Array<string | number>
  start: number
  valueStart: number
  valueEnd: number
}

/** A table header and where its lines end. */
export interface TomlTable {
  path: Array<string | number>
  /** Of an array of tables (`[[links]]`). */
  array: boolean
  start: number
  /** Offset behind its last pair's line; comments and blank lines below are not part of it. */
  end: number
}

/** Finds the pairs and tables of a TOML text that has been read without error. */
export function scanToml(text: string): {pairs: TomlPair[]; tables: TomlTable[]} {
  const pairs: TomlPair[] = []
  const tables: TomlTable[] = []
  const counts = new Map<string, number>()
  let table: Array<string | number> = []
  let at = 0
  while (at < text.length) {
    const line = /^[ \t]*/.exec(text.slice(at))?.[0].length ?? 0
    const start = at + line
    const first = text.charAt(start)
    if (first === '[') {
      const array = text.charAt(start + 1) === '['
      const {keys} = readKeys(text, start + (array ? 2 : 1))
      table = placed(keys, counts)
      if (array) {
        const name = table.join('\n')
        const place = (counts.get(name) ?? -1) + 1
        counts.set(name, place)
        table.push(place)
      }
      at = nextLine(text, start)
      tables.push({path: table, array, start: at - (at - start) - line, end: at})
    } else if (first === '' || first === '#' || first === '\n' || first === '\r') at = nextLine(text, start)
    else {
      const {keys, end} = readKeys(text, start)
      const equals = text.indexOf('=', end)
      const valueStart = equals + 1 + (/^[ \t]*/.exec(text.slice(equals + 1))?.[0].length ?? 0)
      const valueEnd = behindValue(text, valueStart)
      pairs.push({path: [...table, ...keys], start: at, valueStart, valueEnd})
      at = nextLine(text, valueEnd)
      const owner = tables.at(-1)
      if (owner) owner.end = at
    }
  }
  return {pairs, tables}
}

/** A table inside a list of tables belongs to the last of them. */
function placed(keys: readonly string[], counts: ReadonlyMap<string, number>): Array<string | number> {
  const path: Array<string | number> = []
  for (const [index, key] of keys.entries()) {
    path.push(key)
    const place = index < keys.length - 1 ? counts.get(path.join('\n')) : undefined
    if (place !== undefined) path.push(place)
  }
  return path
}

function readKeys(text: string, from: number): {keys: string[]; end: number} {
  const keys: string[] = []
  let at = from
  for (;;) {
    const rest = text.slice(at)
    const match = /^[ \t]*(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|([A-Za-z0-9_-]+))[ \t]*/.exec(rest)
    if (!match) throw new FrontMatterError('TOML: a key that cannot be edited', lineAt(text, at))
    keys.push(match[1] ?? match[2] ?? match[3] ?? '')
    at += match[0].length
    if (text.charAt(at) !== '.') return {keys, end: at}
    at++
  }
}

/** Offset behind a value: strings of all four kinds, lists and inline tables over several lines, plain words. */
export function behindValue(text: string, from: number): number {
  for (const mark of ['"""', "'''"]) {
    if (text.startsWith(mark, from)) return behindMultiline(text, from + 3, mark)
  }
  const first = text.charAt(from)
  if (first === '"' || first === "'") return behindString(text, from)
  if (first === '[' || first === '{') return behindBrackets(text, from)
  const match = /^[^#\r\n,\]}]*/.exec(text.slice(from))
  return from + (match?.[0].trimEnd().length ?? 0)
}

function behindString(text: string, from: number): number {
  const mark = text.charAt(from)
  let at = from + 1
  while (at < text.length && text.charAt(at) !== mark) at += mark === '"' && text.charAt(at) === '\\' ? 2 : 1
  return at + 1
}

function behindMultiline(text: string, from: number, mark: string): number {
  let at = from
  while (at < text.length && !text.startsWith(mark, at)) at += mark === '"""' && text.charAt(at) === '\\' ? 2 : 1
  at += 3
  while (text.charAt(at) === mark.charAt(0)) at++
  return at
}

function behindBrackets(text: string, from: number): number {
  let at = from + 1
  while (at < text.length) {
    const char = text.charAt(at)
    if (char === ']' || char === '}') return at + 1
    if (char === '#') at = nextLine(text, at)
    else if (char === '"' || char === "'" || char === '[' || char === '{') at = behindValue(text, at)
    else at++
  }
  return at
}
