import type {DocumentChange} from '../../dataset.ts'
import {PayloadTooLargeError, StorageError} from '../../errors.ts'
import type {Database} from '../database/openDatabase.ts'
import type {DocumentCache} from '../documents/createDocumentCache.ts'
import {encodeText} from '../documents/encodeText.ts'
import type {StoredChange} from '../history/createHistoryWriter.ts'
import {documentStatements} from '../tables/documentTable.ts'
import {snapshotInterval} from '../tables/historyTable.ts'
import {rowPadding} from './rowPadding.ts'

/** As on the hosted service: https://www.sanity.io/docs/technical-limits. */
export const maxDocumentBytes = 32 * 1024 * 1024

export interface ChangeWriterOptions {
  database: Database
  /** Primary key of the dataset. */
  dataset: number
  cache: DocumentCache
}

/**
 * Writes one document's change; belongs inside a transaction. `written` is what that transaction has written of it so far, of which the memory does not
 * know yet. Returns what history needs of it.
 * @throws PayloadTooLargeError
 */
export type ChangeWriter = (change: DocumentChange, written: StoredChange | undefined) => StoredChange

/** The writer of one dataset's documents. */
export function createChangeWriter({database, dataset, cache}: ChangeWriterOptions): ChangeWriter {
  const documents = documentStatements(database)

  function rowOf(id: string, written: StoredChange | undefined): {pk: number; changes: number} {
    if (written !== undefined) return {pk: written.document, changes: written.changes}
    const key = cache.row(id) ?? documents.keyOf.get(dataset, id)
    if (key === undefined)
      throw new StorageError('storage_error', `Document "${id}" is not stored although it was read`)
    return key
  }

  return ({id, previous, next}, written) => {
    if (next === undefined) {
      const {pk} = rowOf(id, written)
      documents.remove.run(pk)
      return {document: pk, body: undefined, sinceSnapshot: 0, changes: 0}
    }
    const body = encodeText(JSON.stringify(next))
    if (body.byteLength > maxDocumentBytes) {
      throw new PayloadTooLargeError(`Document "${id}" is larger than ${maxDocumentBytes} bytes`)
    }
    if (previous === undefined) {
      const padding = rowPadding(body.byteLength, 0)
      const pk = documents.insert.run(dataset, id, next._type, next._rev, body, padding).lastInsertRowid
      return {document: pk, body, sinceSnapshot: 0, changes: 0}
    }
    const {pk, changes: before} = rowOf(id, written)
    const sinceSnapshot = before + 1
    const changes = sinceSnapshot >= snapshotInterval ? 0 : sinceSnapshot
    documents.update.run(next._rev, body, changes, rowPadding(body.byteLength, changes), pk)
    if (next._type !== previous._type) documents.setType.run(next._type, pk)
    return {document: pk, body, sinceSnapshot, changes}
  }
}
