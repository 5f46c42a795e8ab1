import type {MapDocument} from 'sanity'

/** What a copy has of the record of its original's file. */
const KEPT: ReadonlySet<string> = new Set(['language', 'files', 'unknown'])

/**
 * What a duplicate has of its original: everything but its addresses and the file that it came from. With the same slug neither of the two could be
 * published, an export would move the file to the copy's address, and the former addresses lead to the original. It is in the same
 * language, and has the files that its text names and the front matter for which there is no field.
 */
export const asCopy: MapDocument = (original) => {
  const {hugo, slug: _, ...document} = original
  const kept = isObject(hugo) ? Object.entries(hugo).filter(([name]) => KEPT.has(name)) : []
  const copy = kept.length === 0 ? document : {...document, hugo: {_type: 'hugoSource', ...Object.fromEntries(kept)}}
  const settings = document['pageSettings']
  if (!isObject(settings) || !('aliases' in settings)) return copy
  const {aliases: __, ...pageSettings} = settings
  return {...copy, pageSettings}
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
