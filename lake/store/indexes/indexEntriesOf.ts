import type {JsonObject, JsonValue} from '../../document.ts'
import {isObject} from '../../isObject.ts'
import {referencesOf} from '../../mutations/referencesOf.ts'
import type {SqlValue} from '../database/createStatements.ts'
import {indexValue, isScalar} from './indexValue.ts'

/** What the index tables hold for one document. */
export interface IndexEntries {
  /** Target id to whether the reference is strong. */
  references: Map<string, boolean>
  /** Attribute paths with their values, without repetitions. `tags[]` holds the members of `tags`. */
  values: {path: string; value: SqlValue}[]
  /** `shapePath` of each attribute path that holds an object or an array. */
  shapes: string[]
}

/** The name under which it is noted that some document holds, or once held, an object or an array at a path: there, a missing value is no null. */
export function shapePath(path: string): string {
  return `${path}{}`
}

/** Attributes that other columns answer, or that nobody filters by. */
const unindexed = new Set(['_id', '_type', '_rev', '_key', '_ref', '_weak'])

/**
 * Indexes every scalar that is reached through objects alone, and the scalar members of arrays reached so. What lies
 * inside arrays of objects (Portable Text above all) is left out: no GROQ attribute path reaches it, and it is most of a document.
 */
export function indexEntriesOf(document: JsonObject): IndexEntries {
  const entries: IndexEntries = {references: referencesOf(document), values: [], shapes: []}
  collect(document, '', entries)
  return entries
}

/** What the value index holds of a document at one path. */
export function indexValuesAt(document: JsonObject | undefined, path: string): SqlValue[] {
  if (document === undefined) return []
  return indexEntriesOf(document).values.flatMap((entry) => (entry.path === path ? [entry.value] : []))
}

/** Whether the value index knows about this path; for any other path it cannot narrow. */
export function isIndexedPath(path: string): boolean {
  return path !== '' && !path.includes('[') && path.split('.').every((name) => !unindexed.has(name))
}

function collect(object: JsonObject, prefix: string, entries: IndexEntries): void {
  const {values, shapes} = entries
  for (const key in object) {
    const field = object[key]
    if (field === undefined || field === null || unindexed.has(key) || key.includes('.') || key.includes('[')) continue
    const path = prefix + key
    if (isScalar(field)) {
      values.push({path, value: indexValue(field)})
      continue
    }
    shapes.push(shapePath(path))
    if (Array.isArray(field)) collectMembers(field, `${path}[]`, values)
    else if (isObject(field)) collect(field, `${path}.`, entries)
  }
}

function collectMembers(members: JsonValue[], path: string, values: IndexEntries['values']): void {
  if (isObject(members[0])) members = members.filter(isScalar)
  for (const member of new Set(members)) if (isScalar(member)) values.push({path, value: indexValue(member)})
}
