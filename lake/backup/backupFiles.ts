/** The database in a data folder and in a backup. */
export const databaseFile = 'lake.sqlite'

/** Small files that go along: accounts, and the mark that the example site was seeded. No token and no session does. */
export const smallFiles = ['accounts.json', 'seeded'] as const

/** The SHA-1 in the path of an uploaded file, or undefined for any other path. */
export function blobOf(path: string): string | undefined {
  const [, folder, sha1] = /^assets\/([0-9a-f]{2})\/([0-9a-f]{40})$/.exec(path) ?? []
  return sha1?.slice(0, 2) === folder ? sha1 : undefined
}

/** Whether a backup may hold a file of this name: nothing else is written when it is restored. */
export function isBackupFile(path: string): boolean {
  return path === databaseFile || smallFiles.some((name) => name === path) || blobOf(path) !== undefined
}
