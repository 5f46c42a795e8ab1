import {hashContent} from '../values/hashContent.ts'
import type {AnyDocument} from './types.ts'

/** Goes up whenever the conversion gives another document for the same page. */
const CONVERTER_VERSION = '15'

/** Hashes of a document's fields as imported, and of what they were made from. */
export interface Fingerprint {
  /** Converter and site configuration. */
  converter: string
  /** The file's text. */
  source: string
  /** Names and sizes of the bundle's other files. */
  files: string
  /** Field name to hash of the imported value; absent fields have none. */
  fields: Record<string, string>
  draft: boolean
  /** Ids of the assets that the page's files became, by path relative to the site folder. */
  assets: Record<string, string>
}

/** Identifies the conversion: its version and the configuration it ran with. */
export function converterOf(config: unknown): string {
  return `${CONVERTER_VERSION}.${hashContent(config)}`
}

/** Names of a document's own fields: everything but Sanity's members and `hugo`. */
export function fieldNames(...documents: ReadonlyArray<object | undefined>): string[] {
  const names = new Set(documents.flatMap((document) => Object.keys(document ?? {})))
  return [...names].filter((name) => !name.startsWith('_') && name !== 'hugo')
}

/** A member by name; documents have no index signature. */
export function fieldOf(document: object | undefined, name: string): unknown {
  return document === undefined ? undefined : Object.entries(document).find(([key]) => key === name)?.[1]
}

/** Hash of each field that has a value. */
function hashFields(document: object): Record<string, string> {
  return Object.fromEntries(fieldNames(document).map((name) => [name, hashContent(fieldOf(document, name))]))
}

/** The document with the fingerprint of its own fields in `hugo`. */
export function seal(document: AnyDocument, about: Omit<Fingerprint, 'fields'>): AnyDocument {
  if (!document.hugo) return document
  const {converter, source, files, draft, assets} = about
  const flat = {
    ...hashFields(document),
    '#converter': converter,
    '#source': source,
    '#files': files,
    '#draft': String(draft),
    ...(Object.keys(assets).length > 0 && {'#assets': JSON.stringify(assets)}),
  }
  return {...document, hugo: {...document.hugo, fingerprint: JSON.stringify(flat)}}
}

/** What a document was made from, of its `hugo.fingerprint`; see `readFingerprint`. */
export function readSource(text: string): Pick<Fingerprint, 'converter' | 'source' | 'files'> {
  const {'#converter': converter = '', '#source': source = '', '#files': files = ''} = parseFlat(text)
  return {converter, source, files}
}

/** Reads `hugo.fingerprint`. A text that is none (edited by hand, of a newer version) gives an empty one. */
export function readFingerprint(text: string | undefined): Fingerprint {
  const {
    '#converter': converter = '',
    '#source': source = '',
    '#files': files = '',
    '#draft': draft,
    '#assets': assets = '',
    ...fields
  } = parseFlat(text ?? '')
  return {converter, source, files, draft: draft === 'true', assets: parseFlat(assets), fields}
}

/** Whether every field of a document is as it was imported. */
export function isUnedited(document: object, {fields}: Pick<Fingerprint, 'fields'>): boolean {
  return fieldNames(document, fields).every((name) => isSame(fieldOf(document, name), fields[name]))
}

function isSame(value: unknown, hash: string | undefined): boolean {
  return value === undefined ? hash === undefined : hashContent(value) === hash
}

function parseFlat(text: string): Record<string, string> {
  if (text === '') return {}
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return {}
    throw error
  }
  if (typeof value !== 'object' || value === null) return {}
  return isFlat(value)
    ? value
    : Object.fromEntries(Object.entries(value).filter((entry): entry is [string, string] => isText(entry[1])))
}

function isFlat(value: object): value is Record<string, string> {
  return Object.values(value).every(isText)
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}
