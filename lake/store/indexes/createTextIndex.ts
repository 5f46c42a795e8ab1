import type {CountedText} from '../../query/text/textQuery.ts'
import {textOfCounts} from '../../query/text/wordCounts.ts'
import type {Database} from '../database/openDatabase.ts'
import {takesNoMore} from '../database/takesNoMore.ts'
import {decodeText} from '../documents/decodeDocument.ts'
import type {Condition} from '../tables/condition.ts'
import {textStatements} from '../tables/textIndex.ts'
import {createTextConditions, type TextState} from './createTextConditions.ts'
import {createTextExpressions} from './createTextExpressions.ts'
import {createTextIndexer, type TextIndexer} from './createTextIndexer.ts'

/** The full-text index, kept and asked. */
export interface TextIndex extends TextIndexer {
  /** Documents whose text may contain every term, among them all that wait to be indexed. Undefined when no term narrows. */
  matches(terms: string[]): Condition | undefined
  /** The document's searchable text as far as ranking needs it; undefined when it is not stored for its revision. */
  counted(dataset: number, id: string): CountedText | undefined
}

/** Documents that a search indexes before it answers; above that it leaves the rest to the idle timer and returns them all. */
const maxIndexedBySearch = 200

/** The full-text index of all datasets. */
export function createTextIndex(database: Database): TextIndex {
  const statements = textStatements(database)
  const expressions = createTextExpressions(database)
  const conditions = createTextConditions(database, expressions)
  const {indexSome} = createTextIndexer(database, (documents) => {
    conditions.clear()
    expressions.age(documents)
  })
  const state = (): TextState => statements.state.get() ?? {through: 0, last: null}

  /** The answer is complete without it, so a disk that takes no more does not keep anybody from reading. */
  function indexBeforeSearch(): TextState {
    const {through, last} = state()
    if (last === null || last <= through || database.isInTransaction()) return {through, last}
    try {
      indexSome(maxIndexedBySearch)
    } catch (error) {
      if (!takesNoMore(error)) throw error
    }
    return state()
  }

  return {
    indexSome,
    matches: (terms) => conditions.of(terms, indexBeforeSearch()),
    counted(dataset, id) {
      const row = statements.counts.get(dataset, id)
      return row && textOfCounts(decodeText(row.counts))
    },
  }
}
