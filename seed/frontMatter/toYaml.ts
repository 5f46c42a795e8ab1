import {type YamlStyle, formatAfterKey, formatItem, formatKey} from './formatYaml.ts'
import {FrontMatterError} from './frontMatterError.ts'
import {type FrontMatterMap, type FrontMatterValue, isMap, sameValue} from './frontMatterValue.ts'
import {readFrontMatter} from './readFrontMatter.ts'
import {type PageParts, splitPage} from './splitPage.ts'
import {type TomlNotes, commentsIn} from './tomlComments.ts'

const PLAIN: YamlStyle = {scalar: 'plain', flow: false, column: 0, listIndent: 2}

/**
 * A page with its front matter in YAML: the same values in the same order, TOML's comments beside them.
 * @throws FrontMatterError when YAML would not read back as the same values.
 */
export function toYaml(parts: PageParts): PageParts {
  if (parts.format === 'yaml') return parts
  const {values} = readFrontMatter(parts)
  const notes = parts.format === 'toml' ? commentsIn(parts.header) : {at: () => undefined, tail: []}
  const eol = /\r\n/.test(parts.prefix + parts.header) ? '\r\n' : '\n'
  const lines = [...mapLines(values, [], 0, notes), ...notes.tail]
  const header = lines.map((line) => line + eol).join('')
  const converted = splitPage(frame(parts, header, eol))
  if (sameValue(readFrontMatter(converted).values, values) && converted.body === parts.body) return converted
  throw new FrontMatterError('The front matter has a value that cannot be written in YAML', parts.headerLine)
}

function frame({format, prefix, delimiter, body}: PageParts, header: string, eol: string): string {
  if (format === 'toml') return `${prefix.replace('+++', '---')}${header}${delimiter.replace('+++', '---')}${body}`
  // The brace that closes JSON need not end its line.
  return `${prefix}---${eol}${header}---${delimiter.trim() === '' ? eol : ''}${delimiter.trim() === '' ? '' : delimiter}${body}`
}

function mapLines(map: FrontMatterMap, path: readonly string[], column: number, notes: TomlNotes): string[] {
  return Object.entries(map).flatMap(([key, value]) => pairLines(key, value, [...path, key], column, notes))
}

function pairLines(
  key: string,
  value: FrontMatterValue,
  path: readonly string[],
  column: number,
  notes: TomlNotes,
): string[] {
  // What stands above the first of several `[[name]]` is about all of them.
  const {above, behind = '', severalLines = false} = notes.at(path) ?? {above: notes.at([...path, '0'])?.above ?? []}
  const indent = ' '.repeat(column)
  const before = above.map((line) => (line === '' ? '' : indent + line))
  const head = `${indent}${formatKey(key, PLAIN)}:`
  const nested = nestedLines(value, path, column, notes)
  if (nested) return [...before, head + comment(behind), ...nested]
  const flow = Array.isArray(value) && !severalLines
  const [first = '', ...others] = formatAfterKey(value, {...PLAIN, column, flow}).split('\n')
  if (others.length > 0 && behind !== '') return [...before, indent + behind, head + first, ...others]
  return [...before, head + first + comment(behind), ...others]
}

/** Maps, and lists of maps, over lines of their own. */
function nestedLines(
  value: FrontMatterValue,
  path: readonly string[],
  column: number,
  notes: TomlNotes,
): string[] | undefined {
  if (isMap(value) && Object.keys(value).length > 0) return mapLines(value, path, column + 2, notes)
  if (!Array.isArray(value) || value.length === 0 || !value.some(isMap)) return undefined
  return value.flatMap((item, index) => itemLines(item, [...path, String(index)], column + 2, notes))
}

function itemLines(item: FrontMatterValue, path: readonly string[], column: number, notes: TomlNotes): string[] {
  const {above = [], behind = ''} = notes.at(path) ?? {}
  const indent = ' '.repeat(column)
  const own = path.at(-1) === '0' && notes.at(path.slice(0, -1)) === undefined ? [] : above
  const before = [...own, ...(behind === '' ? [] : [behind])].map((line) => (line === '' ? '' : indent + line))
  if (!isMap(item) || Object.keys(item).length === 0)
    return [...before, ...formatItem(item, {...PLAIN, column: column - 2}).split('\n')]
  const lines = mapLines(item, path, column + 2, notes)
  const first = lines.findIndex((line) => !/^\s*(#|$)/.test(line))
  return [...before, ...lines.map((line, index) => (index === first ? `${indent}- ${line.slice(column + 2)}` : line))]
}

function comment(text: string): string {
  return text === '' ? '' : ` ${text}`
}
