import {edgeDots} from './edgeDots.ts'

// The token rules of groq-js's `match`, which this file must agree with: matchPattern.test.ts compares the two.
const textTokens = /([^!@#$%^&*(),\\/?";:{}|[\]+<>\s-])+/g
const patternTokens = /([^!@#$%^&(),\\/?";:{}|[\]+<>\s-])+/g
const longestTerm = 1024

/** What no token of a text holds: the signs of `textTokens`, and white space as ECMAScript has it. */
const separators =
  '!@#$%^&*(),\\/?";:{}|[]+<>-\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff'
const isSeparator = new Uint8Array(0x1_0000)
for (const sign of separators) isSeparator[sign.charCodeAt(0)] = 1

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

/** Told of what is looked through for a term, before it is: many terms and a long text would otherwise hold everybody up. */
export type Look = (value: unknown) => void

const nobody: Look = () => undefined

/** Whether each term of the pattern is met by a token of the text: a string, or the strings of an array. */
export function matchesPattern(text: unknown, terms: MatchPattern, look = nobody): boolean {
  if (!terms || terms.length === 0) return false
  const texts = textsOf(text)
  return terms.every((parts) => texts.some((one) => hasToken(one, parts, look)))
}

/** A text as terms are looked for in it, and what must stand in it somewhere for the pattern to be met. */
export const patternSieve = {
  spell: (text: unknown): string => textsOf(text).join('\n'),
  needle: (terms: MatchPattern): string =>
    longestOf((terms ?? []).flatMap((parts) => parts.filter((part) => !part.includes('.')))),
}

/** `matchesPattern` of a string or of what is none, by its spelling in `patternSieve`. */
export function matchesSpelling(spelled: string, terms: MatchPattern, look = nobody): boolean {
  return terms !== undefined && terms.length > 0 && terms.every((parts) => hasToken(spelled, parts, look))
}

/** The longest of some texts, the first of equals; empty for none. */
export function longestOf(texts: readonly string[]): string {
  return texts.reduce((best, text) => (text.length > best.length ? text : best), '')
}

/** groq-js's score of a match: each term's number of tokens, saturating. */
export function scorePattern(text: unknown, terms: MatchPattern, look = nobody): number {
  if (!terms) return 0
  const tokens = tokensOf(text)
  return terms.reduce((sum, parts) => {
    look(tokens)
    const count = tokens.filter((token) => meets(token, parts)).length
    return sum + (count * 2.2) / (count + 1.2)
  }, 0)
}

function tokensOf(text: unknown): string[] {
  return textsOf(text).flatMap((one) => one.match(textTokens) ?? [])
}

/** The strings of a text as they are compared with terms. */
function textsOf(text: unknown): string[] {
  const strings: unknown[] = typeof text === 'string' ? [text] : Array.isArray(text) ? text : []
  return strings.filter((item) => typeof item === 'string').map((item) => withoutEdgeDots(canonical(item)))
}

function withoutEdgeDots(text: string): string {
  return text.includes('.') ? text.replace(edgeDots, '') : text
}

/** Whether some token of the text meets a term: only those are cut out that hold the term's longest part. */
function hasToken(text: string, parts: string[], look: Look): boolean {
  look(text)
  const part = parts.reduce((best, one) => (one.length > best.length && !one.includes('.') ? one : best), '')
  if (part === '') return (text.match(textTokens) ?? []).some((token) => meets(token, parts))
  for (let at = text.indexOf(part); at >= 0;) {
    let [start, end] = [at, at + part.length]
    while (start > 0 && isSeparator[text.charCodeAt(start - 1)] === 0) start -= 1
    while (end < text.length && isSeparator[text.charCodeAt(end)] === 0) end += 1
    if (meets(text.slice(start, end), parts)) return true
    at = text.indexOf(part, end)
  }
  return false
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
const plainLetters = /^[\0-\x7f\u3000-\ud7ff]*$/

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
