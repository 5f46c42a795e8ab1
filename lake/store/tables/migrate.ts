import {LakeStartError} from '../../errors.ts'
import type {Database} from '../database/openDatabase.ts'
import type {Migration} from './migrations.ts'

/**
 * Brings the database to the newest version, each step in a transaction of its own.
 *
 * @throws LakeStartError `newer_version` when a later release of the program wrote the database
 */
export function migrate(database: Database, migrations: readonly Migration[]): void {
  const version = database.prepare<{user_version: number}>('PRAGMA user_version').get()?.user_version ?? 0
  if (version > migrations.length) {
    throw new LakeStartError(
      'newer_version',
      `${database.file} was written by a newer version of Lectern (its format is ${version}, this version knows ${migrations.length}). Update Lectern, or choose another data folder.`,
    )
  }
  for (const [index, migration] of migrations.entries()) {
    if (index < version) continue
    database.transaction(() => {
      database.exec(migration.sql)
      database.exec(`PRAGMA user_version = ${index + 1}`)
    })
  }
}
