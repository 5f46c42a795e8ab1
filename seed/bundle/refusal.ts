/** A file that cannot be read, or a folder: the reason, and where. Nothing of it is imported. */
export interface Refusal {
  path: string
  line?: number
  message: string
}

/** A refusal as a line for a terminal. */
export function formatRefusal({path, line, message}: Refusal): string {
  return `refused: ${path}${line === undefined ? '' : `:${line}`}: ${message}`
}

/** Whether a file stands in a folder that cannot be read: it may be there or not. */
export function isHidden(path: string, refusals: readonly Refusal[]): boolean {
  return refusals.some((refusal) => path.startsWith(`${refusal.path}/`))
}
