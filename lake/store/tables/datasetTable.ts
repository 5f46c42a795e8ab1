import type {AclMode} from '../../datasetCatalog.ts'
import type {Database} from '../database/openDatabase.ts'

export const datasetTable = `
CREATE TABLE datasets (
  pk INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  acl_mode TEXT NOT NULL,
  profile TEXT,
  addon_for TEXT,
  created_at TEXT NOT NULL,
  epoch TEXT NOT NULL,
  sequence INTEGER NOT NULL DEFAULT 0
) STRICT;
`

export interface DatasetRow {
  pk: number
  name: string
  acl_mode: AclMode
  /** `comments` for the add-on dataset of comments and tasks. */
  profile: string | null
  /** The dataset that an add-on belongs to. */
  addon_for: string | null
  created_at: string
  /** Random, made with the dataset: an event id of a wiped and recreated dataset is not taken for one of this. */
  epoch: string
}

/** All that is asked of the table of datasets. */
export function datasetStatements(database: Database) {
  return {
    all: database.prepare<DatasetRow>('SELECT * FROM datasets ORDER BY name'),
    byName: database.prepare<DatasetRow>('SELECT * FROM datasets WHERE name = ?'),
    insert: database.prepare(
      'INSERT INTO datasets (name, acl_mode, profile, addon_for, created_at, epoch) VALUES (?, ?, ?, ?, ?, ?)',
    ),
    setAclMode: database.prepare('UPDATE datasets SET acl_mode = ? WHERE name = ?'),
    indexed: database.prepare<{indexed: number}>('SELECT indexed FROM datasets WHERE pk = ?'),
    setIndexed: database.prepare('UPDATE datasets SET indexed = ? WHERE pk = ?'),
    remove: database.prepare('DELETE FROM datasets WHERE pk = ?'),
  }
}
