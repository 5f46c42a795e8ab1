import {
  CORE_SCHEMA,
  NOT_RESOLVED,
  type ScalarTagDefinition,
  YAMLException,
  floatCoreTag,
  intCoreTag,
  load,
  mergeTag,
} from 'js-yaml'
import {TomlDate, TomlError, parse as parseToml} from 'smol-toml'
import {LineCounter, parseDocument} from 'yaml'
import {FrontMatterError} from './frontMatterError.ts'
import {type FrontMatterFormat, type FrontMatterMap, type FrontMatterValue, isMap} from './frontMatterValue.ts'
import {lineAt} from './lines.ts'
import {readPlainMap, readPlainYaml} from './readPlainYaml.ts'
import type {PageParts} from './splitPage.ts'
import {unreadable} from './unreadable.ts'

/** What a header says, with the keys that it says twice (the last one counts, as in Hugo 0.111). */
export interface FrontMatterReading {
  values: FrontMatterMap
  duplicates: Array<{key: string; line: number}>
}

// Dates stay text (yaml.v2 does the same for maps of any value), `yes` or `n` stay words (YAML 1.2), and `02115` stays
// what its owner wrote, where YAML 1.1 has an octal number and YAML 1.2 a decimal one.
const YAML_SCHEMA = CORE_SCHEMA.withTags(mergeTag, withoutZeros(intCoreTag), withoutZeros(floatCoreTag))

function withoutZeros(tag: ScalarTagDefinition<number>): ScalarTagDefinition<number> {
  const resolve: typeof tag.resolve = (source, isExplicit, tagName) =>
    !isExplicit && /^[-+]?0\d/.test(source) ? NOT_RESOLVED : tag.resolve(source, isExplicit, tagName)
  return {...tag, resolve}
}

const readers = {yaml: readYaml, toml: readToml, json: readJson} satisfies Record<
  FrontMatterFormat,
  (header: string, line: number) => FrontMatterReading
>

/**
 * Reads the front matter of a page.
 * @throws FrontMatterError with the line in the file.
 */
export function readFrontMatter(parts: PageParts): FrontMatterReading {
  return readers[parts.format](parts.header, parts.headerLine)
}

/** What a header says by lower-case key, as Hugo sees the keys; of two that differ in case the last one counts. */
export interface LowerCaseReading {
  values: Map<string, FrontMatterValue>
  /** The keys as written. */
  names: string[]
  duplicates: FrontMatterReading['duplicates']
}

/**
 * Reads the front matter of a page by lower-case key.
 * @throws FrontMatterError with the line in the file.
 */
export function readLowerCase(parts: PageParts): LowerCaseReading {
  const plain = parts.format === 'yaml' ? readPlainMap(parts.header) : undefined
  if (plain !== undefined) return {values: plain.values, names: plain.names, duplicates: []}
  const {values, duplicates} = readFrontMatter(parts)
  const entries = Object.entries(values)
  return {
    values: new Map(entries.map(([key, value]) => [key.toLowerCase(), value])),
    names: entries.map(([key]) => key),
    duplicates,
  }
}

/** Reads a YAML map. `line` is the 1-based line of its first line in the file. */
export function readYaml(header: string, line = 1): FrontMatterReading {
  if (!/^[^\S\n]*[^\s#]/m.test(header)) return {values: {}, duplicates: []}
  const plain = readPlainYaml(header)
  if (plain !== undefined) return {values: plain, duplicates: []}
  try {
    return {values: asMap(load(header, {schema: YAML_SCHEMA}), line), duplicates: []}
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error
    return readTolerantly(header, line)
  }
}

/** What go-yaml reads and js-yaml does not: a key twice, continuation lines that are not indented, and tabs before brackets. */
function readTolerantly(header: string, line: number): FrontMatterReading {
  try {
    const {text} = indentContinuations(header)
    const values = asMap(load(text, {schema: YAML_SCHEMA, json: true}), line)
    return {values, duplicates: findDuplicates(text, line)}
  } catch (error) {
    throw error instanceof YAMLException ? yamlError(error, header, line) : error
  }
}

function findDuplicates(text: string, line: number): FrontMatterReading['duplicates'] {
  const lines = new LineCounter()
  return parseDocument(text, {lineCounter: lines, logLevel: 'silent'})
    .errors.filter(({code}) => code === 'DUPLICATE_KEY')
    .map(({pos: [start]}) => ({
      key: text.slice(start).split(':', 1)[0]?.trim() ?? '',
      line: lines.linePos(start).line + line - 1,
    }))
}

/** Spaces for the tabs between a key and the list or map in brackets in which js-yaml stopped; it refuses them. */
function withoutTabs(text: string, line: number): string {
  return text
    .split('\n')
    .map((written, index) =>
      index !== line ? written : written.replace(/:[ \t]*\t[ \t]*(?=[[{])/, (gap) => ':'.padEnd(gap.length)),
    )
    .join('\n')
}

/**
 * Indents by one space the lines that continue a quoted string or a flow list without indentation: go-yaml accepts
 * them, the YAML specification does not. `inserted` holds the offsets of the new spaces in the original.
 */
export function indentContinuations(header: string): {text: string; inserted: number[]} {
  const inserted: number[] = []
  let text = header
  for (;;) {
    try {
      load(text, {schema: YAML_SCHEMA, json: true})
      return {text, inserted}
    } catch (error) {
      if (!(error instanceof YAMLException)) throw error
      const spaced = withoutTabs(text, error.mark?.line ?? -1)
      if (spaced !== text) {
        text = spaced
        continue
      }
      const at = error.mark === undefined ? -1 : text.lastIndexOf('\n', error.mark.position - 1) + 1
      const known = inserted.some((offset, index) => offset + index === at)
      if (error.reason !== 'deficient indentation' || known || at < 0) return {text, inserted}
      inserted.push(at - inserted.length)
      text = `${text.slice(0, at)} ${text.slice(at)}`
    }
  }
}

function yamlError({reason, mark}: YAMLException, header: string, line: number): FrontMatterError {
  return unreadable('yaml', {reason, line: (mark?.line ?? 0) + 1, column: mark && mark.column + 1}, header, line)
}

/** Reads a TOML document; its dates become the text that Hugo would read. */
export function readToml(header: string, line = 1): FrontMatterReading {
  try {
    return {values: asMap(plain(parseToml(header)), line), duplicates: []}
  } catch (error) {
    if (!(error instanceof TomlError)) throw error
    const [first = ''] = error.message.split('\n', 1)
    const reason = first.replace(/^Invalid TOML document: /, '')
    throw unreadable('toml', {reason, line: error.line, column: error.column}, header, line)
  }
}

/** Reads a JSON object. */
export function readJson(header: string, line = 1): FrontMatterReading {
  try {
    return {values: asMap(plain(JSON.parse(header)), line), duplicates: []}
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    const position = Number(/at position (\d+)/.exec(error.message)?.[1] ?? 0)
    const reason = error.message.replace(/ (?:in JSON )?at position \d+.*$/s, '')
    throw unreadable('json', {reason, line: lineAt(header, position)}, header, line)
  }
}

function asMap(value: unknown, line: number): FrontMatterMap {
  if (value === null || value === undefined) return {}
  if (isMap(value)) return value
  throw new FrontMatterError('The front matter is not a map: write lines of a key, a colon and a value', line)
}

function plain(value: unknown): FrontMatterValue {
  if (value instanceof TomlDate) return tomlDateText(value)
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, plain(member)]))
  }
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  return null
}

/** `2017-01-01T00:00:00`, `2017-01-01` or with the offset as written; fractions only when there are any. */
function tomlDateText(date: TomlDate): string {
  return date.toISOString().replace(/\.000(?=Z|[+-]|$)/, '')
}
