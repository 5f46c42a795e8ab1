import type {LakeDocument} from '../../document.ts'
import {ownAttributes} from '../../mutations/ownAttributes.ts'
import {referencesOf} from '../../mutations/referencesOf.ts'
import type {SqlValue} from '../database/createStatements.ts'
import type {Database} from '../database/openDatabase.ts'
import {referenceStatements} from '../tables/referenceIndex.ts'
import {valueStatements} from '../tables/valueIndex.ts'
import {indexEntriesOf, type IndexEntries} from './indexEntriesOf.ts'

/** Writes the indexes of values and references of one dataset, after the commits: see `createIndexFollower.ts`. */
export interface Indexer {
  /** Writes what differs between the entries of the two states; part of a transaction. */
  update(pk: number, previous: LakeDocument | undefined, next: LakeDocument | undefined): void
  pathKey(path: string): number | undefined
  /** Forgets paths of a transaction that was rolled back. */
  reload(): void
}

const nothing: IndexEntries = {references: new Map(), values: [], shapes: []}

/** @param dataset Its key in the table of datasets. */
export function createIndexer(database: Database, dataset: number): Indexer {
  const references = referenceStatements(database)
  const values = valueStatements(database)
  const paths = new Map<string, number>()

  function reload(): void {
    paths.clear()
    for (const {pk, path} of values.paths.all(dataset)) paths.set(path, pk)
  }

  function internPath(path: string): number {
    let key = paths.get(path)
    if (key === undefined) {
      key = values.insertPath.run(dataset, path).lastInsertRowid
      paths.set(path, key)
    }
    return key
  }

  function updateReferences(pk: number, before: Map<string, boolean>, after: Map<string, boolean>): void {
    for (const target of before.keys()) if (!after.has(target)) references.remove.run(dataset, target, pk)
    for (const [target, strong] of after) {
      if (before.get(target) !== strong) references.insert.run(dataset, target, pk, strong ? 1 : 0)
    }
  }

  function updateValues(pk: number, before: IndexEntries, after: IndexEntries): void {
    if (before === nothing) {
      for (const {path, value} of after.values) values.insert.run(internPath(path), value, pk)
      return
    }
    const old = new Map(before.values.map((entry) => [entryKey(entry.path, entry.value), entry]))
    for (const {path, value} of after.values) {
      if (!old.delete(entryKey(path, value))) values.insert.run(internPath(path), value, pk)
    }
    for (const {path, value} of old.values()) values.remove.run(internPath(path), value, pk)
  }

  reload()
  return {
    update(pk, previous, next) {
      const before = entriesOf(previous, next)
      const after = entriesOf(next, previous)
      updateValues(pk, before, after)
      for (const path of after.shapes) internPath(path)
      if (before.references.size === 0 && after.references.size === 0) return
      // What is no longer here may still be in an attribute that has not changed.
      updateReferences(pk, allReferences(previous), allReferences(next))
    },
    pathKey: (path) => paths.get(path),
    reload,
  }
}

/** The entries that `document` has for attributes which `other` has not, or has otherwise. */
function entriesOf(document: LakeDocument | undefined, other: LakeDocument | undefined): IndexEntries {
  if (document === undefined) return nothing
  return indexEntriesOf(other === undefined ? document : ownAttributes(document, other))
}

function allReferences(document: LakeDocument | undefined): Map<string, boolean> {
  return document === undefined ? nothing.references : referencesOf(document)
}

function entryKey(path: string, value: SqlValue): string {
  return `${path}\n${typeof value === 'number' ? 'n' : 's'}${value instanceof Uint8Array ? `b${value[0] ?? 0}` : value}`
}
