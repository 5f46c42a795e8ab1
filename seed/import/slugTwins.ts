import type {AnyDocument} from '../documents/types.ts'
import type {Notice} from '../notices.ts'

/** Remembers the slugs of the documents of one import. */
export interface SlugTwins {
  /** A notice when a document before this one has its type, language and slug: the Studio, and a frontend, tell such pages apart by nothing else. */
  check(document: AnyDocument, path: string): Notice[]
}

/** No slugs yet. */
export function createSlugTwins(): SlugTwins {
  const paths = new Map<string, string>()
  return {
    check({_type, slug, hugo}, path) {
      if (slug === undefined) return []
      const name = [hugo?.language ?? '', _type, slug.current].join('/')
      const twin = paths.get(name)
      if (twin === undefined) paths.set(name, path)
      if (twin === undefined || twin === path) return []
      const composed =
        twin.normalize() === path.normalize() ? ', whose name has its letters composed in another way' : ''
      const message = `Has the same slug as ${twin}${composed}: the Studio will ask for another one, and a frontend that looks for the slug finds one of the two.`
      return [{kind: 'sameSlug', path, field: 'slug', message, value: slug.current}]
    },
  }
}
