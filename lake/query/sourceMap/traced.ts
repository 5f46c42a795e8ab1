import type {LakeDocument} from '../../document.ts'
import {attributeOf} from '../compiled/plainValues.ts'
import {computedAttributes} from '../planner/attributePath.ts'

/** A step into a value: an attribute, or a member of an array with the `_key` it has. */
export type PathSegment = string | {index: number; key: string | undefined}

/** A value and where it comes from: a place in a document, or parts that have been put together here. */
export type Traced =
  | {kind: 'source'; value: unknown; document: LakeDocument; path: readonly PathSegment[]}
  | {kind: 'array'; value: unknown[]; items: readonly Traced[]}
  | {kind: 'object'; value: Record<string, unknown>; members: ReadonlyMap<string, Traced>}
  | {kind: 'unknown'; value: unknown}

/** A value whose origin cannot be told. */
export function unknownOrigin(value: unknown): Traced {
  return {kind: 'unknown', value: value ?? null}
}

/** A whole document, as a view shows it. */
export function tracedDocument(document: LakeDocument): Traced {
  return {kind: 'source', value: document, document, path: []}
}

/** An array that the query made. */
export function tracedArray(items: readonly Traced[]): Traced {
  return {kind: 'array', value: items.map(({value}) => value), items}
}

/** An object that the query made. */
export function tracedObject(members: ReadonlyMap<string, Traced>): Traced {
  const value = Object.fromEntries(Array.from(members, ([name, member]) => [name, member.value]))
  return {kind: 'object', value, members}
}

/** An attribute; null for what has none. */
export function memberOf(traced: Traced, name: string): Traced {
  if (traced.kind === 'object') return traced.members.get(name) ?? unknownOrigin(null)
  const value = attributeOf(traced.value, name)
  if (traced.kind !== 'source' || (traced.path.length === 0 && computedAttributes.has(name)))
    return unknownOrigin(value)
  return {...traced, value, path: [...traced.path, name]}
}

/** The members of an array, or undefined for anything else. */
export function itemsOf(traced: Traced): readonly Traced[] | undefined {
  if (traced.kind === 'array') return traced.items
  if (!Array.isArray(traced.value)) return undefined
  const values: unknown[] = traced.value
  if (traced.kind !== 'source') return values.map(unknownOrigin)
  return values.map((value, index) => {
    const key = attributeOf(value, '_key')
    const segment = {index, key: typeof key === 'string' ? key : undefined}
    return {...traced, value, path: [...traced.path, segment]}
  })
}
