import {searchableText, words} from './documentText.ts'
import {type Look, longestOf} from './matchPattern.ts'

/** One thing to look for: words in a row, the last of which may be only a beginning. */
export interface TextTerm {
  words: string[]
  isPrefix: boolean
  isNegated: boolean
}

/** Alternatives of terms that must all be met. */
export type TextQuery = TextTerm[][]

const lexemes = /(-?)"([^"]*)"?|(\|)|([^\s|"]+)/gu
const unspacedScripts = /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u

/**
 * Reads the argument of `text::query()` (https://www.sanity.io/docs/specifications/groq-functions#text-query): all words must occur, in any
 * order and any field; `"a phrase"` in a row, `beginning*`, `-without`, `this | that`.
 */
export function parseTextQuery(source: string): TextQuery {
  const alternatives: TextQuery = [[]]
  for (const [, minus, phrase, bar, word] of source.matchAll(lexemes)) {
    if (bar) alternatives.push([])
    else if (phrase !== undefined) addTerm(alternatives, phrase, minus === '-')
    else if (word) addTerm(alternatives, word.replace(/^-/, ''), word.length > 1 && word.startsWith('-'))
  }
  return alternatives.filter((terms) => terms.length > 0)
}

function addTerm(alternatives: TextQuery, text: string, isNegated: boolean): void {
  const term = {words: words(text), isPrefix: text.endsWith('*'), isNegated}
  if (term.words.length > 0 || term.isPrefix) alternatives.at(-1)?.push(term)
}

/**
 * Whether a value (a string, an array, a whole document) meets the query. A query of negations alone matches what has none of them.
 * @param textOf `searchableText`, which the caller may know already
 */
export function matchesTextQuery(query: TextQuery, value: unknown, textOf = searchableText, look?: Look): boolean {
  if (isMetByAll(query)) return true
  const text = countedText(textOf(value), look)
  return query.some((terms) => terms.every((term) => text.count(term) > 0 !== term.isNegated))
}

/** A value's text, and what must stand in it somewhere for the query to be met. */
export const textQuerySieve = {
  spell: searchableText,
  needle([terms, other]: TextQuery): string {
    if (!terms || other) return ''
    return longestOf(terms.filter(({isNegated}) => !isNegated).map(({words}) => words.join(' ')))
  },
}

/** Whether everything meets the query, as it does the lone `*` that the Studio sends with every list. */
export function isMetByAll(query: TextQuery): boolean {
  return query.some((terms) => terms.every((term) => term.words.length === 0 && !term.isNegated))
}

const saturation = 1.2
const lengthWeight = 0.5
const usualLength = 500

/** What ranking asks of a text. */
export interface CountedText {
  /** In UTF-16 units. */
  length: number
  /** How often the term occurs, at most `enoughOccurrences`. */
  count(term: TextTerm): number
}

/** A searchable text that is counted in when it is asked. */
export function countedText(text: string, look?: Look): CountedText {
  return {
    length: text.length,
    count(term) {
      look?.(text)
      return countOccurrences(text, term)
    },
  }
}

/**
 * How well a text meets the query: 0 when it does not, else the sum over its terms of BM25's term frequency part. A text of `usualLength`
 * characters weighs 1; there is no document frequency, which would need the whole dataset for each document.
 */
export function scoreTextQuery(query: TextQuery, text: CountedText): number {
  const norm = saturation * (1 - lengthWeight + (lengthWeight * text.length) / usualLength)
  let best = 0
  for (const terms of query) {
    const counts = terms.map((term) => ({count: text.count(term), isNegated: term.isNegated}))
    if (!counts.every(({count, isNegated}) => count > 0 !== isNegated)) continue
    const wanted = counts.filter(({isNegated}) => !isNegated)
    const score = wanted.reduce((sum, {count}) => sum + (count * (saturation + 1)) / (count + norm), 0)
    best = Math.max(best, wanted.length > 0 ? score : 1)
  }
  return best
}

/** More do not raise a score. */
export const enoughOccurrences = 50

/** Whether some term is of several words, which must stand in a row. */
export function hasPhrase(query: TextQuery): boolean {
  return query.some((terms) => terms.some(({words: list}) => list.length > 1))
}

/** Whether the last of some words belongs to a script in which it may be a part of a longer one. */
export function isUnspacedEnd(list: readonly string[]): boolean {
  return unspacedScripts.test(list.at(-1)?.at(-1) ?? '')
}

/**
 * Words must be met as wholes, except in scripts whose words run together or carry endings (Hangul, Han, Kana, Thai): there they may stand
 * inside a longer word, so that 개발 finds 백엔드개발에. A lone `*` is met by everything.
 */
function countOccurrences(text: string, term: TextTerm): number {
  if (term.words.length === 0) return 1
  const needle = term.words.join(' ')
  const freeStart = unspacedScripts.test(needle.charAt(0))
  const freeEnd = term.isPrefix || isUnspacedEnd(term.words)
  let count = 0
  for (
    let at = text.indexOf(needle);
    at >= 0 && count < enoughOccurrences;
    at = text.indexOf(needle, at + needle.length)
  ) {
    const startsWord = freeStart || at === 0 || isGap(text, at - 1)
    const end = at + needle.length
    if (startsWord && (freeEnd || end === text.length || isGap(text, end))) count += 1
  }
  return count
}

function isGap(text: string, at: number): boolean {
  return text[at] === ' ' || text[at] === '\n'
}
