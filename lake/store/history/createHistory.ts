import type {DocumentChange, History, RecordedChange, SequenceRange, TransactionHead} from '../../dataset.ts'
import type {Database} from '../database/openDatabase.ts'
import {afterPrefix} from '../tables/afterPrefix.ts'
import {historyStatements, type ChangeRow, type RecordedRow} from '../tables/historyTable.ts'
import {effectsOf, mutationsOf} from './changeContent.ts'
import {createStateReader} from './createStateReader.ts'

/**
 * Reads a dataset's history.
 *
 * @param dataset Its key in the table of datasets.
 */
export function createHistory(database: Database, dataset: number): History {
  const statements = historyStatements(database)
  const {stateAt, lastState} = createStateReader(database, dataset)

  function toChange(row: ChangeRow): DocumentChange {
    const next = row.transition === 'disappear' ? undefined : stateAt(row.document_id, row.sequence)
    const previous = row.transition === 'appear' ? undefined : stateAt(row.document_id, row.sequence - 1)
    return {id: row.document_id, previous, next, mutations: mutationsOf(row, next), effects: effectsOf(row, next)}
  }

  function toEffects(row: ChangeRow): Pick<DocumentChange, 'id' | 'effects' | 'mutations'> {
    const next = row.transition === 'appear' ? stateAt(row.document_id, row.sequence) : undefined
    return {id: row.document_id, effects: effectsOf(row, next), mutations: mutationsOf(row, next)}
  }

  const lastSequence = (): number => statements.lastTransaction.get(dataset)?.sequence ?? 0

  /** Times never go backwards in a history, so halving finds it. */
  function transactionAtTime(time: string): TransactionHead | undefined {
    let found: TransactionHead | undefined
    let [from, to] = [1, lastSequence()]
    while (from <= to) {
      const middle = Math.floor((from + to) / 2)
      const at = statements.lastUpTo.get(dataset, middle)
      if (at !== undefined && at.timestamp > time) to = at.sequence - 1
      else {
        found = at ?? found
        from = middle + 1
      }
    }
    return found
  }

  return {
    transactionById: (id) => statements.transactionById.get(dataset, id),
    transactionAt: (sequence) => statements.transactionAt.get(dataset, sequence),
    transactionAtTime,
    lastSequence,
    transactionsAfter: (sequence, limit) => statements.transactionsAfter.all(dataset, sequence, limit),
    changesIn: (sequence) => statements.changesOf.all(dataset, sequence).map(toChange),
    recordedChangesIn: (sequence) => statements.recordedChanges.all(dataset, sequence).map(toRecorded),
    effectsIn: (sequence) => statements.changesOf.all(dataset, sequence).map(toEffects),
    changesOf: (id, {before, after, limit}) =>
      statements.changesOfDocument
        .all(dataset, id, after, before, limit)
        .map((row) => ({...toRecorded(row), sequence: row.sequence})),
    sequencesOf: (id, range) => readSequences(statements, dataset, id, range),
    stateAt,
    lastState,
    idsWithPrefix: (prefix) =>
      statements.idsBetween.all(dataset, prefix, afterPrefix(prefix)).map((row) => row.document_id),
  }
}

function readSequences(
  statements: ReturnType<typeof historyStatements>,
  dataset: number,
  id: string,
  {after, before, limit, newestFirst, isTurn = false}: SequenceRange,
): number[] {
  const [up, down] = isTurn
    ? [statements.turnsUp, statements.turnsDown]
    : [statements.sequencesUp, statements.sequencesDown]
  return (newestFirst ? down : up).all(dataset, id, after, before, limit).map(({sequence}) => sequence)
}

function toRecorded(row: RecordedRow): RecordedChange {
  return {
    id: row.document_id,
    type: row.document_type,
    transition: row.transition,
    previousRev: row.previous_rev ?? undefined,
  }
}
