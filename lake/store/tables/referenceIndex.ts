import type {Database} from '../database/openDatabase.ts'

/** Who refers to a document, weakly or strongly: answers `references()` and the check before a delete. */
export const referenceTable = `
CREATE TABLE document_references (
  dataset INTEGER NOT NULL,
  target TEXT NOT NULL,
  document INTEGER NOT NULL,
  strong INTEGER NOT NULL,
  PRIMARY KEY (dataset, target, document)
) STRICT, WITHOUT ROWID;
`

/** All that is asked of the index of references. */
export function referenceStatements(database: Database) {
  return {
    insert: database.prepare(
      'INSERT OR REPLACE INTO document_references (dataset, target, document, strong) VALUES (?, ?, ?, ?)',
    ),
    remove: database.prepare('DELETE FROM document_references WHERE dataset = ? AND target = ? AND document = ?'),
    strongReferrers: database.prepare<{id: string}>(`
      SELECT d.id FROM document_references r JOIN documents d ON d.pk = r.document
      WHERE r.dataset = ? AND r.target = ? AND r.strong = 1 ORDER BY d.id`),
    /** Goes through the whole index, which is in no order of documents. */
    removeDocuments: database.prepare(
      'DELETE FROM document_references WHERE dataset = ? AND document IN (SELECT value FROM json_each(?))',
    ),
    removeDataset: database.prepare('DELETE FROM document_references WHERE dataset = ?'),
  }
}
