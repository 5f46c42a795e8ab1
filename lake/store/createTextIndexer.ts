import {documentText} from '../query/documentText.ts'
import {decodeDocument} from './decodeDocument.ts'
import {foldText} from './foldText.ts'
import type {Condition} from './narrowingSql.ts'
import type {Database} from './openDatabase.ts'
import {textStatements} from './textIndex.ts'

/** Keeps the full-text index and answers from it. */
export interface TextIndexer {
  /** Marks a document as changed or deleted; part of the commit. */
  enqueue(document: number, dataset: number): void
  /** Indexes up to `limit` waiting documents; returns whether more are waiting. */
  indexSome(limit: number): boolean
  /** Documents whose text may contain every term, among them all that still wait. Undefined when no term narrows. */
  matches(terms: string[]): Condition | undefined
}

/** Two units at the end let every unit of the text begin a trigram, so that terms of one or two units find all places. */
const padding = '\n\n'

/** A short term with more trigrams than this does not narrow. */
const maxTrigrams = 2_000

/** Documents that a search indexes before it answers; above that it leaves the rest to the idle timer and returns them all. */
const maxIndexedBySearch = 200

export function createTextIndexer(database: Database): TextIndexer {
  const statements = textStatements(database)
  // Known to be empty after a full pass; any commit fills it again.
  let mayBePending = true

  function indexSome(limit: number): boolean {
    if (!mayBePending) return false
    const rows = statements.pending.all(limit)
    mayBePending = rows.length === limit
    if (rows.length === 0) return false
    database.transaction(() => {
      for (const {document, body} of rows) {
        statements.remove.run(document)
        if (body !== null) statements.index.run(document, foldText(documentText(decodeDocument(body))) + padding)
        statements.done.run(document)
      }
    })
    return mayBePending
  }

  /** An FTS5 expression for one term, or undefined when it does not narrow. */
  function expressionOf(term: string): string | undefined {
    const units = [...foldText(term)]
    if (units.length === 0) return undefined
    if (units.length >= 3) {
      const trigrams = new Set(units.slice(2).map((_, index) => units.slice(index, index + 3).join('')))
      return [...trigrams].map(quote).join(' AND ')
    }
    const from = units.join('')
    const found = statements.trigramsBetween.all(from, `${from}\u{10FFFF}`, maxTrigrams + 1)
    if (found.length > maxTrigrams) return undefined
    return found.length === 0 ? quote('\u0000\u0000\u0000') : found.map((row) => quote(row.term)).join(' OR ')
  }

  return {
    enqueue(document, dataset) {
      mayBePending = true
      statements.enqueue.run(document, dataset)
    },
    indexSome,
    matches(terms) {
      indexSome(maxIndexedBySearch)
      const expressions = terms.map(expressionOf).filter((expression) => expression !== undefined)
      if (expressions.length === 0) return undefined
      return {
        sql: 'd.pk IN (SELECT rowid FROM document_text WHERE document_text MATCH ?) OR d.pk IN (SELECT document FROM text_pending)',
        parameters: [expressions.map((expression) => `(${expression})`).join(' AND ')],
      }
    },
  }
}

function quote(trigram: string): string {
  return `"${trigram.replaceAll('"', '""')}"`
}
