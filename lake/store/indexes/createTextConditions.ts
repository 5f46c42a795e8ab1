import type {Database} from '../database/openDatabase.ts'
import {byKeys, type Condition, few, type Sql} from '../tables/condition.ts'
import {none, type TextExpressions} from './createTextExpressions.ts'

/** How far the full-text index has come, and how far it could: keys of changes. */
export interface TextState {
  through: number
  last: number | null
}

/** Conditions that the full-text index answers. */
export interface TextConditions {
  /** That a document's text may contain every term, or that it waits to be indexed. Undefined when no term narrows. */
  of(terms: readonly string[], state: TextState): Condition | undefined
  /** Forgets what was found: documents have been indexed. */
  clear(): void
}

/** Answers that are kept until something changes: one search asks what may be found, how many there are, and which. */
const mostKnown = 50

/** Conditions on the documents of all datasets. */
export function createTextConditions(database: Database, expressions: TextExpressions): TextConditions {
  const known = new Map<string, Condition | undefined>()
  /** The last change when these were found. */
  let knownAt: number | null = null

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

  function find(terms: readonly string[], through: number): Condition | undefined {
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
    of(terms, {through, last}) {
      // What is written in a transaction may be taken back.
      if (database.isInTransaction()) return find(terms, through)
      if (knownAt !== last || known.size >= mostKnown) known.clear()
      knownAt = last
      const key = JSON.stringify(terms)
      if (!known.has(key)) known.set(key, find(terms, through))
      return known.get(key)
    },
    clear: () => known.clear(),
  }
}
