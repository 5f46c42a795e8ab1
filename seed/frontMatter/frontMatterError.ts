/** A page that cannot be read or written: what is wrong, and where in the file (both 1-based). */
export class FrontMatterError extends Error {
  override readonly name = 'FrontMatterError'
  readonly line: number
  readonly column: number | undefined

  constructor(message: string, line: number, column?: number) {
    super(message)
    this.line = line
    this.column = column
  }
}
