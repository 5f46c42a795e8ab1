const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'this user may not read it: change its rights',
  EPERM: 'this user may not read it: change its rights',
  ENOENT: 'it is not there any more',
  ENOTDIR: 'a file stands where a folder should be',
  EISDIR: 'a folder stands where a file should be',
  ELOOP: 'its links lead in a circle',
  EIO: 'the disk failed',
  EBUSY: 'another program holds it',
  EMFILE: 'too many files are open',
  ERR_FS_FILE_TOO_LARGE: 'it is larger than 2 GB',
  ERR_STRING_TOO_LONG: 'it is larger than 512 MB',
}

/** Why the file system did not give a file or a folder, with what to do; nothing for any other error. */
export function readErrorReason(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  const reason = REASONS[String(error.code)]
  return reason === undefined ? undefined : `${reason} (${String(error.code)})`
}
