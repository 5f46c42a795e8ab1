/** A contestant that cannot run here, e.g. because an optional peer is not installed; the message says what to do. */
export class SkippedError extends Error {
  override name = 'SkippedError'
}
