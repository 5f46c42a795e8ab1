import type {Database} from '../database/openDatabase.ts'
import {afterPrefix} from '../tables/afterPrefix.ts'
import {textStatements} from '../tables/textIndex.ts'
import {foldText} from './foldText.ts'

/** Stands for the answer that no indexed document has a word. */
export const none = 'none'

/** Puts what is looked for to the full-text index. */
export interface TextExpressions {
  /**
   * An FTS5 expression that every document with all the words meets, `none` when no indexed document has one of them, or undefined when they do not
   * narrow. A line break behind a word stands for its end.
   */
  of(words: readonly string[]): string | undefined
  /** Documents have been indexed: what is known of the trigrams ages. */
  age(documents: number): void
}

/** A short term with more trigrams than this does not narrow. */
const maxTrigrams = 2_000

/**
 * A trigram in fewer documents than this is asked for without those that more have: these are long lists to go through, and leave out little of what
 * the rare ones leave.
 */
const rare = 100

/** Documents that may be indexed, and trigrams that may be known, before all is counted anew. It is only known what is quicker, never what is right. */
const [longestAge, mostKnown] = [1_000, 20_000]

/** Expressions for the full-text index of all datasets. */
export function createTextExpressions(database: Database): TextExpressions {
  const statements = textStatements(database)
  const counts = new Map<string, number>()
  let indexed = 0

  function isRare(trigram: string): boolean {
    const known = counts.get(trigram) ?? statements.countUpTo.get(quote(trigram), rare)?.count ?? 0
    if (counts.size >= mostKnown) counts.clear()
    counts.set(trigram, known)
    return known < rare
  }

  /** Words of one or two units are found by all trigrams that begin with them. */
  function alternativesFor(units: readonly string[]): string | undefined {
    const from = units.join('')
    const found = statements.trigramsBetween.all(from, afterPrefix(from), maxTrigrams + 1)
    if (found.length > maxTrigrams) return undefined
    return found.length === 0 ? none : `(${found.map((row) => quote(row.term)).join(' OR ')})`
  }

  return {
    of(words) {
      const folded = words.map((word) => Array.from(foldText(word)))
      const trigrams = [...new Set(folded.flatMap(trigramsOf))]
      const rareOnes = trigrams.filter(isRare)
      if (rareOnes.length > 0) return rareOnes.map(quote).join(' AND ')
      const short = folded.filter(({length}) => length < 3).map(alternativesFor)
      if (short.includes(none)) return none
      const telling = [...trigrams.map(quote), ...short.filter((one) => one !== undefined)]
      return telling.length === 0 ? undefined : telling.join(' AND ')
    },
    age(documents) {
      indexed += documents
      if (indexed < longestAge) return
      counts.clear()
      indexed = 0
    },
  }
}

function trigramsOf(units: readonly string[]): string[] {
  return units.slice(2).map((_, index) => units.slice(index, index + 3).join(''))
}

function quote(trigram: string): string {
  return `"${trigram.replaceAll('"', '""')}"`
}
