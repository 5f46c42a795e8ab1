import {documentText} from '../query/documentText.ts'
import {decodeDocument} from './decodeDocument.ts'
import {foldText} from './foldText.ts'
import {byKeys, type Condition} from './narrowingSql.ts'
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

/** Stands for the answer that no indexed document has a word. */
const none = 'none'

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
        if (body !== null) statements.index.run(document, indexText(documentText(decodeDocument(body))))
        statements.done.run(document)
      }
    })
    return mayBePending
  }

  /** An FTS5 expression for one word, `none` when no document has it, or undefined when it does not narrow. */
  function expressionOf(word: string): string | undefined {
    const units = Array.from(foldText(word))
    if (units.length >= 3) {
      const trigrams = new Set(units.slice(2).map((_, index) => units.slice(index, index + 3).join('')))
      return [...trigrams].map(quote).join(' AND ')
    }
    const from = units.join('')
    const found = statements.trigramsBetween.all(from, `${from}\u{10FFFF}`, maxTrigrams + 1)
    if (found.length > maxTrigrams) return undefined
    return found.length === 0 ? none : found.map((row) => quote(row.term)).join(' OR ')
  }

  return {
    enqueue(document, dataset) {
      mayBePending = true
      statements.enqueue.run(document, dataset)
    },
    indexSome,
    matches(terms) {
      indexSome(maxIndexedBySearch)
      const words = terms.flatMap((term) => term.match(/\S+\n?/g) ?? [])
      // FTS5 cannot be asked for a zero character; leaving such a word out keeps the answer a superset.
      const expressions = words.filter((word) => !word.includes('\0')).map(expressionOf)
      const telling = expressions.filter((expression) => expression !== undefined)
      if (telling.length === 0) return undefined
      const pending = 'SELECT document AS pk FROM text_pending'
      if (telling.includes(none)) return byKeys(2, {sql: pending, parameters: []})
      return byKeys(2, {
        sql: `SELECT rowid AS pk FROM document_text WHERE document_text MATCH ? UNION ${pending}`,
        parameters: [telling.map((expression) => `(${expression})`).join(' AND ')],
      })
    },
  }
}

/**
 * Only which words a document has matters, so each is indexed once. Line breaks behind every word, two at the end, let
 * every unit begin a trigram: words of one or two units are found by the trigrams that begin with them, and the end of a word by its line break.
 */
function indexText(text: string): string {
  return foldText(`${[...new Set(wordsOf(text))].join('\n')}\n\n`)
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '')
}

function quote(trigram: string): string {
  return `"${trigram.replaceAll('"', '""')}"`
}
