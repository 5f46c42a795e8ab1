/** Tags of directories that lead to another one: https://www.cipa.jp/std/documents/e/DC-008-2012_E.pdf, section 4.6.3. */
const pointers: ReadonlySet<number> = new Set([0x8769, 0x8825, 0xa005])
/** Types whose values are taken as they are, however many: text and bytes. */
const taken: ReadonlySet<number> = new Set([2, 7])
/** The only type that a pointer may have; a reader may follow one of another type elsewhere. */
const long = 4
const entryLength = 12

/**
 * How many entries the directories of an EXIF block have, with the values that would be read one by one, counted up to `limit`. It is told from the
 * entries alone: each of them may name the whole block as its values, so that a block of 64 KB would take gigabytes to be read. More than `limit` for a
 * directory that is pointed to in another way than by a `LONG`.
 */
export function countExifValues(block: Buffer, limit: number): number {
  const start = block.toString('latin1', 0, 4) === 'Exif' ? 6 : 0
  const isLittle = block[start] === 0x49
  const read = (at: number, bytes: 2 | 4): number => {
    if (at + bytes > block.length) return 0
    return isLittle ? block.readUIntLE(at, bytes) : block.readUIntBE(at, bytes)
  }
  const directories = new Set([read(start + 4, 4)])
  let count = 0
  // A set goes on to what is added while it is gone through.
  for (const offset of directories) {
    const entries = start + offset + 2
    const end = entries + read(entries - 2, 2) * entryLength
    for (let at = entries; at < Math.min(end, block.length) && count <= limit; at += entryLength) {
      const [tag, type] = [read(at, 2), read(at + 2, 2)]
      if (pointers.has(tag) && type !== long) return limit + 1
      count += 1 + (taken.has(type) ? 0 : Math.min(read(at + 4, 4), block.length))
      if (pointers.has(tag)) directories.add(read(at + 8, 4))
    }
    const next = read(end, 4)
    if (next !== 0) directories.add(next)
    if (count > limit) return count
  }
  return count
}
