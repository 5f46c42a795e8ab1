// The token rules of groq-js's `match`, which this file must agree with: matchPattern.test.ts compares the two.
const edgeDots = /(\b\.+|\.+\b)/g
const textTokens = /([^!@#$%^&*(),\\/?";:{}|[\]+<>\s-])+/g
const patternTokens = /([^!@#$%^&(),\\/?";:{}|[\]+<>\s-])+/g
const longestTerm = 1024

/** A pattern's terms, each as the literal parts between its wildcards; undefined when the pattern is not made of strings. */
export type MatchPattern = string[][] | undefined

/**
 * The right side of `match`. groq-js turns each term into a regular expression, and two `*` in the middle of one make it quadratic in the length
 * of a token, three cubic. The terms here are matched part by part, in time proportional to the token.
 */
export function compileMatchPattern(pattern: unknown): MatchPattern {
  const strings = typeof pattern === 'string' ? [pattern] : pattern
  if (!Array.isArray(strings)) return undefined
  const terms: string[][] = []
  for (const text of strings) {
    if (typeof text !== 'string') return undefined
    for (const term of text.replace(edgeDots, '').match(patternTokens) ?? []) {
      terms.push(canonical(term.slice(0, longestTerm)).split('*'))
    }
  }
  return terms
}

/** Whether each term of the pattern is met by a token of the text: a string, or the strings of an array. */
export function matchesPattern(text: unknown, terms: MatchPattern): boolean {
  if (!terms || terms.length === 0 || (typeof text === 'string' && lacksTerm(text, terms))) return false
  const tokens = tokensOf(text)
  return tokens.length > 0 && terms.every((parts) => tokens.some((token) => meets(token, parts)))
}

/** groq-js's score of a match: each term's number of tokens, saturating. */
export function scorePattern(text: unknown, terms: MatchPattern): number {
  if (!terms) return 0
  const tokens = tokensOf(text)
  return terms.reduce((sum, parts) => {
    const count = tokens.filter((token) => meets(token, parts)).length
    return sum + (count * 2.2) / (count + 1.2)
  }, 0)
}

/** Whether a text does not even hold the letters of some term, which is quicker to tell than its tokens. */
function lacksTerm(text: string, terms: readonly string[][]): boolean {
  const letters = canonical(text.includes('.') ? text.replace(edgeDots, '') : text)
  return terms.some((parts) => parts.some((part) => !part.includes('.') && !letters.includes(part)))
}

function tokensOf(text: unknown): string[] {
  const strings = typeof text === 'string' ? [text] : Array.isArray(text) ? text : []
  return strings.flatMap((item: unknown) =>
    typeof item === 'string' ? (canonical(item).replace(edgeDots, '').match(textTokens) ?? []) : [],
  )
}

function meets(token: string, parts: string[]): boolean {
  const first = parts[0] ?? ''
  const last = parts.at(-1) ?? ''
  if (parts.length === 1) return token.length === first.length && isAt(token, first, 0)
  const end = token.length - last.length
  if (end < first.length || !isAt(token, first, 0) || !isAt(token, last, end)) return false
  let at = first.length
  for (const part of parts.slice(1, -1)) {
    at = find(token, part, at)
    if (at < 0 || at + part.length > end) return false
    at += part.length
  }
  return true
}

function find(token: string, part: string, from: number): number {
  if (!part.includes('.')) return token.indexOf(part, from)
  for (let at = from; at + part.length <= token.length; at += 1) if (isAt(token, part, at)) return at
  return -1
}

/** A dot that the token rules leave in a pattern stands for any character: groq-js puts it into its regular expression as it is. */
function isAt(token: string, part: string, at: number): boolean {
  if (!part.includes('.')) return token.startsWith(part, at)
  for (let index = 0; index < part.length; index += 1) {
    const wanted = part[index]
    if (wanted !== '.' && wanted !== token[at + index]) return false
  }
  return at + part.length <= token.length
}

// ASCII, CJK, Kana and Hangul: every letter has one unit in both cases, or no case.
const plainLetters = /^[\p{ASCII}\u3000-\ud7ff]*$/u

/** What two strings have in common that a regular expression with the flag `i` finds equal (ECMAScript: Canonicalize). */
function canonical(text: string): string {
  if (plainLetters.test(text)) return text.toUpperCase()
  let result = ''
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charAt(at)
    const upper = unit.toUpperCase()
    const folds = upper.length === 1 && (unit.charCodeAt(0) < 128 || upper.charCodeAt(0) >= 128)
    result += folds ? upper : unit
  }
  return result
}
