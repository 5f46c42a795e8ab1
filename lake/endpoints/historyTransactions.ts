import type {Dataset, TransactionHead} from '../dataset.ts'
import {datasetOf, type Endpoint} from './endpoint.ts'
import {ndjson} from './ndjson.ts'
import {allSequences, sequencesOf} from './sequencesOf.ts'
import {count, flag, instant, wantsEffects} from './urlOptions.ts'

/** What a client asks of the history, see content of the URL. Sequences are inclusive. */
interface TransactionQuery {
  /** Of which documents; undefined for all. */
  ids: ReadonlySet<string> | undefined
  from: number
  to: number
  authors: ReadonlySet<string> | undefined
  limit: number
  reverse: boolean
  includeContent: boolean
  includeEffects: boolean
  onlyIdentified: boolean
}

const defaultLimit = 100
const maxLimit = 10_000

/** Transactions that are read in one go while none of them is wanted. */
const readBetweenTurns = 500

/**
 * `GET /data/history/:ds/transactions/:ids`: NDJSON, a transaction a line, oldest first unless `reverse=true`. Without ids, the transactions of the
 * whole dataset: that is how a deleted document is found whose id nobody knows
 * (https://www.sanity.io/docs/developer-guides/find-and-restore-deleted-documents).
 */
const transactions: readonly Endpoint[] = ['/:ids', ''].map((ids) => ({
  method: 'GET',
  path: `/data/history/:ds/transactions${ids}`,
  access: 'view',
  handle({context, params, url}) {
    const dataset = datasetOf({context, params})
    const query = decode(dataset, params['ids'], url)
    return ndjson(lines(dataset, query))
  },
}))

export const historyTransactionEndpoints: readonly Endpoint[] = transactions

function decode(dataset: Dataset, ids: string | undefined, url: URL): TransactionQuery {
  const {history} = dataset
  const option = (name: string) => url.searchParams.get(name) ?? ''
  const atTransaction = (name: string, otherwise: number) =>
    option(name) === '' ? otherwise : (history.transactionById(option(name))?.sequence ?? otherwise)
  const [since, until] = [instant(url, 'fromTime'), instant(url, 'toTime')]
  // Transactions carry milliseconds.
  const before = since && history.transactionAtTime(new Date(since.getTime() - 1).toISOString())
  const fromTime = since === undefined ? 0 : (before?.sequence ?? 0) + 1
  const toTime =
    until === undefined ? Number.MAX_SAFE_INTEGER : (history.transactionAtTime(until.toISOString())?.sequence ?? 0)
  const authors = option('authors').split(',').filter(Boolean)
  return {
    ids: ids === undefined ? undefined : new Set(ids.split(',').filter(Boolean)),
    from: Math.max(fromTime, atTransaction('fromTransaction', 0)),
    to: Math.min(toTime, atTransaction('toTransaction', Number.MAX_SAFE_INTEGER)),
    authors: authors.length === 0 ? undefined : new Set(authors),
    limit: count(url, 'limit', {otherwise: defaultLimit, most: maxLimit}),
    reverse: flag(url, 'reverse'),
    includeContent: !flag(url, 'excludeContent'),
    includeEffects: wantsEffects(url),
    onlyIdentified: flag(url, 'includeIdentifiedDocumentsOnly'),
  }
}

function* lines(dataset: Dataset, query: TransactionQuery): Generator<object | undefined> {
  const {history} = dataset
  const {ids, from, to, reverse} = query
  const range = {from, to, newestFirst: reverse}
  let [written, passed] = [0, 0]
  for (const sequence of ids ? sequencesOf(history, ids, range) : allSequences(history, range)) {
    if (written >= query.limit) return
    const head = history.transactionAt(sequence)
    if (head !== undefined && query.authors?.has(head.author) !== false) {
      written += 1
      yield line(dataset, head, query)
    } else if (++passed % readBetweenTurns === 0) yield undefined
  }
}

function line(dataset: Dataset, head: TransactionHead, query: TransactionQuery): object {
  const identified = query.onlyIdentified ? query.ids : undefined
  const changes = dataset.history.effectsIn(head.sequence).filter(({id}) => identified?.has(id) !== false)
  return {
    id: head.id,
    timestamp: head.timestamp,
    author: head.author,
    documentIDs: changes.map(({id}) => id),
    ...(query.includeContent ? {mutations: changes.flatMap(({mutations}) => mutations)} : {}),
    ...(query.includeEffects ? {effects: Object.fromEntries(changes.map(({id, effects}) => [id, effects]))} : {}),
  }
}
