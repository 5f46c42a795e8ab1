import type {PageFile} from '../bundle/findPages.ts'
import type {FrontMatterMap, FrontMatterValue} from '../frontMatter/frontMatterValue.ts'
import {readLowerCase} from '../frontMatter/readFrontMatter.ts'
import {type PageParts, splitPage} from '../frontMatter/splitPage.ts'
import type {Dialect} from '../markdown/types.ts'
import {detectDialect} from './dialects.ts'

/** A page read into parts and values, ready for the codecs. */
export interface Page {
  file: PageFile
  text: string
  parts: PageParts
  /** Top-level values by lower-case key, as Hugo sees them. */
  values: ReadonlyMap<string, FrontMatterValue>
  /** Keys as written, by lower-case key. */
  spelling: ReadonlyMap<string, string>
  duplicates: ReadonlyArray<{key: string; line: number}>
  dialect: Dialect
}

/**
 * Reads a page's text.
 * @throws FrontMatterError with the line.
 */
export function readPage(file: PageFile, text: string): Page {
  const parts = file.section === 'data' ? wholeFile(file.path, text) : splitPage(text)
  const {values, names, duplicates} = readLowerCase(parts)
  let spelling: ReadonlyMap<string, string> | undefined
  return {
    file,
    text,
    parts,
    values,
    get spelling() {
      return (spelling ??= new Map(names.map((name) => [name.toLowerCase(), name])))
    },
    duplicates,
    dialect: detectDialect(values, file),
  }
}

/** A data file is a header without delimiters and without a body. */
function wholeFile(path: string, text: string): PageParts {
  const prefix = text.startsWith('\uFEFF') ? '\uFEFF' : ''
  const format = path.endsWith('.toml') ? 'toml' : path.endsWith('.json') ? 'json' : 'yaml'
  const lines = text.split('\n').length
  const header = text.slice(prefix.length)
  return {format, prefix, header, delimiter: '', body: '', headerLine: 1, bodyLine: lines, isData: true}
}

/** A copy of a map with lower-case keys, as Hugo gives nested maps to templates. */
export function lowerKeys(map: FrontMatterMap): FrontMatterMap {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key.toLowerCase(), value]))
}
