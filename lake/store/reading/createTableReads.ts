import type {Dataset} from '../../dataset.ts'
import type {TransactionReads} from '../../mutations/transaction/transactionReads.ts'
import type {Database} from '../database/openDatabase.ts'
import {decodeText} from '../documents/decodeDocument.ts'
import {afterPrefix} from '../tables/afterPrefix.ts'
import {documentStatements} from '../tables/documentTable.ts'
import {referenceStatements} from '../tables/referenceIndex.ts'

/** What is read straight from the tables, into which what is pending is written before. */
export type TableReads = Pick<Dataset, 'bytes' | 'idsWithPrefix' | 'text'> & Pick<TransactionReads, 'strongReferrers'>

export interface TableReadsOptions {
  database: Database
  /** Primary key of the dataset. */
  dataset: number
  isPending(id: string): boolean
  /** Throws a StorageError. */
  settle(): void
  /** Brings the indexes up to the tables. Throws a StorageError. */
  index(): void
}

/** The reads of one dataset's tables. */
export function createTableReads({database, dataset, isPending, settle, index}: TableReadsOptions): TableReads {
  const documents = documentStatements(database)
  const references = referenceStatements(database)

  function bytes(id: string): Uint8Array | undefined {
    if (isPending(id)) settle()
    return documents.byId.get(dataset, id)?.body
  }

  return {
    bytes,
    text(id) {
      const body = bytes(id)
      return body === undefined ? undefined : decodeText(body)
    },
    idsWithPrefix(prefix) {
      settle()
      return documents.idsBetween.all(dataset, prefix, afterPrefix(prefix)).map((found) => found.id)
    },
    strongReferrers(id) {
      settle()
      index()
      return references.strongReferrers.all(dataset, id).map((found) => found.id)
    },
  }
}
