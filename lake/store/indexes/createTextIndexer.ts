import {StorageError} from '../../errors.ts'
import {searchableText} from '../../query/documentText.ts'
import type {CountedText} from '../../query/textQuery.ts'
import {countWords, textOfCounts, writeCounts} from '../../query/wordCounts.ts'
import type {Database} from '../database/openDatabase.ts'
import {decodeDocument, decodeText} from '../documents/decodeDocument.ts'
import {encodeText} from '../documents/encodeText.ts'
import {byKeys, type Condition, few, type Sql} from '../tables/condition.ts'
import {documentStatements} from '../tables/documentTable.ts'
import {textStatements} from '../tables/textIndex.ts'
import {createTextExpressions, none} from './createTextExpressions.ts'
import {foldText} from './foldText.ts'

/** Keeps the full-text index and answers from it. */
export interface TextIndexer {
  /** Indexes up to `limit` documents that have changed since it last did; returns whether more may wait. */
  indexSome(limit: number): boolean
  /** Documents whose text may contain every term, among them all that wait to be indexed. Undefined when no term narrows. */
  matches(terms: string[]): Condition | undefined
  /** The document's searchable text as far as ranking needs it; undefined when it is not stored for its revision. */
  counted(dataset: number, id: string): CountedText | undefined
}

const takesNoMore = new Set<StorageError['code']>(['storage_full', 'storage_readonly'])

/** Changes that are looked at for each document to index: one that is typed into has many. */
const changesPerDocument = 10

/** Documents that a search indexes before it answers; above that it leaves the rest to the idle timer and returns them all. */
const maxIndexedBySearch = 200

/** Bytes of counted words that are worth storing: as many different words as a book has. */
const mostCounts = 256 * 1024

/** Answers that are kept until something changes: one search asks what may be found, how many there are, and which. */
const mostKnown = 50

/** What is kept of a document's words. */
interface Counted {
  document: number
  rev: string
  stored: Uint8Array
}

interface State {
  through: number
  last: number | null
}

/** The full-text index of all datasets. */
export function createTextIndexer(database: Database): TextIndexer {
  const statements = textStatements(database)
  const documents = documentStatements(database)
  const expressions = createTextExpressions(database)
  const state = (): State => statements.state.get() ?? {through: 0, last: null}

  const conditions = new Map<string, Condition | undefined>()
  /** The last change when these were found. */
  let knownAt: number | null = null

  function indexSome(limit: number): boolean {
    const changed = statements.changed.all(state().through, limit * changesPerDocument)
    const waiting = new Set<number>()
    let through: number | undefined
    for (const {pk, document} of changed) {
      waiting.add(document)
      if (waiting.size > limit) break
      through = pk
    }
    if (through === undefined) return false
    conditions.clear()
    const isCut = waiting.size > limit
    database.deriving(() => {
      const written = [...waiting].slice(0, limit).map(index)
      // Not in turn with the others: FTS5 writes what it has gathered whenever another table is written.
      for (const counted of written) if (counted) keepCounts(counted)
      statements.setIndexed.run(through)
    })
    expressions.age(waiting.size)
    return isCut || changed.length === limit * changesPerDocument
  }

  function index(document: number): Counted | undefined {
    statements.remove.run(document)
    const body = documents.body.get(document)?.body
    if (body === undefined) return undefined
    const content = decodeDocument(body)
    const text = searchableText(content)
    const counts = countWords(text)
    statements.index.run(document, indexText([...countWords(searchableText(content._id)).keys(), ...counts.keys()]))
    return {document, rev: content._rev, stored: encodeText(writeCounts(text.length, counts))}
  }

  function keepCounts({document, rev, stored}: Counted): void {
    if (stored.byteLength <= mostCounts) statements.keepCounts.run(document, rev, stored)
    else statements.dropCounts.run(document)
  }

  /** The answer is complete without it, so a disk that takes no more does not keep anybody from reading. */
  function indexBeforeSearch(): State {
    const {through, last} = state()
    if (last === null || last <= through || database.isInTransaction()) return {through, last}
    try {
      indexSome(maxIndexedBySearch)
    } catch (error) {
      if (!(error instanceof StorageError && takesNoMore.has(error.code))) throw error
    }
    return state()
  }

  /** The keys themselves when they are few, so that nobody has to ask the index twice. */
  function keysOf({sql, parameters}: Sql): Condition {
    const found = database
      .prepare<{count: number; pks: string}>(
        `SELECT count(*) AS count, json_group_array(pk) AS pks FROM (SELECT pk FROM (${sql}) LIMIT ${few})`,
      )
      .get(...parameters)
    if (found === undefined || found.count === few) return byKeys(2, {sql, parameters, areFew: false})
    return byKeys(0, {sql: 'SELECT value AS pk FROM json_each(?)', parameters: [found.pks], areFew: true})
  }

  function conditionOf(terms: readonly string[], through: number): Condition | undefined {
    const words = terms.flatMap((term) => term.match(/\S+\n?/g) ?? [])
    // FTS5 cannot be asked for a zero character; leaving such a word out keeps the answer a superset.
    const expression = expressions.of(words.filter((word) => !word.includes('\0')))
    if (expression === undefined) return undefined
    const pending = 'SELECT DISTINCT document AS pk FROM changes WHERE pk > ?'
    if (expression === none) return byKeys(2, {sql: pending, parameters: [through]})
    return keysOf({
      sql: `SELECT rowid AS pk FROM document_text WHERE document_text MATCH ? UNION ALL ${pending}`,
      parameters: [expression, through],
    })
  }

  return {
    indexSome,
    matches(terms) {
      const {through, last} = indexBeforeSearch()
      // What is written in a transaction may be taken back.
      if (database.isInTransaction()) return conditionOf(terms, through)
      if (knownAt !== last || conditions.size >= mostKnown) conditions.clear()
      knownAt = last
      const key = JSON.stringify(terms)
      if (!conditions.has(key)) conditions.set(key, conditionOf(terms, through))
      return conditions.get(key)
    },
    counted(dataset, id) {
      const row = statements.counts.get(dataset, id)
      return row && textOfCounts(decodeText(row.counts))
    },
  }
}

/**
 * Only which words a document has matters, so each is indexed once. Line breaks behind every word, two at the end, let
 * every unit begin a trigram: words of one or two units are found by the trigrams that begin with them, and the end of a word by its line break.
 */
function indexText(distinct: readonly string[]): string {
  return foldText(`${distinct.join('\n')}\n\n`)
}
