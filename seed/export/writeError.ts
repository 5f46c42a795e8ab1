/** A file that cannot be written, or must not be: the reason, as a sentence with what to do. */
export class WriteError extends Error {
  override readonly name = 'WriteError'
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'this user may not write there: change the rights of the file or its folder',
  EPERM: 'this user may not write there: change the rights of the file or its folder',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  ENAMETOOLONG: 'the name is too long for the disk: give it a shorter slug',
  ENOENT: 'somebody else moved or removed it meanwhile',
  ENOTDIR: 'a file stands where a folder should be',
  EISDIR: 'a folder stands where a file should be',
  EEXIST: 'a file stands where a folder should be',
  ENOTEMPTY: 'another folder stands there',
  EBUSY: 'another program holds it',
  EMFILE: 'too many files are open',
}

/** What an error of the file system means to the owner of the files; nothing for any other error. */
export function describeWriteError(error: unknown): string | undefined {
  if (error instanceof WriteError) return error.message
  if (!(error instanceof Error) || !('code' in error)) return undefined
  const reason = REASONS[String(error.code)]
  return reason === undefined ? undefined : `It cannot be written: ${reason} (${String(error.code)})`
}
