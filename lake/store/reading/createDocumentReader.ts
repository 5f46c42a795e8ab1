import type {LakeDocument} from '../../document.ts'
import type {Database} from '../database/openDatabase.ts'
import type {CachedRow, DocumentCache} from '../documents/createDocumentCache.ts'
import type {PartialDocuments} from '../documents/createPartialDocuments.ts'
import {createPartReader} from '../documents/createPartReader.ts'
import {decodeDocument} from '../documents/decodeDocument.ts'
import {documentStatements, type DocumentKey, type StoredBody} from '../tables/documentTable.ts'

/** Reads the documents of one dataset, from memory where they are there. */
export interface DocumentReader {
  get(id: string): LakeDocument | undefined
  /** Whether there is one, without reading it. */
  has(id: string): boolean
  /** Whole documents, in the order of their keys. `gently`: those that are read do not push others out of the memory. */
  whole(keys: Iterable<DocumentKey>, gently?: boolean): Iterable<LakeDocument>
  /** The same with these attributes at least, each read by itself where that is possible. */
  parts(keys: Iterable<DocumentKey>, attributes: readonly string[] | undefined): Iterable<LakeDocument>
}

export interface DocumentReaderOptions {
  database: Database
  /** Primary key of the dataset. */
  dataset: number
  cache: DocumentCache
  partial: PartialDocuments
}

/** Reads through `cache`, or through `partial` when only some attributes are wanted. */
export function createDocumentReader({database, dataset, cache, partial}: DocumentReaderOptions): DocumentReader {
  const statements = documentStatements(database)
  const readParts = createPartReader(cache, partial)

  function decode(row: StoredBody | undefined, gently: boolean): LakeDocument | undefined {
    if (row === undefined) return undefined
    const document = decodeDocument(row.body)
    cache.set(document, toCachedRow(row), gently)
    return document
  }

  function* whole(keys: Iterable<DocumentKey>, gently = false): Generator<LakeDocument> {
    for (const {id, pk} of keys) {
      const document = cache.get(id) ?? decode(statements.body.get(pk), gently)
      if (document !== undefined) yield document
    }
  }

  return {
    get: (id) => cache.get(id) ?? decode(statements.byId.get(dataset, id), false),
    has: (id) => cache.peek(id) !== undefined || statements.keyOf.get(dataset, id) !== undefined,
    whole,
    parts: (keys, attributes) =>
      attributes === undefined || !partial.canRead(attributes) ? whole(keys) : readParts(keys, attributes),
  }
}

function toCachedRow({pk, body, changes_since_snapshot: changes}: StoredBody): CachedRow {
  return {pk, size: body.byteLength, changes}
}
