import {isMap as isYamlMap, isScalar, parseDocument} from 'yaml'
import {formatKey} from './formatYaml.ts'
import {FrontMatterError} from './frontMatterError.ts'
import {sameValue} from './frontMatterValue.ts'
import {indentContinuations, readFrontMatter} from './readFrontMatter.ts'
import {scanToml} from './scanToml.ts'
import type {PageParts} from './splitPage.ts'

/** Characters `start` to `end` of the header, and the key to write there. */
interface KeyPlace {
  start: number
  end: number
  text: string
}

/**
 * Gives top-level keys other names, all at once; values, comments, order and everything else stay as they are.
 * @param names Key in lower case to its new name.
 * @throws FrontMatterError when the header would not read back with the same values.
 */
export function renameKeys(parts: PageParts, names: ReadonlyMap<string, string>): PageParts {
  if (names.size === 0) return parts
  const places = parts.format === 'toml' ? tomlKeys(parts.header, names) : yamlKeys(parts, names)
  const header = places
    .sort((a, b) => b.start - a.start)
    .reduce((text, {start, end, text: key}) => text.slice(0, start) + key + text.slice(end), parts.header)
  const renamed = {...parts, header}
  const before = readFrontMatter(parts).values
  const after = readFrontMatter(renamed).values
  const expected = new Map(Object.entries(before).map(([key, value]) => [nameOf(key, names) ?? key, value]))
  // Two spellings of one key (EVENT, event) would become the same key twice: no parser takes that for both.
  if (expected.size < Object.keys(before).length || !sameValue(after, Object.fromEntries(expected)))
    throw new FrontMatterError('The keys of the front matter cannot be renamed in place', parts.headerLine)
  return renamed
}

function nameOf(key: string, names: ReadonlyMap<string, string>): string | undefined {
  return names.get(key.toLowerCase())
}

function yamlKeys({header, format}: PageParts, names: ReadonlyMap<string, string>): KeyPlace[] {
  const {text, inserted} = indentContinuations(header)
  const root = parseDocument(text, {uniqueKeys: false, logLevel: 'silent'}).contents
  if (!isYamlMap(root)) return []
  const original = (offset: number) => offset - inserted.filter((place, index) => place + index < offset).length
  return root.items.flatMap(({key}) => {
    const name = isScalar(key) ? nameOf(String(key.value), names) : undefined
    if (name === undefined || !isScalar(key) || !key.range) return []
    const scalar = format === 'json' || key.type === 'QUOTE_DOUBLE' ? ('json' as const) : ('plain' as const)
    return [{start: original(key.range[0]), end: original(key.range[1]), text: formatKey(name, {scalar})}]
  })
}

/** Keys of pairs and of `[name]` and `[[name]]` headers. */
function tomlKeys(header: string, names: ReadonlyMap<string, string>): KeyPlace[] {
  const {pairs, tables} = scanToml(header)
  const top = pairs.filter(({start}) => !tables.some((table) => table.start <= start))
  return [...top, ...tables].flatMap(({path, start}) => {
    const name = nameOf(String(path[0]), names)
    const match = /^[ \t]*(?:\[\[?[ \t]*)?("(?:[^"\\]|\\.)*"|'[^']*'|[\w-]+)/.exec(header.slice(start))
    const [whole = '', key = ''] = match ?? []
    if (name === undefined || key === '') return []
    return [{start: start + whole.length - key.length, end: start + whole.length, text: name}]
  })
}
