import type {JsonObject, JsonValue, LakeDocument} from '../../document.ts'
import {setAt} from '../../query/setAt.ts'
import {valueAt} from '../../query/valueAt.ts'
import type {Database} from '../database/openDatabase.ts'
import type {DocumentKey} from '../tables/documentTable.ts'
import {createKeptParts} from './createKeptParts.ts'

/** Documents with only some of their attributes, named by dotted paths, for queries that look at many and need little of each. */
export interface PartialDocuments {
  /** Whether every one of these attributes can be read on its own. */
  canRead(attributes: readonly string[]): boolean
  /** The documents that have these keys, by key; those that are gone are missing. They may hold more than was asked for. */
  read(keys: readonly DocumentKey[], attributes: readonly string[]): Map<number, LakeDocument>
  /** Forgets a document that has changed. */
  forget(id: string): void
  clear(): void
}

const plainPath = /^[A-Za-z_]\w*(\.[A-Za-z_]\w*)*$/
const longestPath = 200

/** Attributes that are known at a time: as many as a number has bits. More, and all is forgotten. */
const maxAttributes = 30

/** Characters of JSON from which on an attribute is read with its whole document. */
const heavy = 1_000

/** Characters of JSON of all attributes together that are worth keeping. */
const longest = 4_000

/** Of an entry besides its text, in bytes. */
const overhead = 300

/**
 * SQLite cuts the attributes out of the stored JSON in less than half the time that parsing the whole takes, and what was cut out is kept while it
 * stays below `maxSize` bytes.
 */
export function createPartialDocuments(database: Database, maxSize: number): PartialDocuments {
  const kept = createKeptParts(maxSize)
  const heavyOnes = new Set<string>()
  let bits = new Map<string, number>()

  function maskOf(attributes: readonly string[]): number {
    const added = attributes.filter((name) => !bits.has(name))
    if (bits.size + added.length > maxAttributes) {
      bits = new Map()
      kept.clear()
    }
    for (const name of attributes) if (!bits.has(name)) bits.set(name, 1 << bits.size)
    return attributes.reduce((mask, name) => mask | (bits.get(name) ?? 0), 0)
  }

  function cutOut(keys: readonly DocumentKey[], attributes: readonly string[], found: Map<number, LakeDocument>): void {
    const holds = maskOf(attributes)
    const select = database.prepare<{pk: number; id: string; type: string; parts: string}>(
      `SELECT d.pk, d.id, d.type, ${partsSql(attributes)} AS parts
       FROM documents d WHERE d.pk IN (SELECT value FROM json_each(?))`,
    )
    const rows = select.all(JSON.stringify(keys.map((key) => key.pk)))
    const areHeavy = rows.reduce((sum, {parts}) => sum + parts.length, 0) > heavy * rows.length
    let looked = 0
    for (const {pk, id, type, parts} of rows) {
      const entry = kept.get(id)
      const document = assemble({...entry?.document, _id: id, _type: type}, attributes, parts)
      found.set(pk, document)
      if (areHeavy && looked++ < 8) noteHeavy(attributes, document)
      if (parts.length <= longest)
        kept.keep(id, {
          document,
          holds: holds | (entry?.holds ?? 0),
          size: parts.length * 2 + (entry?.size ?? overhead),
        })
    }
  }

  function noteHeavy(attributes: readonly string[], document: LakeDocument): void {
    for (const name of attributes) {
      if (JSON.stringify(valueAt(document, name) ?? null).length > heavy / 2) heavyOnes.add(name)
    }
  }

  return {
    canRead: (attributes) =>
      attributes.length <= maxAttributes && attributes.every((path) => isPlain(path) && !heavyOnes.has(path)),
    read(keys, attributes) {
      const wanted = maskOf(attributes)
      const found = new Map<number, LakeDocument>()
      const missing: DocumentKey[] = []
      for (const key of keys) {
        const entry = kept.get(key.id)
        if (entry !== undefined && (entry.holds & wanted) === wanted) found.set(key.pk, entry.document)
        else missing.push(key)
      }
      if (missing.length > 0) cutOut(missing, attributes, found)
      return found
    },
    forget: kept.forget,
    clear: kept.clear,
  }
}

function isPlain(path: string): boolean {
  return path.length <= longestPath && plainPath.test(path) && !path.includes('__proto__')
}

/** The attributes as a JSON array. */
function partsSql(paths: readonly string[]): string {
  if (paths.every((path) => path === '_id' || path === '_type')) return "'[]'"
  // Two paths at least: for one alone, json_extract gives a bare SQL value.
  return `json_extract(d.body, ${[...paths, '_id', '_id'].map((path) => `'$.${path}'`).join(', ')})`
}

type Part = {_id: string; _type: string} & JsonObject

function assemble(document: Part, names: readonly string[], parts: string): LakeDocument {
  const values: JsonValue[] = JSON.parse(parts)
  for (const [at, name] of names.entries()) {
    const value = values[at] ?? null
    if (value !== null) setAt(document, name, value)
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a document without the attributes that nobody asked for
  return document as LakeDocument
}
