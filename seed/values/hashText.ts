import {hash} from 'node:crypto'

/** First `length` hex digits of the SHA-1 of a text. */
export function hashText(text: string, length = 12): string {
  return hash('sha1', text, 'hex').slice(0, length)
}
