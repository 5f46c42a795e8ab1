import type {JsonValue} from '../document.ts'
import {PayloadTooLargeError} from '../errors.ts'
import type {Database} from '../store/database/openDatabase.ts'

export const keyValueTable = `
CREATE TABLE key_values (
  user_id TEXT NOT NULL,
  key TEXT NOT NULL,
  value TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  PRIMARY KEY (user_id, key)
) STRICT, WITHOUT ROWID;
`

export interface KeyValue {
  key: string
  value: JsonValue
}

export interface KeyValueStore {
  /** Those of the keys that are set, in the order asked for. */
  get(userId: string, keys: string[]): KeyValue[]
  set(userId: string, pairs: KeyValue[]): (KeyValue & {updatedAt: string})[]
}

/** UTF-8 bytes of all settings of a user: whoever may read may keep settings, and the Studio's own are a few kilobytes. */
const mostBytes = 4 * 1024 * 1024

/**
 * The Studio's settings of each user: list layout, sort order, recent searches. All pairs of a call or none are stored; `set` throws a
 * PayloadTooLargeError when a user's would be more than 4 MiB together.
 */
export function createKeyValueStore(database: Database, clock: () => Date): KeyValueStore {
  const find = database.prepare<{value: string}>('SELECT value FROM key_values WHERE user_id = ? AND key = ?')
  const put = database.prepare(
    `INSERT INTO key_values (user_id, key, value, updated_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (user_id, key) DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at`,
  )
  const size = database.prepare<{bytes: number}>(
    'SELECT coalesce(sum(octet_length(key) + octet_length(value)), 0) AS bytes FROM key_values WHERE user_id = ?',
  )
  return {
    get: (userId, keys) =>
      keys.flatMap((key) => {
        const row = find.get(userId, key)
        if (row === undefined) return []
        const value: JsonValue = JSON.parse(row.value)
        return [{key, value}]
      }),
    set(userId, pairs) {
      const updatedAt = clock().toISOString()
      return database.transaction(() => {
        const stored = pairs.map(({key, value}) => {
          put.run(userId, key, JSON.stringify(value), updatedAt)
          return {key, value, updatedAt}
        })
        if ((size.get(userId)?.bytes ?? 0) > mostBytes) {
          throw new PayloadTooLargeError(`The settings of a user are at most ${mostBytes} bytes together`)
        }
        return stored
      })
    },
  }
}
