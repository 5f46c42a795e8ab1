import type {LakeDocument} from '../../document.ts'
import type {CountScope, DocumentSource, Narrowing} from '../../query/documentSource.ts'
import type {Database} from '../database/openDatabase.ts'
import {createPartReader} from '../documents/createPartReader.ts'
import {decodeDocument} from '../documents/decodeDocument.ts'
import type {CachedRow, DocumentCache} from '../documents/documentCache.ts'
import type {PartialDocuments} from '../documents/partialDocuments.ts'
import type {RecentChanges} from '../history/createRecentChanges.ts'
import type {TextIndex} from '../indexes/createTextIndex.ts'
import {few} from '../tables/condition.ts'
import {documentStatements, type DocumentKey, type StoredBody} from '../tables/documentTable.ts'
import {createDocumentKeys} from './createDocumentKeys.ts'
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
  const {database, cache, parts, narrowing: context} = options
  const statements = documentStatements(database)
  const {recent} = options
  const revision = (): number => options.revision()
  const kept = createKeptKeys(recent, revision)
  const keys = createDocumentKeys(database, context, kept)
  const sorted = createSortedKeys({database, context, kept, recent, revision, get})

  const readParts = createPartReader(cache, parts)

  function get(id: string): LakeDocument | undefined {
    const cached = cache.get(id)
    if (cached !== undefined) return cached
    const row = statements.byId.get(context.dataset, id)
    if (row === undefined) return undefined
    const document = decodeDocument(row.body)
    cache.set(document, toCachedRow(row))
    return document
  }

  function read(key: DocumentKey, gently: boolean): LakeDocument | undefined {
    const cached = cache.get(key.id)
    if (cached !== undefined) return cached
    const row = statements.body.get(key.pk)
    if (row === undefined) return undefined
    const document = decodeDocument(row.body)
    cache.set(document, toCachedRow(row), gently)
    return document
  }

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
    yield* readAll(wanted, wanted.length > few)
  }

  function* readAll(wanted: Iterable<DocumentKey>, gently = false): Generator<LakeDocument> {
    for (const key of wanted) {
      const document = read(key, gently)
      if (document !== undefined) yield document
    }
  }

  function* readEither(wanted: Iterable<DocumentKey>, attributes: readonly string[] | undefined) {
    yield* attributes === undefined || !parts.canRead(attributes) ? readAll(wanted) : readParts(wanted, attributes)
  }

  function candidates(narrowing: Narrowing, attributes?: readonly string[]): Iterable<LakeDocument> {
    const isPart = attributes !== undefined && parts.canRead(attributes)
    if (narrowing.kind === 'ids' && (!isPart || narrowing.ids.length <= fewIds)) return byIds(narrowing.ids, get)
    if (!isPart) return isInIdOrder(narrowing) ? readAll(keysAlong(narrowing), true) : lookUp(narrowing)
    return readParts(partKeys(narrowing), attributes)
  }

  /** A list of a whole type is asked for again and again; the rest of one after an id is not. */
  function partKeys(narrowing: Narrowing): Iterable<DocumentKey> {
    if (!isInIdOrder(narrowing)) return narrowing.kind === 'types' ? keys.kept(narrowing) : keys.of(narrowing)
    return hasIdRange(narrowing) ? keysAlong(narrowing) : keys.kept(narrowing)
  }

  const rows = createDocumentRows({database, context, recent, revision, get, read: readEither})

  return {
    get revision() {
      return options.revision()
    },
    get,
    has: (id) => cache.peek(id) !== undefined || statements.keyOf.get(context.dataset, id) !== undefined,
    candidates,
    ordered(narrowing, key, attributes) {
      if (key.path === '_id' && key.direction === 'asc') return candidates(narrowing, attributes)
      const found = sorted.read(narrowing, key)
      return found && readEither(found, attributes)
    },
    rows,
    counted: (id) => options.counted(context.dataset, id),
    leavesFew: sorted.leavesFew,
    count: (narrowing, scope) => countDocuments(narrowing, scope, database, context),
  }
}

function toCachedRow({pk, body, changes_since_snapshot: changes}: StoredBody): CachedRow {
  return {pk, size: body.byteLength, changes}
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
