/** A file of an archive. `content` must be read to its end before the next entry is asked for. */
export interface TarEntry {
  name: string
  size: number
  content: AsyncIterable<Buffer>
}

/** An archive that cannot be read: cut off, damaged, or none at all. */
export class TarError extends Error {
  override readonly name = 'TarError'
}

const BLOCK = 512
/** Largest size that eleven octal digits hold. */
const LARGEST_OCTAL = 0o77777777777
const SIZE = {at: 124, length: 12}
const CHECKSUM = {at: 148, length: 8}

/** The header of a regular file that only its owner may read (POSIX ustar; sizes from 8 GiB in base 256, as GNU tar writes them). */
export function tarHeader(name: string, size: number, modified: Date): Buffer {
  const header = Buffer.alloc(BLOCK)
  if (Buffer.byteLength(name) > 100) throw new TarError(`The name "${name}" is too long for an archive.`)
  header.write(name, 0)
  header.write('0000600\0', 100)
  header.write('0000000\0', 108)
  header.write('0000000\0', 116)
  if (size <= LARGEST_OCTAL) header.write(`${octal(size, SIZE.length - 1)}\0`, SIZE.at)
  else {
    header[SIZE.at] = 0x80
    header.writeBigUInt64BE(BigInt(size), SIZE.at + 4)
  }
  header.write(`${octal(Math.floor(modified.getTime() / 1000), 11)}\0`, 136)
  header.write('0', 156)
  header.write('ustar\u000000', 257)
  header.write(`${octal(checksum(header), 6)}\0 `, CHECKSUM.at)
  return header
}

/** Zeros that fill the last block of a file of this size. */
export const tarPadding = (size: number): Buffer => Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK)

/** What ends an archive: without it, it was cut off. */
export const tarEnd = (): Buffer => Buffer.alloc(2 * BLOCK)

/** Reads the files of an archive. @throws TarError */
export async function* readTar(source: AsyncIterable<Buffer>): AsyncGenerator<TarEntry> {
  const reader = createReader(source)
  for (;;) {
    const header = await reader.exactly(BLOCK)
    if (header.every((byte) => byte === 0)) return
    if (Number.parseInt(text(header, CHECKSUM.at, CHECKSUM.length), 8) !== checksum(header))
      throw new TarError('The archive is damaged, or it is none.')
    const size = sizeOf(header)
    yield {name: text(header, 0, 100), size, content: reader.content(size)}
    await reader.exactly(tarPadding(size).length)
  }
}

function createReader(source: AsyncIterable<Buffer>) {
  const iterator = source[Symbol.asyncIterator]()
  let rest: Buffer = Buffer.alloc(0)

  /** At least one byte, at most `most`. */
  async function some(most: number): Promise<Buffer> {
    while (rest.length === 0) {
      const {done, value} = await iterator.next()
      if (done === true) throw new TarError('The archive is cut off.')
      rest = value
    }
    const chunk = rest.subarray(0, most)
    rest = rest.subarray(chunk.length)
    return chunk
  }

  async function* content(size: number): AsyncGenerator<Buffer> {
    for (let missing = size; missing > 0;) {
      const chunk = await some(missing)
      missing -= chunk.length
      yield chunk
    }
  }

  return {content, exactly: async (size: number) => Buffer.concat(await Array.fromAsync(content(size)))}
}

function sizeOf(header: Buffer): number {
  if (header[SIZE.at] === 0x80) return Number(header.readBigUInt64BE(SIZE.at + 4))
  return Number.parseInt(text(header, SIZE.at, SIZE.length), 8)
}

function text(header: Buffer, at: number, length: number): string {
  const field = header.subarray(at, at + length)
  const end = field.indexOf(0)
  return field.subarray(0, end === -1 ? length : end).toString()
}

/** The sum of all bytes, with spaces in place of the checksum itself. */
function checksum(header: Buffer): number {
  const own = header.subarray(CHECKSUM.at, CHECKSUM.at + CHECKSUM.length)
  const sum = (bytes: Buffer): number => bytes.reduce((total, byte) => total + byte, 0)
  return sum(header) - sum(own) + CHECKSUM.length * 0x20
}

const octal = (value: number, digits: number): string => value.toString(8).padStart(digits, '0')
