import {endOfWord, type Narrowing} from '../documentSource.ts'
import {words} from '../text/documentText.ts'
import {compileMatchPattern} from '../text/matchPattern.ts'
import {isUnspacedEnd, parseTextQuery} from '../text/textQuery.ts'

// Letters that have one spelling: no case beyond ASCII's, no composition.
const unambiguous = /^[a-z0-9_\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\uac00-\ud7a3]+\n?$/u

/** What an index of `documentText` can say about `… match text::query(source)`. */
export function textQueryNarrowing(source: unknown): Narrowing {
  if (typeof source !== 'string') return {kind: 'all'}
  const alternatives = parseTextQuery(source).map((terms) =>
    textOf(
      terms
        .filter((term) => !term.isNegated)
        .flatMap((term) => wordTerms(term.words, !term.isPrefix && !isUnspacedEnd(term.words))),
    ),
  )
  return alternatives.some(({kind}) => kind === 'all') || alternatives.length === 0
    ? {kind: 'all'}
    : alternatives.length === 1 && alternatives[0]
      ? alternatives[0]
      : {kind: 'or', of: alternatives}
}

/** The same for a plain pattern: each of its terms must be met, so each literal part of one must occur. */
export function patternNarrowing(pattern: unknown): Narrowing {
  return textOf((compileMatchPattern(pattern) ?? []).flatMap(literalsOf))
}

/** The same for a pattern of which one term must be met. */
export function someTermNarrowing(pattern: unknown): Narrowing {
  const alternatives = (compileMatchPattern(pattern) ?? []).map((parts) => textOf(literalsOf(parts)))
  const isKnown = alternatives.length > 0 && !alternatives.some(({kind}) => kind === 'all')
  return isKnown ? {kind: 'or', of: alternatives} : {kind: 'all'}
}

/** What must stand in a text that meets a term. A dot stands for any character. */
function literalsOf(parts: readonly string[]): string[] {
  return parts.flatMap((part, at) =>
    part.includes('.') ? words(part) : wordTerms(words(part), at === parts.length - 1),
  )
}

/** Words in a row as terms: each but the last ends where it does in the text, the last one only if `isWhole`. */
function wordTerms(list: readonly string[], isWhole: boolean): string[] {
  return list.map((word, at) => (isWhole || at < list.length - 1 ? word + endOfWord : word))
}

function textOf(terms: string[]): Narrowing {
  const usable = [...new Set(terms.filter((term) => unambiguous.test(term)))]
  return usable.length === 0 ? {kind: 'all'} : {kind: 'text', terms: usable}
}
