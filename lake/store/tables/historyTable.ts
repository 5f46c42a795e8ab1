import type {Transition} from '../../dataset.ts'
import type {CreationVerb} from '../../mutations/creation.ts'
import type {Database} from '../database/openDatabase.ts'

/**
 * The history: every transaction, and what it did to each document. As first made; `compactHistory.ts` made it what it is.
 *
 * A change holds the document whole (`snapshot`) every 16th time; in between only the Mendoza effects, in both directions. So any revision is read
 * backwards from the next snapshot, from the deletion or from the document as it is, with at most 16 patches, and a long history stays small.
 * For a creation, `effects` and `mutations` are null: they follow from the document after it and `operation`. (Once it had a snapshot, too.)
 */
export const historyTables = `
CREATE TABLE transactions (
  dataset INTEGER NOT NULL,
  sequence INTEGER NOT NULL,
  id TEXT NOT NULL,
  timestamp TEXT NOT NULL,
  author TEXT NOT NULL,
  PRIMARY KEY (dataset, sequence),
  UNIQUE (dataset, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX transactions_by_time ON transactions (dataset, timestamp, sequence);
CREATE TABLE changes (
  dataset INTEGER NOT NULL,
  document_id TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  position INTEGER NOT NULL,
  transition TEXT NOT NULL,
  previous_rev TEXT,
  document_type TEXT NOT NULL,
  operation TEXT,
  snapshot BLOB,
  effects TEXT,
  mutations TEXT
) STRICT;
CREATE UNIQUE INDEX changes_by_document ON changes (dataset, document_id, sequence);
CREATE UNIQUE INDEX changes_by_transaction ON changes (dataset, sequence, position);
`

/** Changes between two snapshots of a document: bounds what reading an old revision costs. */
export const snapshotInterval = 16

export interface TransactionRow {
  sequence: number
  id: string
  timestamp: string
  author: string
}

/** A change without what it did. */
export interface RecordedRow {
  document_id: string
  sequence: number
  transition: Transition
  previous_rev: string | null
  document_type: string
}

export interface ChangeRow extends RecordedRow {
  operation: CreationVerb | null
  snapshot: Uint8Array | null
  effects: string | null
  mutations: string | null
}

const transactionColumns = 'sequence, id, timestamp, author'
const recordedColumns = 'document_id, sequence, transition, previous_rev, document_type'
const changeColumns = `${recordedColumns}, operation, snapshot, effects, mutations`

/**
 * `+dataset` keeps SQLite from the index by documents, where it would go through all changes of the dataset to find the few that follow each other
 * in the table.
 */
const ofTransaction = `pk >= (SELECT first_change FROM transactions WHERE dataset = ?1 AND sequence = ?2)
  AND pk <= (SELECT last_change FROM transactions WHERE dataset = ?1 AND sequence = ?2) AND +dataset = ?1 AND sequence = ?2`

const turns = `AND transition <> 'update'`

function sequencesOf(direction: 'ASC' | 'DESC', condition = ''): string {
  return `SELECT sequence FROM changes WHERE dataset = ? AND document_id = ? AND sequence > ? AND sequence <= ? ${condition}
    ORDER BY sequence ${direction} LIMIT ?`
}

/** All that is asked of the tables of transactions and changes. */
export function historyStatements(database: Database) {
  return {
    insertTransaction: database.prepare(
      'INSERT INTO transactions (dataset, sequence, id, timestamp, author, first_change, last_change) VALUES (?, ?, ?, ?, ?, ?, ?)',
    ),
    insertChange: database.prepare(
      `INSERT INTO changes (dataset, document, ${changeColumns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    transactionById: database.prepare<TransactionRow>(
      `SELECT ${transactionColumns} FROM transactions WHERE dataset = ? AND id = ?`,
    ),
    transactionAt: database.prepare<TransactionRow>(
      `SELECT ${transactionColumns} FROM transactions WHERE dataset = ? AND sequence = ?`,
    ),
    lastTransaction: database.prepare<TransactionRow>(
      `SELECT ${transactionColumns} FROM transactions WHERE dataset = ? ORDER BY sequence DESC LIMIT 1`,
    ),
    lastUpTo: database.prepare<TransactionRow>(
      `SELECT ${transactionColumns} FROM transactions WHERE dataset = ? AND sequence <= ? ORDER BY sequence DESC LIMIT 1`,
    ),
    transactionsAfter: database.prepare<TransactionRow>(
      `SELECT ${transactionColumns} FROM transactions WHERE dataset = ? AND sequence > ? ORDER BY sequence LIMIT ?`,
    ),
    changesOf: database.prepare<ChangeRow>(`SELECT ${changeColumns} FROM changes WHERE ${ofTransaction} ORDER BY pk`),
    /** Keys of the documents that transactions after that number have changed. */
    documentsAfter: database.prepare<{document: number}>(
      `SELECT DISTINCT document FROM changes WHERE +dataset = ?1 AND pk >= (
         SELECT first_change FROM transactions WHERE dataset = ?1 AND sequence > ?2 AND first_change IS NOT NULL ORDER BY sequence LIMIT 1
       )`,
    ),
    lastChange: database.prepare<ChangeRow>(
      `SELECT ${changeColumns} FROM changes WHERE dataset = ? AND document_id = ? AND sequence <= ? ORDER BY sequence DESC LIMIT 1`,
    ),
    changesAfter: database.prepare<ChangeRow>(
      `SELECT ${changeColumns} FROM changes WHERE dataset = ? AND document_id = ? AND sequence > ? ORDER BY sequence LIMIT ?`,
    ),
    changesOfDocument: database.prepare<ChangeRow>(
      `SELECT ${changeColumns} FROM changes WHERE dataset = ? AND document_id = ? AND sequence > ? AND sequence <= ? ORDER BY sequence DESC LIMIT ?`,
    ),
    sequencesUp: database.prepare<{sequence: number}>(sequencesOf('ASC')),
    sequencesDown: database.prepare<{sequence: number}>(sequencesOf('DESC')),
    turnsUp: database.prepare<{sequence: number}>(sequencesOf('ASC', turns)),
    turnsDown: database.prepare<{sequence: number}>(sequencesOf('DESC', turns)),
    recordedChanges: database.prepare<RecordedRow>(
      `SELECT ${recordedColumns} FROM changes WHERE ${ofTransaction} ORDER BY pk`,
    ),
    idsBetween: database.prepare<Pick<ChangeRow, 'document_id'>>(
      'SELECT DISTINCT document_id FROM changes WHERE dataset = ? AND document_id >= ? AND document_id < ? ORDER BY document_id',
    ),
    removeChangesBefore: database.prepare('DELETE FROM changes WHERE dataset = ? AND document_id = ? AND sequence < ?'),
    emptyChange: database.prepare(
      'UPDATE changes SET effects = ?, mutations = ? WHERE dataset = ? AND document_id = ? AND sequence = ?',
    ),
    removeTransactions: database.prepare('DELETE FROM transactions WHERE dataset = ?'),
    removeChanges: database.prepare('DELETE FROM changes WHERE dataset = ?'),
  }
}
