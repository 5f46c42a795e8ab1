import type {Database} from '../database/openDatabase.ts'
import {datasetStatements} from './datasetTable.ts'
import {documentStatements} from './documentTable.ts'
import {historyStatements} from './historyTable.ts'
import {pendingStatements} from './pendingTable.ts'
import {referenceStatements} from './referenceIndex.ts'
import {textStatements} from './textIndex.ts'
import {valueStatements} from './valueIndex.ts'

/** Deletes a dataset with everything in it. Part of a transaction. */
export function removeDatasetContent(database: Database, dataset: number): void {
  const values = valueStatements(database)
  const history = historyStatements(database)
  const text = textStatements(database)
  pendingStatements(database).removeDataset.run(dataset)
  text.removeDataset.run(dataset)
  documentStatements(database).removeDataset.run(dataset)
  referenceStatements(database).removeDataset.run(dataset)
  values.removeDataset.run(dataset)
  values.removePaths.run(dataset)
  history.removeChanges.run(dataset)
  history.removeTransactions.run(dataset)
  text.stepBack.run()
  datasetStatements(database).remove.run(dataset)
}
