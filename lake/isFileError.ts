/** An error of the file system. Its message names what was wrong, and the file where there is one (not when a disk is full): `EACCES: permission denied, open '/x'`. */
export function isFileError(error: unknown): error is Error {
  return error instanceof Error && 'syscall' in error
}
