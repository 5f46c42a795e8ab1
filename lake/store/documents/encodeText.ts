import {transcode} from 'node:buffer'

/** UTF-16 units; longer texts are rare. */
const longest = 64 * 1024

const units = Buffer.allocUnsafeSlow(longest * 2)

/** A text as UTF-8 bytes. `Buffer.from` takes three times as long for a document with letters beyond ASCII. The text must be well-formed, as JSON is. */
export function encodeText(text: string): Uint8Array {
  if (text.length > longest) return Buffer.from(text)
  return transcode(units.subarray(0, units.write(text, 'utf16le')), 'utf16le', 'utf8')
}
