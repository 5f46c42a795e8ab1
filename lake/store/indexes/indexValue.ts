import type {JsonValue} from '../../document.ts'
import type {SqlValue} from '../database/createStatements.ts'

/** Longest string the value index keeps whole, in UTF-16 units. */
const maxLength = 64

/** Ends a value that was cut: behind every other string with the same beginning. */
export const cutMark = '\u{10FFFF}'

const booleans = {true: new Uint8Array([1]), false: new Uint8Array([0])}

export type Scalar = string | number | boolean

/** Whether a value can stand in the value index. */
export function isScalar(value: JsonValue | undefined): value is Scalar {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}

/**
 * A scalar as the value index holds it. Laws, which make narrowing by equality and by range a superset:
 * equal values have equal index values, and `a <= b` (GROQ: by UTF-16 units) gives `indexValue(a) <= indexValue(b)` (SQLite: by bytes of UTF-8).
 */
export function indexValue(value: Scalar): SqlValue {
  if (typeof value === 'boolean') return value ? booleans.true : booleans.false
  return typeof value === 'number' ? value : indexText(value)
}

/** Units from U+E000 follow surrogate pairs in UTF-16 and precede them in UTF-8: they are moved behind. */
function indexText(text: string): string {
  if (text.length <= maxLength && isPlain(text)) return text
  let result = ''
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    const isLoneSurrogate = code >= 0xd800 && code <= 0xdfff
    if (result.length >= maxLength || isLoneSurrogate || code >= 0x10_e000) return result + cutMark
    result += code >= 0xe000 && code <= 0xffff ? String.fromCodePoint(0x10_0000 + code) : character
  }
  return result
}

/** No unit from U+D800: nothing to move or to cut. */
function isPlain(text: string): boolean {
  for (let index = 0; index < text.length; index++) if (text.charCodeAt(index) >= 0xd800) return false
  return true
}
