import type {DocumentChange} from '../dataset.ts'
import {PayloadTooLargeError} from '../errors.ts'
import type {HistoryBody} from './createHistory.ts'
import type {createIndexer} from './createIndexer.ts'
import {documentStatements} from './documentTable.ts'
import {snapshotInterval} from './historyTable.ts'
import type {Database} from './openDatabase.ts'

/** As on the hosted service: https://www.sanity.io/docs/technical-limits. */
const maxDocumentBytes = 32 * 1024 * 1024

export interface ChangeWriterOptions {
  database: Database
  /** Primary key of the dataset. */
  dataset: number
  indexer: ReturnType<typeof createIndexer>
}

/**
 * Writes one document's change and its index entries; belongs inside a transaction. What history needs of the new
 * body is left in `bodies`.
 * @throws PayloadTooLargeError
 */
export function createChangeWriter({
  database,
  dataset,
  indexer,
}: ChangeWriterOptions): (change: DocumentChange, bodies: Map<string, HistoryBody>) => void {
  const documents = documentStatements(database)
  return ({id, previous, next}, bodies) => {
    const key = previous === undefined ? undefined : documents.keyOf.get(dataset, id)
    if (next === undefined) {
      if (key === undefined) return
      documents.remove.run(key.pk)
      indexer.update(key.pk, previous, undefined)
      return
    }
    const body = Buffer.from(JSON.stringify(next))
    if (body.byteLength > maxDocumentBytes) {
      throw new PayloadTooLargeError(`Document "${id}" is larger than ${maxDocumentBytes} bytes`)
    }
    const sinceSnapshot = key === undefined ? 0 : key.changes_since_snapshot + 1
    bodies.set(id, {body, sinceSnapshot})
    if (key === undefined) {
      const {lastInsertRowid} = documents.insert.run(dataset, id, next._type, next._rev, body)
      indexer.update(lastInsertRowid, undefined, next)
    } else {
      documents.update.run(next._type, next._rev, body, sinceSnapshot >= snapshotInterval ? 0 : sinceSnapshot, key.pk)
      indexer.update(key.pk, previous, next)
    }
  }
}
