/**
 * A step of the database: a commit writes half as many pages.
 *
 * - A transaction's changes are the rows `first_change` to `last_change`, which were written one after the other and need no index.
 * - Timestamps never go backwards (`createTimestamps.ts`), so an instant is found by halving and needs no index either.
 * - The last sequence number of a dataset is that of its last transaction.
 * - Which documents wait for the full-text index follows from the changes since `text_indexed`; `document` is the key in `documents`.
 * - `padding` rounds the rows of documents up: `rowPadding.ts`.
 */
export const compactHistory = `
DROP INDEX transactions_by_time;
DROP INDEX changes_by_document;
ALTER TABLE changes RENAME TO first_changes;
CREATE TABLE changes (
  pk INTEGER PRIMARY KEY,
  document INTEGER NOT NULL,
  dataset INTEGER NOT NULL,
  document_id TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  transition TEXT NOT NULL,
  previous_rev TEXT,
  document_type TEXT NOT NULL,
  operation TEXT,
  snapshot BLOB,
  effects TEXT,
  mutations TEXT
) STRICT;
INSERT INTO changes (
  document, dataset, document_id, sequence, transition, previous_rev, document_type, operation, snapshot, effects, mutations
) SELECT
  coalesce((SELECT d.pk FROM documents d WHERE d.dataset = c.dataset AND d.id = c.document_id), 0),
  dataset, document_id, sequence, transition, previous_rev, document_type, operation, snapshot, effects, mutations
FROM first_changes c ORDER BY dataset, sequence, position;
DROP TABLE first_changes;
CREATE UNIQUE INDEX changes_by_document ON changes (dataset, document_id, sequence);
ALTER TABLE transactions ADD COLUMN first_change INTEGER;
ALTER TABLE transactions ADD COLUMN last_change INTEGER;
UPDATE transactions SET first_change = c.first, last_change = c.last FROM (
  SELECT dataset, sequence, min(pk) AS first, max(pk) AS last FROM changes GROUP BY dataset, sequence
) c WHERE transactions.dataset = c.dataset AND transactions.sequence = c.sequence;
ALTER TABLE datasets DROP COLUMN sequence;
CREATE TABLE text_indexed (through INTEGER NOT NULL) STRICT;
INSERT INTO text_indexed SELECT coalesce(
  (SELECT min(pk) - 1 FROM changes WHERE document IN (SELECT document FROM text_pending)),
  (SELECT max(pk) FROM changes),
  0
);
DELETE FROM document_text WHERE rowid IN (SELECT document FROM text_pending);
DROP TABLE text_pending;
ALTER TABLE documents ADD COLUMN padding BLOB;
`
