import {StorageError} from '../errors.ts'
import {documentText} from '../query/documentText.ts'
import {decodeDocument} from './decodeDocument.ts'
import {documentStatements} from './documentTable.ts'
import {foldText} from './foldText.ts'
import {byKeys, type Condition, few, type Sql} from './narrowingSql.ts'
import type {Database} from './openDatabase.ts'
import {textStatements} from './textIndex.ts'

/** Keeps the full-text index and answers from it. */
export interface TextIndexer {
  /** Indexes up to `limit` documents that have changed since it last did; returns whether more may wait. */
  indexSome(limit: number): boolean
  /** Documents whose text may contain every term, among them all that wait to be indexed. Undefined when no term narrows. */
  matches(terms: string[]): Condition | undefined
}

/** Stands for the answer that no indexed document has a word. */
const none = 'none'

/** A short term with more trigrams than this does not narrow. */
const maxTrigrams = 2_000

const takesNoMore = new Set<StorageError['code']>(['storage_full', 'storage_readonly'])

/** Changes that are looked at for each document to index: one that is typed into has many. */
const changesPerDocument = 10

/** Documents that a search indexes before it answers; above that it leaves the rest to the idle timer and returns them all. */
const maxIndexedBySearch = 200

export function createTextIndexer(database: Database): TextIndexer {
  const statements = textStatements(database)
  const documents = documentStatements(database)
  const indexedThrough = (): number => statements.indexed.get()?.through ?? 0

  /** One search asks more than once: what may be found, how many there are, which. */
  let last: {key: string; condition: Condition} | undefined

  function indexSome(limit: number): boolean {
    const changed = statements.changed.all(indexedThrough(), limit * changesPerDocument)
    const waiting = new Set<number>()
    let through: number | undefined
    for (const {pk, document} of changed) {
      waiting.add(document)
      if (waiting.size > limit) break
      through = pk
    }
    if (through === undefined) return false
    last = undefined
    const isCut = waiting.size > limit
    database.deriving(() => {
      for (const document of [...waiting].slice(0, limit)) index(document)
      statements.setIndexed.run(through)
    })
    return isCut || changed.length === limit * changesPerDocument
  }

  function index(document: number): void {
    statements.remove.run(document)
    const body = documents.body.get(document)?.body
    if (body !== undefined) statements.index.run(document, indexText(documentText(decodeDocument(body))))
  }

  /** The answer is complete without it, so a disk that takes no more does not keep anybody from reading. */
  function indexBeforeSearch(): void {
    if (database.isInTransaction()) return
    try {
      indexSome(maxIndexedBySearch)
    } catch (error) {
      if (!(error instanceof StorageError && takesNoMore.has(error.code))) throw error
    }
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

  /** The keys themselves, so that nobody has to ask the index twice. */
  function keysIfFew({sql, parameters}: Sql): Condition | undefined {
    const keys = database.prepare<{pk: number}>(`SELECT pk FROM (${sql}) LIMIT ${few}`).all(...parameters)
    if (keys.length === few) return undefined
    return byKeys(0, {
      sql: 'SELECT value AS pk FROM json_each(?)',
      parameters: [JSON.stringify(keys.map(({pk}) => pk))],
    })
  }

  return {
    indexSome,
    matches(terms) {
      indexBeforeSearch()
      const words = terms.flatMap((term) => term.match(/\S+\n?/g) ?? [])
      // FTS5 cannot be asked for a zero character; leaving such a word out keeps the answer a superset.
      const expressions = words.filter((word) => !word.includes('\0')).map(expressionOf)
      const telling = expressions.filter((expression) => expression !== undefined)
      if (telling.length === 0) return undefined
      const pending = 'SELECT DISTINCT document AS pk FROM changes WHERE pk > ?'
      const through = indexedThrough()
      if (telling.includes(none)) return byKeys(2, {sql: pending, parameters: [through]})
      const found = {
        sql: `SELECT rowid AS pk FROM document_text WHERE document_text MATCH ? UNION ALL ${pending}`,
        parameters: [telling.map((expression) => `(${expression})`).join(' AND '), through],
      }
      const key = JSON.stringify([found.parameters, statements.lastChange.get()?.pk])
      if (last?.key !== key) last = {key, condition: keysIfFew(found) ?? byKeys(2, found)}
      return last.condition
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
