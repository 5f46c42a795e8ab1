import type {Database} from './openDatabase.ts'

/**
 * Full text by trigrams, so that words are found inside words (Hangul compounds, particles).
 *
 * - Text and terms are decomposed first (`foldText.ts`), so that one Hangul syllable is two or three units.
 * - `detail=none` stores only which documents hold a trigram: small, and a term's trigrams joined by AND give a superset.
 * - Indexing costs some 200 µs a document, too much for a commit: commits put the document into `text_pending`,
 *   which is worked off when idle or before the next search; a search also returns what is still pending.
 */
export const textTables = `
CREATE VIRTUAL TABLE document_text USING fts5(
  text, content='', contentless_delete=1, detail=none, tokenize='trigram case_sensitive 1'
);
CREATE VIRTUAL TABLE document_trigrams USING fts5vocab('document_text', 'row');
CREATE TABLE text_pending (document INTEGER PRIMARY KEY, dataset INTEGER NOT NULL) STRICT;
`

export function textStatements(database: Database) {
  return {
    enqueue: database.prepare('INSERT OR IGNORE INTO text_pending (document, dataset) VALUES (?, ?)'),
    pending: database.prepare<{document: number; body: Uint8Array | null}>(`
      SELECT p.document, d.body FROM text_pending p LEFT JOIN documents d ON d.pk = p.document
      ORDER BY p.document LIMIT ?`),
    pendingCount: database.prepare<{count: number}>('SELECT count(*) AS count FROM text_pending'),
    done: database.prepare('DELETE FROM text_pending WHERE document = ?'),
    index: database.prepare('INSERT OR REPLACE INTO document_text (rowid, text) VALUES (?, ?)'),
    remove: database.prepare('DELETE FROM document_text WHERE rowid = ?'),
    trigramsBetween: database.prepare<{term: string}>(
      'SELECT term FROM document_trigrams WHERE term >= ? AND term < ? LIMIT ?',
    ),
  }
}
