import type {Database} from '../database/openDatabase.ts'

/**
 * Scalar values by attribute path: see `indexEntriesOf.ts` for which. Members of an array are kept under the path with
 * `[]` behind it. `value` keeps its type, so that the index has GROQ's order: numbers, strings, booleans (as blobs).
 */
export const valueTables = `
CREATE TABLE value_paths (
  pk INTEGER PRIMARY KEY,
  dataset INTEGER NOT NULL REFERENCES datasets (pk),
  path TEXT NOT NULL,
  UNIQUE (dataset, path)
) STRICT;
CREATE TABLE document_values (
  path INTEGER NOT NULL,
  value ANY NOT NULL,
  document INTEGER NOT NULL,
  PRIMARY KEY (path, value, document)
) STRICT, WITHOUT ROWID;
`

/** All that is asked of the index of values. */
export function valueStatements(database: Database) {
  return {
    paths: database.prepare<{pk: number; path: string}>('SELECT pk, path FROM value_paths WHERE dataset = ?'),
    insertPath: database.prepare('INSERT INTO value_paths (dataset, path) VALUES (?, ?)'),
    insert: database.prepare('INSERT OR IGNORE INTO document_values (path, value, document) VALUES (?, ?, ?)'),
    remove: database.prepare('DELETE FROM document_values WHERE path = ? AND value = ? AND document = ?'),
    /** Goes through the whole index, which is in no order of documents. */
    removeDocuments: database.prepare(
      `DELETE FROM document_values WHERE path IN (SELECT pk FROM value_paths WHERE dataset = ?)
       AND document IN (SELECT value FROM json_each(?))`,
    ),
    removeDataset: database.prepare(
      'DELETE FROM document_values WHERE path IN (SELECT pk FROM value_paths WHERE dataset = ?)',
    ),
    removePaths: database.prepare('DELETE FROM value_paths WHERE dataset = ?'),
  }
}
