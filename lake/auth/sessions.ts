import type {Database} from '../store/database/openDatabase.ts'
import {createSecret, hashSecret} from './secrets.ts'

export const sessionTable = `
CREATE TABLE sessions (
  hash TEXT PRIMARY KEY,
  user_id TEXT NOT NULL,
  created_at TEXT NOT NULL,
  expires_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`

/** A session of an account that was signed out everywhere since has an older count than the account. */
export const signOutsColumn = 'ALTER TABLE sessions ADD COLUMN sign_outs INTEGER NOT NULL DEFAULT 0;'

interface SessionRow {
  hash: string
  user_id: string
  created_at: string
  expires_at: string
  sign_outs: number
}

interface Session {
  userId: string
  /** The account's count when the session began. */
  signOuts: number
  expiresAt: Date
}

export interface Sessions {
  /** Starts a session and returns its secret, which is nowhere stored: only its hash is. */
  create(userId: string, signOuts: number): {secret: string; expiresAt: Date}
  /** An expired session is still returned, for some time, so that its user can be told what happened. */
  find(secret: string): Session | undefined
  end(secret: string): void
}

/** Sessions end after 30 days. */
export const sessionSeconds = 30 * 24 * 60 * 60

/** Sessions in `settings.sqlite`. Those that ended a session's length ago are removed when the next one starts. */
export function createSessions(database: Database, clock: () => Date): Sessions {
  const statements = {
    insert: database.prepare(
      'INSERT INTO sessions (hash, user_id, created_at, expires_at, sign_outs) VALUES (?, ?, ?, ?, ?)',
    ),
    find: database.prepare<SessionRow>('SELECT * FROM sessions WHERE hash = ?'),
    remove: database.prepare('DELETE FROM sessions WHERE hash = ?'),
    prune: database.prepare('DELETE FROM sessions WHERE expires_at < ?'),
  }
  return {
    create(userId, signOuts) {
      const now = clock()
      const expiresAt = new Date(now.getTime() + sessionSeconds * 1000)
      const secret = createSecret()
      database.transaction(() => {
        statements.prune.run(new Date(now.getTime() - sessionSeconds * 1000).toISOString())
        statements.insert.run(hashSecret(secret), userId, now.toISOString(), expiresAt.toISOString(), signOuts)
      })
      return {secret, expiresAt}
    },
    find(secret) {
      const row = statements.find.get(hashSecret(secret))
      return row && {userId: row.user_id, signOuts: row.sign_outs, expiresAt: new Date(row.expires_at)}
    },
    end: (secret) => void statements.remove.run(hashSecret(secret)),
  }
}
