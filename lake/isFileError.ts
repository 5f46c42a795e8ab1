/** An error of the file system, whose message names the file and what was wrong: `EACCES: permission denied, open '/x'`. */
export function isFileError(error: unknown): error is Error {
  return error instanceof Error && 'syscall' in error && 'path' in error
}
