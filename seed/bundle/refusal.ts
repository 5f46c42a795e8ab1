/** A file that cannot be read, or a folder: the reason, and where. Nothing of it is imported. */
export interface Refusal {
  path: string
  line?: number
  message: string
}

/** Whether a file stands in a folder that cannot be read: it may be there or not. */
export function isHidden(path: string, refusals: readonly Refusal[]): boolean {
  return refusals.some((refusal) => path.startsWith(`${refusal.path}/`))
}
