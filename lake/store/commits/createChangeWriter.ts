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
const maxDocumentBytes = 32 * 1024 * 1024

export interface ChangeWriterOptions {
  database: Database
  /** Primary key of the dataset. */
  dataset: number
  cache: DocumentCache
}

/**
 * Writes one document's change; belongs inside a transaction. Returns what history needs of it.
 * @throws PayloadTooLargeError
 */
export function createChangeWriter({
  database,
  dataset,
  cache,
}: ChangeWriterOptions): (change: DocumentChange) => StoredChange {
  const documents = documentStatements(database)

  function rowOf(id: string): {pk: number; changes: number} {
    const key = cache.row(id) ?? documents.keyOf.get(dataset, id)
    if (key === undefined)
      throw new StorageError('storage_error', `Document "${id}" is not stored although it was read`)
    return key
  }

  return ({id, previous, next}) => {
    if (next === undefined) {
      const {pk} = rowOf(id)
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
    const {pk, changes: before} = rowOf(id)
    const sinceSnapshot = before + 1
    const changes = sinceSnapshot >= snapshotInterval ? 0 : sinceSnapshot
    documents.update.run(next._rev, body, changes, rowPadding(body.byteLength, changes), pk)
    if (next._type !== previous._type) documents.setType.run(next._type, pk)
    return {document: pk, body, sinceSnapshot, changes}
  }
}
