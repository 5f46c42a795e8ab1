import {isUtf8} from 'node:buffer'
import {readFileSync} from 'node:fs'
import {FrontMatterError} from '../frontMatter/frontMatterError.ts'
import {readErrorReason} from './readErrorReason.ts'

/**
 * The text of a page.
 * @param folder The site's.
 * @throws FrontMatterError when the file cannot be read, or is not UTF-8, with the line of the first byte that is not.
 */
export function readText(folder: string, path: string): string {
  const text = readDecoded(folder, path)
  // What is not UTF-8 is decoded as this character, which a text may also have of its own.
  if (!text.includes('\uFFFD')) return text
  const bytes = readFileSync(`${folder}/${path}`)
  if (isUtf8(bytes)) return text
  let line = 1
  for (let start = 0; start < bytes.length; line++) {
    const end = bytes.indexOf(10, start)
    const next = end < 0 ? bytes.length : end + 1
    if (!isUtf8(bytes.subarray(start, next))) break
    start = next
  }
  const [first, second] = bytes
  const isWide = first !== undefined && second !== undefined && first + second === 0xff + 0xfe
  throw new FrontMatterError(`The file is not UTF-8, perhaps ${isWide ? 'UTF-16' : 'Latin-1'}: save it as UTF-8`, line)
}

/** The text of a page; nothing where `readText` refuses it. */
export function textIfReadable(folder: string, path: string): string | undefined {
  try {
    return readText(folder, path)
  } catch (error) {
    if (error instanceof FrontMatterError) return undefined
    throw error
  }
}

/**
 * The text of a file, whatever bytes it has.
 * @throws FrontMatterError when the file cannot be read.
 */
export function readDecoded(folder: string, path: string): string {
  try {
    return readFileSync(`${folder}/${path}`, 'utf8')
  } catch (error) {
    const reason = readErrorReason(error)
    throw reason === undefined ? error : new FrontMatterError(`The file cannot be read: ${reason}`, 1)
  }
}
