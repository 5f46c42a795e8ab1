import type {PageFile} from '../bundle/findPages.ts'
import type {Stub} from '../documents/reader.ts'
import type {AnyDocument} from '../documents/types.ts'
import {urlize} from '../documents/urlize.ts'
import {SEED_TYPES} from '../ids/seedTypes.ts'
import {isRecord} from '../values/isRecord.ts'
import type {ImportRun} from './importRun.ts'

/**
 * Pages of the site of which the lake has nothing, though their turn has come: they were refused. By the ids that they would have.
 * @param type The type whose turn it is: pages of the types before it are in the lake, if they can be.
 */
export function findAbsent(type: PageFile['type'], {site, view, written}: ImportRun): ReadonlyMap<string, PageFile> {
  const earlier = new Set(SEED_TYPES.slice(0, SEED_TYPES.indexOf(type)))
  const absent = site.pages.filter((file) => earlier.has(file.type) && !written.has(view.idOf(file)))
  return new Map(absent.map((file) => [view.idOf(file), file]))
}

/**
 * Stands in for the absent pages that a document refers to, as for those that the site does not have: a lake refuses a reference to
 * nothing, and one page that cannot be read would keep all others out. The page fills its stub when it can be read.
 */
export function stubsOfAbsent(document: AnyDocument, absent: ReadonlyMap<string, PageFile>, {site}: ImportRun): Stub[] {
  if (absent.size === 0) return []
  return [...new Set(referencesIn(document))].flatMap((_id) => {
    const file = absent.get(_id)
    if (!file || file.type === 'talk') return []
    return [{_id, _type: file.type, name: file.name, slug: urlize(file.name, site.config.removePathAccents)}]
  })
}

function referencesIn(value: unknown): string[] {
  if (!isRecord(value)) return []
  const own = typeof value['_ref'] === 'string' ? [value['_ref']] : []
  return [...own, ...Object.values(value).flatMap(referencesIn)]
}
