import type {Database} from '../database/openDatabase.ts'

/**
 * Transactions that are durable as they were asked for, and not yet written into the tables of documents and history. `request` is the JSON object
 * with their `mutations`, as UTF-8 bytes.
 */
export const pendingTable = `
CREATE TABLE pending_transactions (
  pk INTEGER PRIMARY KEY,
  dataset INTEGER NOT NULL REFERENCES datasets (pk),
  sequence INTEGER NOT NULL,
  id TEXT NOT NULL,
  timestamp TEXT NOT NULL,
  author TEXT NOT NULL,
  request BLOB NOT NULL
) STRICT;
CREATE UNIQUE INDEX pending_by_sequence ON pending_transactions (dataset, sequence);
`

export interface PendingRow {
  sequence: number
  id: string
  timestamp: string
  author: string
  request: Uint8Array
}

/** All that is asked of the table of pending transactions. */
export function pendingStatements(database: Database) {
  return {
    insert: database.prepare(
      'INSERT INTO pending_transactions (dataset, sequence, id, timestamp, author, request) VALUES (?, ?, ?, ?, ?, ?)',
    ),
    next: database.prepare<PendingRow>(
      `SELECT sequence, id, timestamp, author, request FROM pending_transactions
       WHERE dataset = ? AND sequence > ? ORDER BY sequence LIMIT 1`,
    ),
    removeThrough: database.prepare('DELETE FROM pending_transactions WHERE dataset = ? AND sequence <= ?'),
    removeDataset: database.prepare('DELETE FROM pending_transactions WHERE dataset = ?'),
  }
}
