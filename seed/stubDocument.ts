import type {SeedType} from './ids.ts'

/** A document that stands in for a page that the site refers to and does not have. */
export interface StubDocument {
  _id: string
  _type: SeedType
  name?: string
  title?: string
  slug: {_type: 'slug'; current: string}
}

/** No more than what it is called. */
export function stubDocument(_id: string, _type: SeedType, name: string, slug = name): StubDocument {
  const called = _type === 'author' ? {name} : {title: name}
  return {_id, _type, ...called, slug: {_type: 'slug', current: slug.normalize('NFC')}}
}
