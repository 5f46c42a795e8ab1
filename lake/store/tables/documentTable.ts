import type {Database} from '../database/openDatabase.ts'

/**
 * `body` is the document's JSON as UTF-8 bytes, not as TEXT: SQLite's text reaches JavaScript three times slower than
 * a Buffer that is decoded there, and bytes can be passed on to a client untouched.
 */
export const documentTables = `
CREATE TABLE documents (
  pk INTEGER PRIMARY KEY,
  dataset INTEGER NOT NULL REFERENCES datasets (pk),
  id TEXT NOT NULL,
  type TEXT NOT NULL,
  rev TEXT NOT NULL,
  body BLOB NOT NULL,
  changes_since_snapshot INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX documents_by_id ON documents (dataset, id);
CREATE INDEX documents_by_type ON documents (dataset, type, id);
`

export interface DocumentRow {
  pk: number
  dataset: number
  id: string
  type: string
  rev: string
  body: Uint8Array
  /** Changes in the history since it last holds the document whole. */
  changes_since_snapshot: number
}

/** A row without its content: what an index alone can tell. */
export type DocumentKey = Pick<DocumentRow, 'pk' | 'id'>

/** A row's content, and what the next commit of it must know. */
export type StoredBody = Pick<DocumentRow, 'pk' | 'body' | 'changes_since_snapshot'>

/** All that is asked of the table of documents. */
export function documentStatements(database: Database) {
  return {
    byId: database.prepare<StoredBody>(
      'SELECT pk, body, changes_since_snapshot FROM documents WHERE dataset = ? AND id = ?',
    ),
    keyOf: database.prepare<{pk: number; changes: number}>(
      'SELECT pk, changes_since_snapshot AS changes FROM documents WHERE dataset = ? AND id = ?',
    ),
    idAt: database.prepare<Pick<DocumentRow, 'id'>>('SELECT id FROM documents WHERE pk = ? AND dataset = ?'),
    body: database.prepare<StoredBody>('SELECT pk, body, changes_since_snapshot FROM documents WHERE pk = ?'),
    idsBetween: database.prepare<Pick<DocumentRow, 'id'>>(
      'SELECT id FROM documents WHERE dataset = ? AND id >= ? AND id < ? ORDER BY id',
    ),
    insert: database.prepare(
      'INSERT INTO documents (dataset, id, type, rev, body, changes_since_snapshot, padding) VALUES (?, ?, ?, ?, ?, 0, ?)',
    ),
    update: database.prepare(
      'UPDATE documents SET rev = ?, body = ?, changes_since_snapshot = ?, padding = ? WHERE pk = ?',
    ),
    setType: database.prepare('UPDATE documents SET type = ? WHERE pk = ?'),
    remove: database.prepare('DELETE FROM documents WHERE pk = ?'),
    removeDataset: database.prepare('DELETE FROM documents WHERE dataset = ?'),
    count: database.prepare<{count: number}>('SELECT count(*) AS count FROM documents WHERE dataset = ?'),
  }
}
