import {applyPatch, type RawPatch} from 'mendoza'
import type {CommittedTransaction, DocumentChange, History, RecordedChange, TransactionHead} from '../../dataset.ts'
import type {JsonObject, JsonValue, LakeDocument} from '../../document.ts'
import {isObject} from '../../isObject.ts'
import type {Mutation} from '../../mutations/mutation.ts'
import type {Database} from '../database/openDatabase.ts'
import {decodeDocument} from '../documents/decodeDocument.ts'
import {documentStatements} from '../tables/documentTable.ts'
import {historyStatements, snapshotInterval, type ChangeRow} from '../tables/historyTable.ts'
import {textStatements} from '../tables/textIndex.ts'

/** Writing and reading a dataset's history. */
export interface HistoryStore extends History {
  /** Part of the commit, after the documents themselves. */
  record(transaction: CommittedTransaction, stored: ReadonlyMap<string, StoredChange>): void
  /** Part of the commit, too: leaves of a document only that the transaction of this number deleted it. */
  purge(id: string, sequence: number): void
}

/** What history needs to know of a changed document beside the change. */
export interface StoredChange {
  /** Its key in the table of documents, where it is or was. */
  document: number
  /** The JSON that was stored; undefined when it was deleted. */
  body: Uint8Array | undefined
  /** Its changes since the history last held it whole, this one counted. */
  sinceSnapshot: number
  /** The same after this change, with which the history may hold it whole: what its row says. */
  changes: number
}

/** @param dataset Its key in the table of datasets. */
export function createHistory(database: Database, dataset: number): HistoryStore {
  const statements = historyStatements(database)
  const documents = documentStatements(database)

  /** The document after that transaction: it is read backwards, from the next state that is stored whole, with at most 16 patches. */
  function stateAt(id: string, sequence: number): LakeDocument | undefined {
    const last = statements.lastChange.get(dataset, id, sequence)
    if (last === undefined || last.transition === 'disappear') return undefined
    if (last.snapshot !== null) return decodeDocument(last.snapshot)
    const later = laterChanges(id, last.sequence)
    let state: JsonValue | undefined = wholeAfter(id, later.at(-1))
    if (later.length === 0) return asDocument(state, id)
    for (const row of later.toReversed()) state = applyPatch(withoutRev(state), effectsOf(row).revert as RawPatch)
    const revision = statements.transactionAt.get(dataset, last.sequence)?.id ?? ''
    return asDocument({...(isObject(state) ? state : {}), _rev: revision}, id)
  }

  /** The changes that follow, up to the first after which the document is stored whole, or was deleted. */
  function laterChanges(id: string, sequence: number): ChangeRow[] {
    const rows = statements.changesAfter.all(dataset, id, sequence, snapshotInterval)
    const end = rows.findIndex((row) => row.snapshot !== null || row.transition === 'disappear')
    return end === -1 ? rows : rows.slice(0, end + 1)
  }

  /** What a document is after its change, where that is stored. */
  function wholeAfter(id: string, change: ChangeRow | undefined): LakeDocument | null | undefined {
    if (change?.transition === 'disappear') return null
    const body = change?.snapshot ?? documents.byId.get(dataset, id)?.body
    return body === undefined ? undefined : decodeDocument(body)
  }

  function toChange(row: ChangeRow): DocumentChange {
    const next = row.transition === 'disappear' ? undefined : stateAt(row.document_id, row.sequence)
    const previous = row.transition === 'appear' ? undefined : stateAt(row.document_id, row.sequence - 1)
    return {id: row.document_id, previous, next, mutations: mutationsOf(row, next), effects: effectsOf(row, next)}
  }

  /** Times never go backwards in a history, so halving finds it. */
  function transactionAtTime(time: string): TransactionHead | undefined {
    let found: TransactionHead | undefined
    let [from, to] = [1, statements.lastTransaction.get(dataset)?.sequence ?? 0]
    while (from <= to) {
      const middle = Math.floor((from + to) / 2)
      const at = statements.lastUpTo.get(dataset, middle)
      if (at !== undefined && at.timestamp > time) to = at.sequence - 1
      else {
        found = at ?? found
        from = middle + 1
      }
    }
    return found
  }

  /** Returns the row's key: those of one transaction follow each other. */
  function insertChange(change: DocumentChange, sequence: number, stored: StoredChange | undefined): number {
    const {document = 0, body, sinceSnapshot = 0} = stored ?? {}
    const transition = transitionOf(change)
    const operation = transition === 'appear' ? soleCreation(change.mutations) : null
    const isWhole = transition === 'update' && sinceSnapshot >= snapshotInterval
    return statements.insertChange.run(
      dataset,
      document,
      change.id,
      sequence,
      transition,
      change.previous?._rev ?? null,
      (change.next ?? change.previous)?._type ?? '',
      operation,
      isWhole && body !== undefined ? body : null,
      transition === 'appear' ? null : JSON.stringify(change.effects),
      operation === null ? JSON.stringify(change.mutations) : null,
    ).lastInsertRowid
  }

  return {
    record(transaction, stored) {
      const {sequence, id, timestamp, author} = transaction
      const rows = transaction.changes.map((change) => insertChange(change, sequence, stored.get(change.id)))
      statements.insertTransaction.run(dataset, sequence, id, timestamp, author, rows[0] ?? null, rows.at(-1) ?? null)
    },
    purge(id, sequence) {
      const {effects, mutations} = bareDeletion(id)
      statements.removeChangesBefore.run(dataset, id, sequence)
      statements.emptyChange.run(JSON.stringify(effects), JSON.stringify(mutations), dataset, id, sequence)
      textStatements(database).stepBack.run()
    },
    transactionById: (id) => statements.transactionById.get(dataset, id),
    transactionAt: (sequence) => statements.transactionAt.get(dataset, sequence),
    transactionAtTime,
    transactionsAfter: (sequence, limit) => statements.transactionsAfter.all(dataset, sequence, limit),
    changesIn: (sequence) => statements.changesOf.all(dataset, sequence).map(toChange),
    changesOf: (id, {before, after, limit}) =>
      statements.changesOfDocument.all(dataset, id, after, before, limit).map((row) => ({
        ...toRecorded(row),
        sequence: row.sequence,
      })),
    recordedChangesIn: (sequence) => statements.changesOf.all(dataset, sequence).map(toRecorded),
    effectsIn: (sequence) =>
      statements.changesOf.all(dataset, sequence).map((row) => {
        const next = row.transition === 'appear' ? stateAt(row.document_id, row.sequence) : undefined
        return {id: row.document_id, effects: effectsOf(row, next), mutations: mutationsOf(row, next)}
      }),
    stateAt,
    lastState(id) {
      const last = statements.lastChange.get(dataset, id, Number.MAX_SAFE_INTEGER)
      if (last === undefined) return undefined
      return stateAt(id, last.transition === 'disappear' ? last.sequence - 1 : last.sequence)
    },
    idsWithPrefix: (prefix) =>
      statements.idsBetween.all(dataset, prefix, `${prefix}\u{10FFFF}`).map((row) => row.document_id),
  }
}

function toRecorded(row: ChangeRow): RecordedChange {
  return {
    id: row.document_id,
    type: row.document_type,
    transition: row.transition,
    previousRev: row.previous_rev ?? undefined,
  }
}

/** What a deletion leaves that does not tell what was deleted. */
function bareDeletion(id: string): Pick<DocumentChange, 'effects' | 'mutations'> {
  return {effects: {apply: [0, null], revert: [0, null]}, mutations: [{delete: {id}}]}
}

/** What a change did to its document; `undefined` means that there was, or is, none. */
export function transitionOf(change: {previous: unknown; next: unknown}): 'appear' | 'update' | 'disappear' {
  if (change.previous === undefined) return 'appear'
  return change.next === undefined ? 'disappear' : 'update'
}

/** The verb of a change that is nothing but one creation: its content need not be stored a second time. */
function soleCreation(mutations: Mutation[]): ChangeRow['operation'] {
  const [mutation] = mutations
  if (mutation === undefined || mutations.length > 1) return null
  if ('create' in mutation) return 'create'
  if ('createIfNotExists' in mutation) return 'createIfNotExists'
  return 'createOrReplace' in mutation ? 'createOrReplace' : null
}

/** @param next the document after the change, of which the effects of a creation are made */
function effectsOf(row: ChangeRow, next?: LakeDocument): DocumentChange['effects'] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by record() from effects
  if (row.effects !== null) return JSON.parse(row.effects) as DocumentChange['effects']
  return {apply: [0, next === undefined ? null : withoutRev(next)], revert: [0, null]}
}

/** @param next the document after the change, of which a creation is made */
function mutationsOf(row: ChangeRow, next: LakeDocument | undefined): Mutation[] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by record() from mutations
  if (row.mutations !== null) return JSON.parse(row.mutations) as Mutation[]
  if (next === undefined || row.operation === null) return []
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- one of the three creations, of a stored document
  return [{[row.operation]: withoutRev(next)} as unknown as Mutation]
}

function withoutRev(document: JsonValue | undefined): JsonObject {
  if (!isObject(document)) return {}
  const {_rev: _, ...content} = document
  return content
}

function asDocument(value: JsonValue | undefined, id: string): LakeDocument {
  if (!isObject(value)) throw new TypeError(`The history of "${id}" does not give a document`)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the history of a document replays only documents
  return value as LakeDocument
}
