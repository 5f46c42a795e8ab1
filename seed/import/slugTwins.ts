import type {AnyDocument} from '../documents/types.ts'
import type {Notice} from '../notices.ts'

/** Remembers the slugs and addresses of the documents of one import. */
export interface SlugTwins {
  /**
   * A notice when a document before this one has its type, language and slug: the Studio, and a frontend, tell such pages apart by
   * nothing else. So it is when it has its address, as Hugo writes `Talk` and `talk` to one place.
   */
  check(document: AnyDocument, path: string): Notice[]
}

/** No slugs yet. */
export function createSlugTwins(): SlugTwins {
  const [bySlug, byAddress] = [new Map<string, string>(), new Map<string, string>()]
  return {
    check({_type, slug, hugo}, path) {
      if (slug === undefined) return []
      const twin = twinIn(bySlug, [hugo?.language ?? '', _type, slug.current].join('/'), path)
      const neighbour = hugo?.address === undefined ? undefined : twinIn(byAddress, hugo.address, path)
      const message =
        twin === undefined
          ? neighbour &&
            `Has the same address as ${neighbour}: Hugo shows one of the two there. Give one of them another slug.`
          : `Has the same slug as ${twin}${composed(twin, path)}: the Studio will ask for another one, and a frontend that looks for the slug finds one of the two.`
      return message === undefined ? [] : [{kind: 'sameSlug', path, field: 'slug', message, value: slug.current}]
    },
  }
}

/** The path that was there first, if it is another one. */
function twinIn(paths: Map<string, string>, name: string, path: string): string | undefined {
  const first = paths.get(name)
  if (first === undefined) paths.set(name, path)
  return first === path ? undefined : first
}

function composed(twin: string, path: string): string {
  return twin.normalize() === path.normalize() ? ', whose name has its letters composed in another way' : ''
}
