import type {JsonValue, LakeDocument} from '../document.ts'
import {isPlainObject, type JsonObject} from '../mutations/jsonValues.ts'
import {referencesOf} from '../mutations/referencesOf.ts'
import {indexValue, isScalar} from './indexValue.ts'
import type {SqlValue} from './openDatabase.ts'

/** What the index tables hold for one document. */
export interface IndexEntries {
  /** Target id to whether the reference is strong. */
  references: Map<string, boolean>
  /** Attribute paths with their values, without repetitions. `tags[]` holds the members of `tags`. */
  values: {path: string; value: SqlValue}[]
}

/** Attributes that other columns answer, or that nobody filters by. */
const unindexed = new Set(['_id', '_type', '_rev', '_key', '_ref', '_weak'])

/**
 * Indexes every scalar that is reached through objects alone, and the scalar members of arrays reached so. What lies
 * inside arrays of objects (Portable Text above all) is left out: no GROQ attribute path reaches it, and it is most of a document.
 */
export function indexEntriesOf(document: LakeDocument): IndexEntries {
  const values: IndexEntries['values'] = []
  collect(document, '', values)
  return {references: referencesOf(document), values}
}

/** Whether the value index knows about this path; for any other path it cannot narrow. */
export function isIndexedPath(path: string): boolean {
  return path !== '' && !path.includes('[') && path.split('.').every((name) => !unindexed.has(name))
}

function collect(object: JsonObject, prefix: string, values: IndexEntries['values']): void {
  for (const key in object) {
    const field = object[key]
    if (field === undefined || field === null || unindexed.has(key) || key.includes('.') || key.includes('[')) continue
    const path = prefix + key
    if (isScalar(field)) values.push({path, value: indexValue(field)})
    else if (Array.isArray(field)) collectMembers(field, `${path}[]`, values)
    else if (isPlainObject(field)) collect(field, `${path}.`, values)
  }
}

function collectMembers(members: JsonValue[], path: string, values: IndexEntries['values']): void {
  if (isPlainObject(members[0])) members = members.filter(isScalar)
  for (const member of new Set(members)) if (isScalar(member)) values.push({path, value: indexValue(member)})
}
