import type {LakeStartError} from '../lake/errors.ts'
import {SettingsError} from './settings.ts'

/** Whether an error is explained by its message alone, so that a stack trace would only be in the way. */
export function isExpected(error: unknown): error is SettingsError | LakeStartError {
  // The built lake has a class of its own, of the same name.
  return error instanceof SettingsError || (error instanceof Error && error.name === 'LakeStartError')
}
