import {isFileError} from '../bundle/isFileError.ts'

/** Why a site could not be gone through to its end: an error of the file system in words, any other with its stack. */
export function describeEnd(error: unknown): string {
  const reason = isFileError(error) || !(error instanceof Error) ? String(error) : (error.stack ?? error.message)
  return `ended with an error: ${reason}`
}
