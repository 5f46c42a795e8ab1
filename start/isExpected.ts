import {BuildFolderError} from '../builds/buildOnce.ts'
import type {LakeStartError, StorageError} from '../lake/errors.ts'
import {SettingsError} from './settings.ts'

/** The built lake has classes of its own, of the same names. */
const ofTheLake: ReadonlySet<string> = new Set(['LakeStartError', 'StorageError'])

/** Whether an error is explained by its message alone, so that a stack trace would only be in the way. */
export function isExpected(error: unknown): error is SettingsError | BuildFolderError | LakeStartError | StorageError {
  if (error instanceof SettingsError || error instanceof BuildFolderError) return true
  return error instanceof Error && ofTheLake.has(error.name)
}
