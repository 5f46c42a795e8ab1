import type {SanityClient} from '@sanity/client'
import {hashSource} from '../bundle/hashPage.ts'

// The dots keep it from the public, and its type from the Studio's lists.
/** The record's one document, or of a large one the first; the ids of all others begin like this. */
export const SYNC_ID = 'lectern.sync'
/** Of a text's hash: as many as tell a field's value. 10,000 pages need 130 kB for them. */
const DIGITS = 12
/** A path and what its text was; a record of before there were hashes has only the path. No page's name ends like this. */
const LINE = new RegExp(`^(.*)\\t([0-9a-f]{${DIGITS}})$`)

/** What the lake has had: it stays when a document goes, and when a hosted lake has forgotten its history. */
export interface SyncRecord {
  /** Paths of the files that have had a document, each with the beginning of the hash of the text that it had last; '' where that is not known. */
  texts: ReadonlyMap<string, string>
  /** The documents that it was read from, by id: parts, and notes of what a run has done that did not come to its end. Nothing of a lake without a record. */
  parts: ReadonlyMap<string, SyncPart>
  /** Codes of the site's languages, the default one first; none of a site of one language. The Studio begins documents in that one, and makes translations into the others. */
  languages: readonly string[]
  /** Code of the language that the site's configuration names, of several the default one: the reference site speaks it. */
  language?: string | undefined
}

/** One of these documents. */
interface SyncPart {
  rev: string
  paths: string
}

/**
 * Whether a file has the text that the lake had of it last; nothing where the record does not say.
 * @param text Nothing of a file that cannot be read.
 */
export function isAsSynced(
  {texts}: Pick<SyncRecord, 'texts'>,
  path: string,
  text: string | undefined,
): 'same' | 'changed' | undefined {
  const recorded = texts.get(path) ?? ''
  if (recorded === '') return undefined
  return text !== undefined && syncHash(hashSource(text)) === recorded ? 'same' : 'changed'
}

/** What the record keeps of `hashSource` of a text. */
export function syncHash(source: string): string {
  return source.slice(0, DIGITS)
}

/** Reads the record: only files in it may ever be removed as deleted. Of two documents that name one path the newer is right. */
export async function readSyncRecord(client: SanityClient): Promise<SyncRecord> {
  const query = `*[_type == "lecternSync" && string::startsWith(_id, "${SYNC_ID}")] | order(_updatedAt, _id){_id, "rev": _rev, "paths": coalesce(paths, ""), "languages": coalesce(languages, []), language}`
  const parts = await client.fetch<Array<SyncPart & {_id: string; languages: string[]; language: string | null}>>(
    query,
    {},
    {perspective: 'raw'},
  )
  const lines = parts.flatMap(({paths}) => paths.split('\n').filter((line) => line !== ''))
  const head = parts.find(({_id}) => _id === SYNC_ID)
  return {
    texts: new Map(lines.map(readLine)),
    parts: new Map(parts.map(({_id, rev, paths}) => [_id, {rev, paths}])),
    languages: head?.languages ?? [],
    language: head?.language ?? undefined,
  }
}

function readLine(line: string): [path: string, text: string] {
  const [, path = line, text = ''] = LINE.exec(line) ?? []
  return [path, text]
}

/** A line of the record. */
export function writeLine([path, text]: readonly [path: string, text: string]): string {
  return text === '' ? path : `${path}\t${text}`
}
