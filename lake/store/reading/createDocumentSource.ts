import type {LakeDocument} from '../../document.ts'
import type {CountScope, DocumentSource, Narrowing} from '../../query/documentSource.ts'
import type {Database} from '../database/openDatabase.ts'
import type {DocumentCache} from '../documents/createDocumentCache.ts'
import type {PartialDocuments} from '../documents/createPartialDocuments.ts'
import type {RecentChanges} from '../history/createRecentChanges.ts'
import type {TextIndex} from '../indexes/createTextIndex.ts'
import {few} from '../tables/condition.ts'
import type {DocumentKey} from '../tables/documentTable.ts'
import {createDocumentKeys} from './createDocumentKeys.ts'
import {createDocumentReader} from './createDocumentReader.ts'
import {createDocumentRows} from './createDocumentRows.ts'
import {createKeptKeys} from './createKeptKeys.ts'
import {createSortedKeys} from './createSortedKeys.ts'
import {narrowingSql, type NarrowingContext} from './narrowingSql.ts'

export interface DocumentSourceOptions {
  database: Database
  cache: DocumentCache
  parts: PartialDocuments
  narrowing: NarrowingContext
  recent: RecentChanges
  counted: TextIndex['counted']
  revision(): number
}

/** Keys per page of a scan, and at the most: what a scan holds at once, besides the document it is at. */
const [firstPage, longestPage] = [16, 1024]

/** So few documents that were asked for by their ids are read whole, which others may want soon. */
const fewIds = 50

/** What queries read a dataset through, over SQLite. */
export function createDocumentSource(options: DocumentSourceOptions): Required<DocumentSource> {
  const {database, cache, parts, narrowing: context, recent, revision} = options
  const reader = createDocumentReader({database, dataset: context.dataset, cache, partial: parts})
  const {get} = reader
  const kept = createKeptKeys(recent, revision)
  const keys = createDocumentKeys(database, context, kept)
  const sorted = createSortedKeys({database, context, kept, recent, revision, get})
  const rows = createDocumentRows({database, context, recent, revision, get, read: reader.parts})

  /** Goes along the ids by pages, ever longer ones up to `longestPage`: the first keys come at once, and no cursor is held while a reader writes. */
  function* keysAlong(narrowing: Narrowing): Generator<DocumentKey> {
    const {sql, parameters} = narrowingSql(narrowing, context)
    const page = database.prepare<DocumentKey>(
      `SELECT d.pk, d.id FROM documents d WHERE d.dataset = ? AND d.id > ? AND (${sql}) ORDER BY d.id LIMIT ?`,
    )
    let size = firstPage
    for (let after = ''; ; size = Math.min(size * 4, longestPage)) {
      const found = page.all(context.dataset, after, ...parameters, size)
      yield* found
      const last = found.at(-1)
      if (last === undefined || found.length < size) return
      after = last.id
    }
  }

  /** Asks an index once for all keys: a document's key is small, and a second page would ask the index again. */
  function* lookUp(narrowing: Narrowing): Generator<LakeDocument> {
    const wanted = keys.of(narrowing)
    yield* reader.whole(wanted, wanted.length > few)
  }

  function candidates(narrowing: Narrowing, attributes?: readonly string[]): Iterable<LakeDocument> {
    const isPart = attributes !== undefined && parts.canRead(attributes)
    if (narrowing.kind === 'ids' && (!isPart || narrowing.ids.length <= fewIds)) return byIds(narrowing.ids, get)
    if (!isPart) return isInIdOrder(narrowing) ? reader.whole(keysAlong(narrowing), true) : lookUp(narrowing)
    return reader.parts(partKeys(narrowing), attributes)
  }

  /** A list of a whole type is asked for again and again; the rest of one after an id is not. */
  function partKeys(narrowing: Narrowing): Iterable<DocumentKey> {
    if (!isInIdOrder(narrowing)) return narrowing.kind === 'types' ? keys.kept(narrowing) : keys.of(narrowing)
    return hasIdRange(narrowing) ? keysAlong(narrowing) : keys.kept(narrowing)
  }

  return {
    get revision() {
      return revision()
    },
    get,
    has: reader.has,
    candidates,
    ordered(narrowing, key, attributes) {
      if (key.path === '_id' && key.direction === 'asc') return candidates(narrowing, attributes)
      const found = sorted.read(narrowing, key)
      return found && reader.parts(found, attributes)
    },
    rows,
    counted: (id) => options.counted(context.dataset, id),
    leavesFew: sorted.leavesFew,
    count: (narrowing, scope) => countDocuments(narrowing, scope, database, context),
  }
}

const scopes: Record<CountScope, string> = {
  all: '1',
  unversioned: `NOT (d.id >= 'versions.' AND d.id < 'versions/')`,
  published: `NOT (d.id >= 'drafts.' AND d.id < 'drafts/') AND NOT (d.id >= 'versions.' AND d.id < 'versions/')`,
  public: `instr(d.id, '.') = 0`,
}

/** Counts from the indexes of ids and types alone; other narrowings are not exact. */
function countDocuments(
  narrowing: Narrowing,
  scope: CountScope,
  database: Database,
  context: NarrowingContext,
): number | undefined {
  if (narrowing.kind !== 'types' && narrowing.kind !== 'all') return undefined
  const {sql, parameters} = narrowingSql(narrowing, context)
  const count = `SELECT count(*) AS count FROM documents d WHERE d.dataset = ? AND (${sql}) AND ${scopes[scope]}`
  return database.prepare<{count: number}>(count).get(context.dataset, ...parameters)?.count
}

/** Narrowings whose index is already in `_id` order: the next page costs as little as the first. */
function isInIdOrder(narrowing: Narrowing): boolean {
  if (narrowing.kind === 'and') return narrowing.of.every(isInIdOrder)
  if (narrowing.kind === 'types') return narrowing.types.length === 1
  if (narrowing.kind === 'range') return narrowing.path === '_id'
  return narrowing.kind === 'all' || narrowing.kind === 'idPrefix'
}

function hasIdRange(narrowing: Narrowing): boolean {
  return narrowing.kind === 'range' || (narrowing.kind === 'and' && narrowing.of.some(hasIdRange))
}

function* byIds(ids: string[], get: (id: string) => LakeDocument | undefined): Generator<LakeDocument> {
  for (const id of [...new Set(ids)].sort(compareCodePoints)) {
    const document = get(id)
    if (document !== undefined) yield document
  }
}

function compareCodePoints(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b))
}
