/** The Content Lake did not answer a query, or answered with an error. */
export class LakeUnavailable extends Error {
  override readonly name = 'LakeUnavailable'

  constructor(cause: unknown) {
    super(`The Content Lake did not answer: ${cause instanceof Error ? cause.message : String(cause)}`, {cause})
  }
}
