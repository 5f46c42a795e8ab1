import {applyPatch, type RawPatch} from 'mendoza'
import type {JsonObject, JsonValue, LakeDocument} from '../../document.ts'
import {isObject} from '../../isObject.ts'
import {withoutRev} from '../../mutations/withoutRev.ts'
import type {Database} from '../database/openDatabase.ts'
import {decodeDocument} from '../documents/decodeDocument.ts'
import {documentStatements} from '../tables/documentTable.ts'
import {historyStatements, snapshotInterval, type ChangeRow} from '../tables/historyTable.ts'
import {effectsOf} from './changeContent.ts'

/** Reads documents as they once were: see `History`. */
export interface StateReader {
  stateAt(id: string, sequence: number): LakeDocument | undefined
  lastState(id: string): LakeDocument | undefined
}

/**
 * States are read backwards, from the next one that is stored whole, with at most 16 patches.
 *
 * @param dataset Its key in the table of datasets.
 */
export function createStateReader(database: Database, dataset: number): StateReader {
  const statements = historyStatements(database)
  const documents = documentStatements(database)

  function stateAt(id: string, sequence: number): LakeDocument | undefined {
    const last = statements.lastChange.get(dataset, id, sequence)
    if (last === undefined || last.transition === 'disappear') return undefined
    if (last.snapshot !== null) return decodeDocument(last.snapshot)
    const later = laterChanges(id, last.sequence)
    const whole = wholeAfter(id, later.at(-1))
    if (later.length === 0) return asDocument(whole, id)
    let content: JsonValue = whole === undefined ? {} : withoutRev(whole)
    for (const row of later.toReversed()) content = applyPatch(content, effectsOf(row).revert as RawPatch)
    const revision = statements.transactionAt.get(dataset, last.sequence)?.id ?? ''
    return asDocument({...(isObject(content) ? content : {}), _rev: revision}, id)
  }

  /** The changes that follow, up to the first after which the document is stored whole, or was deleted. */
  function laterChanges(id: string, sequence: number): ChangeRow[] {
    const rows = statements.changesAfter.all(dataset, id, sequence, snapshotInterval)
    const end = rows.findIndex((row) => row.snapshot !== null || row.transition === 'disappear')
    return end === -1 ? rows : rows.slice(0, end + 1)
  }

  /** What a document is after its change, as it is now without one; undefined when it was deleted. */
  function wholeAfter(id: string, change: ChangeRow | undefined): LakeDocument | undefined {
    if (change?.transition === 'disappear') return undefined
    const body = change?.snapshot ?? documents.byId.get(dataset, id)?.body
    return body === undefined ? undefined : decodeDocument(body)
  }

  return {
    stateAt,
    lastState(id) {
      const last = statements.lastChange.get(dataset, id, Number.MAX_SAFE_INTEGER)
      if (last === undefined) return undefined
      return stateAt(id, last.transition === 'disappear' ? last.sequence - 1 : last.sequence)
    },
  }
}

function asDocument(value: JsonObject | undefined, id: string): LakeDocument {
  if (value === undefined) throw new TypeError(`The history of "${id}" does not give a document`)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the history of a document replays only documents
  return value as LakeDocument
}
