import {LakeStartError} from '../../errors.ts'
import {storageError} from './storageError.ts'

/** Why a database file could not be opened, in words that say what to do. */
export function startError(file: string, error: unknown): LakeStartError {
  const {code, message} = storageError(error)
  if (code === 'storage_busy') {
    return new LakeStartError(
      'locked',
      `${file} is in use by another process. Stop that one first: one lake, one process.`,
      error,
    )
  }
  if (code === 'storage_corrupt') {
    return new LakeStartError(
      'corrupt',
      `${file} is not a readable database (${message}). Restore it from a backup.`,
      error,
    )
  }
  if (code === 'storage_readonly') {
    return new LakeStartError('folder_unwritable', `${file} cannot be written (${message}).`, error)
  }
  return new LakeStartError('failed', `${file} cannot be opened: ${message}`, error)
}
