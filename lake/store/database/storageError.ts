import {StorageError} from '../../errors.ts'

/** Primary result codes of SQLite, see https://www.sqlite.org/rescode.html. */
const codes = new Map<number, StorageError['code']>([
  [5, 'storage_busy'],
  [6, 'storage_busy'],
  [8, 'storage_readonly'],
  [11, 'storage_corrupt'],
  [13, 'storage_full'],
  [14, 'storage_readonly'],
  [26, 'storage_corrupt'],
])

const advice: Partial<Record<StorageError['code'], string>> = {
  storage_full: 'The disk is full: nothing was stored. Free some space and try again.',
  storage_readonly: 'The database cannot be written: nothing was stored.',
  storage_busy: 'The database is in use by another process.',
  storage_corrupt: 'The database file is damaged. Restore it from a backup.',
}

/** Turns what the SQLite driver threw into a named error that carries the statement. */
export function storageError(error: unknown, sql?: string): StorageError {
  if (error instanceof StorageError) return error
  const reason = error instanceof Error ? error.message : String(error)
  const resultCode = error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : 0
  const code = reason === 'database is not open' ? 'storage_closed' : (codes.get(resultCode) ?? 'storage_error')
  const hint = advice[code]
  return new StorageError(code, hint === undefined ? reason : `${hint} (${reason})`, {
    cause: error,
    ...(sql === undefined ? {} : {sql}),
  })
}

/** The same for a file that could not be written beside the database; other errors as they are. */
export function fileError(error: unknown): unknown {
  const reason = error instanceof Error && 'code' in error ? error.code : undefined
  const isFull = reason === 'ENOSPC' || reason === 'EDQUOT'
  if (!isFull && reason !== 'EROFS' && reason !== 'EACCES') return error
  return isFull
    ? new StorageError('storage_full', `${advice.storage_full} (${reason})`, {cause: error})
    : new StorageError('storage_readonly', `The folder cannot be written: nothing was stored. (${reason})`, {
        cause: error,
      })
}
