import {searchableText} from '../../query/text/documentText.ts'
import {countWords, writeCounts} from '../../query/text/wordCounts.ts'
import type {Database} from '../database/openDatabase.ts'
import {decodeDocument} from '../documents/decodeDocument.ts'
import {encodeText} from '../documents/encodeText.ts'
import {documentStatements} from '../tables/documentTable.ts'
import {textStatements} from '../tables/textIndex.ts'
import {foldText} from './foldText.ts'

/** Keeps the full-text index. */
export interface TextIndexer {
  /** Indexes up to `limit` documents that have changed since it last did; returns whether more may wait. */
  indexSome(limit: number): boolean
}

/** Changes that are looked at for each document to index: one that is typed into has many. */
const changesPerDocument = 10

/** Bytes of counted words that are worth storing: as many different words as a book has. */
const mostCounts = 256 * 1024

/** What is kept of a document's words. */
interface Counted {
  document: number
  rev: string
  stored: Uint8Array
}

/** @param onIndexed Told how many documents have been indexed. */
export function createTextIndexer(database: Database, onIndexed: (documents: number) => void): TextIndexer {
  const statements = textStatements(database)
  const documents = documentStatements(database)

  function indexSome(limit: number): boolean {
    const changed = statements.changed.all(statements.state.get()?.through ?? 0, limit * changesPerDocument)
    const waiting = new Set<number>()
    let through: number | undefined
    for (const {pk, document} of changed) {
      waiting.add(document)
      if (waiting.size > limit) break
      through = pk
    }
    if (through === undefined) return false
    const isCut = waiting.size > limit
    database.deriving(() => {
      const written = [...waiting].slice(0, limit).map(index)
      // Not in turn with the others: FTS5 writes what it has gathered whenever another table is written.
      for (const counted of written) if (counted) keepCounts(counted)
      statements.setIndexed.run(through)
    })
    onIndexed(waiting.size)
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

  return {indexSome}
}

/**
 * Only which words a document has matters, so each is indexed once. Line breaks behind every word, two at the end, let
 * every unit begin a trigram: words of one or two units are found by the trigrams that begin with them, and the end of a word by its line break.
 */
function indexText(distinct: readonly string[]): string {
  return foldText(`${distinct.join('\n')}\n\n`)
}
