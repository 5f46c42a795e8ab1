import {datasetStatements} from './datasetTable.ts'
import {historyStatements} from './historyTable.ts'
import type {Database} from './openDatabase.ts'
import {referenceStatements} from './referenceIndex.ts'
import {valueStatements} from './valueIndex.ts'

/** Deletes a dataset with everything in it. Part of a transaction. */
export function removeDatasetContent(database: Database, dataset: number): void {
  const values = valueStatements(database)
  const history = historyStatements(database)
  database
    .prepare(
      'INSERT OR IGNORE INTO text_pending (document, dataset) SELECT pk, dataset FROM documents WHERE dataset = ?',
    )
    .run(dataset)
  database.prepare('DELETE FROM documents WHERE dataset = ?').run(dataset)
  referenceStatements(database).removeDataset.run(dataset)
  values.removeDataset.run(dataset)
  values.removePaths.run(dataset)
  history.removeChanges.run(dataset)
  history.removeTransactions.run(dataset)
  datasetStatements(database).remove.run(dataset)
}
