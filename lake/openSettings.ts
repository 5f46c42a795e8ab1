import {join} from 'node:path'
import {sessionTable, signOutsColumn} from './auth/sessions.ts'
import {keyValueTable} from './keyvalue/keyValueStore.ts'
import {openDatabase, type Database} from './store/database/openDatabase.ts'
import {migrate} from './store/tables/migrate.ts'
import type {Migration} from './store/tables/migrations.ts'

/** Append; never reorder, never edit. */
const migrations: readonly Migration[] = [
  {name: 'sessions and settings', sql: [sessionTable, keyValueTable].join('\n')},
  {name: 'signing out everywhere', sql: signOutsColumn},
]

/** `settings.sqlite`: what belongs to people and not to the content, so that a copy of the content takes no session along. */
export function openSettings(dataDir: string): Database {
  const database = openDatabase(join(dataDir, 'settings.sqlite'))
  migrate(database, migrations)
  return database
}
