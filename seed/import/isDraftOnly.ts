import type {SeedType} from '../ids/seedTypes.ts'

/**
 * Whether a page that says `draft: true` is a draft in the lake. A talk is. Authors, projects and slide decks are published, because talks refer to
 * them and a reference leads to nothing but published documents; unless the lake has the document as a draft and nothing else.
 */
export function isDraftOnly(says: boolean, type: SeedType, stored: {published?: object; open?: object}): boolean {
  return says && (type === 'talk' || (stored.open !== undefined && stored.published === undefined))
}
