import type {SanityClient} from '@sanity/client'
import {hashSource} from '../bundle/hashPage.ts'
import {isOvertaken} from './commit.ts'
import {sendPatiently} from './sendPatiently.ts'

// The dot keeps it from the public, and its type from the Studio's lists.
const ID = 'lectern.sync'
/** How often somebody else may be faster. */
const TRIES = 20
/** Of a text's hash: as many as tell a field's value. 10,000 pages need 130 kB for them. */
const DIGITS = 12
/** A path and what its text was; a record of before there were hashes has only the path. No page's name ends like this. */
const LINE = new RegExp(`^(.*)\\t([0-9a-f]{${DIGITS}})$`)

/** What the lake has had: it stays when a document goes, and when a hosted lake has forgotten its history. */
export interface SyncRecord {
  /** Paths of the files that have had a document, each with the beginning of the hash of the text that it had last; '' where that is not known. */
  texts: ReadonlyMap<string, string>
  /** Nothing of a lake that has no record yet. */
  rev?: string
}

/**
 * Whether a file has the text that the lake had of it last; nothing where the record does not say.
 * @param text Nothing of a file that cannot be read.
 */
export function isAsSynced(
  {texts}: SyncRecord,
  path: string,
  text: string | undefined,
): 'same' | 'changed' | undefined {
  const recorded = texts.get(path) ?? ''
  if (recorded === '') return undefined
  return text !== undefined && beginning(hashSource(text)) === recorded ? 'same' : 'changed'
}

function beginning(hash: string): string {
  return hash.slice(0, DIGITS)
}

/** Reads the record: only files in it may ever be removed as deleted. */
export async function readSyncRecord(client: SanityClient): Promise<SyncRecord> {
  const query = '*[_id == $id][0]{paths, "rev": _rev}'
  const record = await client.fetch<{paths: string | null; rev: string} | null>(query, {id: ID}, {perspective: 'raw'})
  if (!record) return {texts: new Map()}
  const lines = (record.paths ?? '').split('\n').filter((line) => line !== '')
  return {texts: new Map(lines.map(readLine)), rev: record.rev}
}

function readLine(line: string): [path: string, text: string] {
  const [, path = line, text = ''] = LINE.exec(line) ?? []
  return [path, text]
}

/** What is to be remembered. */
export interface Synced {
  /** Paths, each with `hashSource` of the text that the lake has of it; `undefined` leaves what the record says of it. */
  added: ReadonlyMap<string, string | undefined>
  removed?: readonly string[]
}

/**
 * Adds paths to the record and takes others out; nothing is sent when it would not change. What another import or export
 * recorded meanwhile stays: of what `before` says already nothing is said again.
 * @param before The record as it was read before.
 */
export async function recordSynced(client: SanityClient, before: SyncRecord, synced: Synced): Promise<void> {
  const changes = changesOf(before, synced)
  for (let tries = 1, record = before; ; tries++) {
    const {rev, texts} = record
    if (changes.every(([path, text]) => texts.get(path) === text)) return
    const paths = writeRecord(new Map([...texts, ...changes]))
    const mutation =
      rev === undefined
        ? {create: {_id: ID, _type: 'lecternSync', paths}}
        : {patch: {id: ID, ifRevisionID: rev, set: {paths}}}
    try {
      await sendPatiently(() => client.mutate([mutation], {visibility: 'async', returnDocuments: false}))
      return
    } catch (error) {
      if (!isOvertaken(error) || tries === TRIES) throw error
      record = await readSyncRecord(client)
    }
  }
}

/** What the record is to say of some paths; `undefined` of those that leave it. */
function changesOf(
  {texts}: SyncRecord,
  {added, removed = []}: Synced,
): Array<[path: string, text: string | undefined]> {
  const leaving = new Set(removed)
  const stays = [...added].filter(([path]) => !leaving.has(path))
  return [
    ...stays.map(([path, hash]): [string, string] => [
      path,
      hash === undefined ? (texts.get(path) ?? '') : beginning(hash),
    ]),
    ...removed.map((path): [string, undefined] => [path, undefined]),
  ].filter(([path, text]) => texts.get(path) !== text)
}

function writeRecord(texts: ReadonlyMap<string, string | undefined>): string {
  const lines = [...texts].map(([path, text]) =>
    text === undefined ? [] : text === '' ? [path] : [`${path}\t${text}`],
  )
  return lines.flat().sort().join('\n')
}
