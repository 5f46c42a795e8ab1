/** The user id of `nobody` on Debian and most others. */
export const NOBODY = 65_534

/** Does something without an administrator's rights, who may read and write everything; other users keep theirs. */
export async function asNobody<Result>(work: () => Promise<Result>): Promise<Result> {
  if (process.geteuid?.() !== 0) return work()
  process.seteuid?.(NOBODY)
  try {
    return await work()
  } finally {
    process.seteuid?.(0)
  }
}
