import {compactHistory} from './compactHistory.ts'
import {datasetTable} from './datasetTable.ts'
import {documentTables} from './documentTable.ts'
import {historyTables} from './historyTable.ts'
import {pendingTable} from './pendingTable.ts'
import {referenceTable} from './referenceIndex.ts'
import {textTables, wordCountsTable} from './textIndex.ts'
import {valueTables} from './valueIndex.ts'

/** A step of the database's history. Steps are only ever added: a released one never changes. */
export interface Migration {
  /** What it brings, for the log. */
  name: string
  sql: string
}

/** Every table of the lake: `user_version` is the number of steps taken. Append; never reorder, never edit. */
export const migrations: readonly Migration[] = [
  {
    name: 'documents, their indexes and their history',
    sql: [datasetTable, documentTables, referenceTable, valueTables, textTables, historyTables].join('\n'),
  },
  {
    name: 'which attribute paths hold objects or arrays',
    // `fullkey` is `$."a"."b"`, and quotes only some of its names; what is inside arrays is reached by no path.
    sql: `
      INSERT OR IGNORE INTO value_paths (dataset, path)
      SELECT DISTINCT d.dataset, replace(substr(t.fullkey, 3), '"', '') || '{}'
      FROM documents d, json_tree(d.body) t
      WHERE t.type IN ('object', 'array') AND t.parent IS NOT NULL AND instr(t.fullkey, '[') = 0;`,
  },
  {name: 'fewer pages per commit', sql: compactHistory},
  {
    name: 'indexes that follow the commits',
    sql: `
      ALTER TABLE datasets ADD COLUMN indexed INTEGER NOT NULL DEFAULT 0;
      UPDATE datasets SET indexed = coalesce((SELECT max(sequence) FROM transactions WHERE dataset = datasets.pk), 0);`,
  },
  {name: 'what ranking needs of every text', sql: wordCountsTable},
  {name: 'transactions that are durable as they were asked for', sql: pendingTable},
]
