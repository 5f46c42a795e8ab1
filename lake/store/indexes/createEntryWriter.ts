import type {LakeDocument} from '../../document.ts'
import type {Database} from '../database/openDatabase.ts'
import type {DocumentCache} from '../documents/createDocumentCache.ts'
import {decodeDocument} from '../documents/decodeDocument.ts'
import {documentStatements} from '../tables/documentTable.ts'
import {referenceStatements} from '../tables/referenceIndex.ts'
import {valueStatements} from '../tables/valueIndex.ts'
import type {Indexer} from './createIndexer.ts'
import type {WaitingDocument} from './createWaitingDocuments.ts'

/** Brings the entries of documents up to what is stored of them; belongs inside a transaction. */
export interface EntryWriter {
  write(documents: readonly WaitingDocument[]): void
  /** Takes documents out of the indexes of which nobody knows what is there: goes through them whole, whether for one or for many. */
  clear(documents: readonly number[]): void
}

export interface EntryWriterOptions {
  database: Database
  /** Primary key of the dataset. */
  dataset: number
  indexer: Indexer
  cache: DocumentCache
}

/** The entries of one dataset's documents in the indexes of values and references. */
export function createEntryWriter({database, dataset, indexer, cache}: EntryWriterOptions): EntryWriter {
  const documents = documentStatements(database)
  const values = valueStatements(database)
  const references = referenceStatements(database)

  function current(document: number): LakeDocument | undefined {
    const id = documents.idAt.get(document, dataset)?.id
    if (id === undefined) return undefined
    const cached = cache.peek(id)
    if (cached !== undefined) return cached
    const body = documents.body.get(document)?.body
    return body === undefined ? undefined : decodeDocument(body)
  }

  return {
    write(waiting) {
      for (const [document, indexed] of waiting) {
        indexer.update(document, typeof indexed === 'string' ? undefined : indexed, current(document))
      }
    },
    clear(unknown) {
      const keys = JSON.stringify(unknown)
      values.removeDocuments.run(dataset, keys)
      references.removeDocuments.run(dataset, keys)
    },
  }
}
