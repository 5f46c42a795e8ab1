import {plainId} from '../ids/plainId.ts'
import type {SeedType} from '../ids/seedTypes.ts'
import {fieldNames} from './fingerprint.ts'
import type {AnyDocument} from './types.ts'

/** A document that stands in for a page that the site refers to and does not have. */
export interface StubDocument {
  _id: string
  _type: SeedType
  name?: string
  title?: string
  slug: {_type: 'slug'; current: string}
}

/** No more than what it is called. */
export function stubDocument(_id: string, _type: SeedType, name: string, slug: string): StubDocument {
  const called = _type === 'author' ? {name} : {title: name}
  return {_id, _type, ...called, slug: {_type: 'slug', current: slug === '' ? name : slug}}
}

/**
 * Whether an import made it, and nobody has given it more than a name. A talk is always a page of its own; so is what was made in the
 * Studio, whose id no reference of a file leads to.
 */
export function isStub(document: AnyDocument): boolean {
  const {_id, _type, hugo} = document
  if (hugo || _type === 'talk' || !plainId(_id).startsWith(`${_type}-`)) return false
  return fieldNames(document).every((name) => ['name', 'title', 'slug'].includes(name))
}
