/** Rows with a shorter body fit on one page and take no others. */
const shortest = 3_800

/** Rows are rounded up to so many bytes. */
const step = 256

/** The length of a blob from here on takes two bytes in its row, whichever it is up to `least + step`. */
const least = 58

const zeros = new Uint8Array(least + step)

/**
 * What goes into a document's row to round it up, so that most edits leave the row as long as it was: SQLite then writes the new content over
 * the old, and neither frees nor takes pages, which would be two more to write with every commit.
 * @param count the row's `changes_since_snapshot`, of which 0 and 1 take no byte: https://www.sqlite.org/fileformat2.html#record_format
 */
export function rowPadding(bodyLength: number, count: number): Uint8Array | null {
  if (bodyLength < shortest) return null
  const used = bodyLength + (count > 1 ? 1 : 0)
  return zeros.subarray(0, least + step - 1 - ((used - 1) % step))
}
