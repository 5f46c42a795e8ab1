/** What a unit is in plain text: part of a word, or something between words. 0 for all others. */
const kinds = new Uint8Array(0x1_0000)
const isWord = 1
const isBetween = 2

function mark(kind: number, ...ranges: [first: number, last: number][]): void {
  for (const [first, last] of ranges) kinds.fill(kind, first, last + 1)
}

mark(isBetween, [0x00, 0x7f], [0xab, 0xab], [0xb7, 0xb7], [0xbb, 0xbb])
// General punctuation, CJK punctuation.
mark(isBetween, [0x2010, 0x2027], [0x3001, 0x3003], [0x3008, 0x3011])
mark(isWord, [0x30, 0x39], [0x5f, 0x5f], [0x61, 0x7a])
// Hiragana, Katakana, Han, Hangul syllables.
mark(isWord, [0x3041, 0x3096], [0x30a1, 0x30fa], [0x30fc, 0x30fc], [0x4e00, 0x9fff], [0xac00, 0xd7a3])

/**
 * The words of a text in lower case with one blank between them, or undefined when it has letters or signs beyond those that most texts are
 * made of: these have one spelling, but for ASCII's case, and need neither normalization nor Unicode's tables, which take twenty times as long.
 */
export function plainWords(text: string): string | undefined {
  const lower = text.toLowerCase()
  let line = ''
  let from = 0
  let end = 0
  let isGap = true
  for (let at = 0; at < lower.length; at += 1) {
    const kind = kinds[lower.charCodeAt(at)]
    if (kind === isBetween) {
      isGap = true
      continue
    }
    if (kind !== isWord) return undefined
    // A single blank is part of the run that is copied in one piece.
    if (isGap && end > 0 && !(at === end + 1 && lower.charCodeAt(end) === 0x20)) {
      line += `${lower.slice(from, end)} `
      from = at
    } else if (end === 0) from = at
    isGap = false
    end = at + 1
  }
  return line + lower.slice(from, end)
}
