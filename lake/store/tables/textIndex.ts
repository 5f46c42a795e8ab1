import type {Database} from '../database/openDatabase.ts'

/**
 * Full text by trigrams, so that words are found inside words (Hangul compounds, particles).
 *
 * - Text and terms are decomposed first (`foldText.ts`), so that one Hangul syllable is two or three units.
 * - `detail=none` stores only which documents hold a trigram: small, and a term's trigrams joined by AND give a superset.
 * - Indexing costs some 200 µs a document, too much for a commit: it follows the table of changes when idle or before the
 *   next search, and `text_indexed` says how far it has come; a search also returns what has changed since.
 *
 * As first made, with a queue of documents instead: `compactHistory.ts`.
 */
export const textTables = `
CREATE VIRTUAL TABLE document_text USING fts5(
  text, content='', contentless_delete=1, detail=none, tokenize='trigram case_sensitive 1'
);
CREATE VIRTUAL TABLE document_trigrams USING fts5vocab('document_text', 'row');
CREATE TABLE text_pending (document INTEGER PRIMARY KEY, dataset INTEGER NOT NULL) STRICT;
`

/**
 * What ranking needs of each document's text (`wordCounts.ts`), beside the index: to make the text anew takes four times as long as all else. Valid
 * while the document has this revision. Documents of older lakes are indexed again, which writes it.
 */
export const wordCountsTable = `
CREATE TABLE document_words (
  document INTEGER PRIMARY KEY REFERENCES documents (pk) ON DELETE CASCADE,
  rev TEXT NOT NULL,
  counts BLOB NOT NULL
) STRICT;
INSERT INTO document_text (document_text) VALUES ('delete-all');
UPDATE text_indexed SET through = 0;
`

/** All that is asked of the full-text index and of the counted words. */
export function textStatements(database: Database) {
  return {
    /** How far the index has come, and how far it could. */
    state: database.prepare<{through: number; last: number | null}>(
      'SELECT through, (SELECT max(pk) FROM changes) AS last FROM text_indexed',
    ),
    setIndexed: database.prepare('UPDATE text_indexed SET through = ?'),
    changed: database.prepare<{pk: number; document: number}>(
      'SELECT pk, document FROM changes WHERE pk > ? ORDER BY pk LIMIT ?',
    ),
    index: database.prepare('INSERT OR REPLACE INTO document_text (rowid, text) VALUES (?, ?)'),
    keepCounts: database.prepare('INSERT OR REPLACE INTO document_words (document, rev, counts) VALUES (?, ?, ?)'),
    dropCounts: database.prepare('DELETE FROM document_words WHERE document = ?'),
    counts: database.prepare<{counts: Uint8Array}>(
      `SELECT w.counts FROM documents d JOIN document_words w ON w.document = d.pk AND w.rev = d.rev
       WHERE d.dataset = ? AND d.id = ?`,
    ),
    remove: database.prepare('DELETE FROM document_text WHERE rowid = ?'),
    removeDataset: database.prepare(`
      DELETE FROM document_text WHERE rowid IN (
        SELECT pk FROM documents WHERE dataset = ?1
        UNION SELECT document FROM changes WHERE dataset = ?1 AND pk > (SELECT through FROM text_indexed)
      )`),
    /** After changes were deleted, whose keys are given again. */
    stepBack: database.prepare(
      'UPDATE text_indexed SET through = min(through, (SELECT coalesce(max(pk), 0) FROM changes))',
    ),
    countUpTo: database.prepare<{count: number}>(
      'SELECT count(*) AS count FROM (SELECT 1 FROM document_text WHERE document_text MATCH ? LIMIT ?)',
    ),
    trigramsBetween: database.prepare<{term: string}>(
      'SELECT term FROM document_trigrams WHERE term >= ? AND term < ? LIMIT ?',
    ),
  }
}
