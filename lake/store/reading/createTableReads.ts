import type {Dataset} from '../../dataset.ts'
import type {LakeDocument} from '../../document.ts'
import type {TransactionReads} from '../../mutations/transaction/transactionReads.ts'
import type {Database} from '../database/openDatabase.ts'
import {decodeText} from '../documents/decodeDocument.ts'
import {encodeText} from '../documents/encodeText.ts'
import {afterPrefix} from '../tables/afterPrefix.ts'
import {documentStatements} from '../tables/documentTable.ts'
import {referenceStatements} from '../tables/referenceIndex.ts'

/** What is read straight from the tables, and from what is pending. */
export type TableReads = Pick<Dataset, 'bytes' | 'idsWithPrefix' | 'text'> & Pick<TransactionReads, 'strongReferrers'>

export interface TableReadsOptions {
  database: Database
  /** Primary key of the dataset. */
  dataset: number
  pending: {get(id: string): LakeDocument | undefined; documents(): ReadonlyMap<string, LakeDocument>}
  /** Writes what is pending into the tables. Throws a StorageError. */
  settle(): void
  /** Brings the indexes up to the tables. Throws a StorageError. */
  index(): void
}

/** The reads of one dataset's tables. */
export function createTableReads({database, dataset, pending, settle, index}: TableReadsOptions): TableReads {
  const documents = documentStatements(database)
  const references = referenceStatements(database)

  function bytes(id: string): Uint8Array | undefined {
    const document = pending.get(id)
    if (document !== undefined) return encodeText(JSON.stringify(document))
    return documents.byId.get(dataset, id)?.body
  }

  return {
    bytes,
    text(id) {
      const body = bytes(id)
      return body === undefined ? undefined : decodeText(body)
    },
    idsWithPrefix(prefix) {
      const ids = documents.idsBetween.all(dataset, prefix, afterPrefix(prefix)).map((found) => found.id)
      const more = [...pending.documents().keys()].filter((id) => id.startsWith(prefix))
      return more.length === 0 ? ids : [...new Set([...ids, ...more])].sort()
    },
    strongReferrers(id) {
      settle()
      index()
      return references.strongReferrers.all(dataset, id).map((found) => found.id)
    },
  }
}
