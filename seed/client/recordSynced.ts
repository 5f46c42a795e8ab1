import {isDeepStrictEqual} from 'node:util'
import type {SanityClient} from '@sanity/client'
import type {Mutation} from '../plan/plan.ts'
import {hashText} from '../values/hashText.ts'
import {commit} from './commit.ts'
import {SYNC_ID, type SyncRecord, readSyncRecord, syncHash, writeLine} from './syncRecord.ts'

/** How often somebody else may be faster. */
const TRIES = 20
/** Characters in one document of the record, on the average: some 13,000 pages. A hosted lake takes 4 MB, also in Korean. */
const PART = 1_000_000

/** What is to be remembered. */
export interface Synced {
  /** Paths, each with `hashSource` of the text that the lake has of it; `undefined` leaves what the record says of it. */
  added: ReadonlyMap<string, string | undefined>
  removed?: readonly string[]
  /** Ids of the notes that this run has made of it so far. */
  notes?: readonly string[]
  /** Codes of the site's languages, the default one first; `undefined` leaves what the record says. */
  languages?: readonly string[]
  /** Code of the site's language; `undefined` leaves what the record says. */
  language?: string | undefined
}

/**
 * Adds paths to the record, takes others out, and puts notes with the rest; nothing is sent when it would not change. What
 * another import or export recorded meanwhile stays: of what `before` says already nothing is said again.
 * @param before The record as it was read before.
 */
export async function recordSynced(client: SanityClient, before: SyncRecord, synced: Synced): Promise<void> {
  const changes = changesOf(before, synced)
  for (let tries = 1, record = before; ; tries++) {
    const {overtaken} = await commit(client, planRecord(record, changes, synced))
    if (!overtaken) return
    if (tries === TRIES) throw overtaken
    record = await readSyncRecord(client)
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
      hash === undefined ? (texts.get(path) ?? '') : syncHash(hash),
    ]),
    ...removed.map((path): [string, undefined] => [path, undefined]),
  ].filter(([path, text]) => texts.get(path) !== text)
}

/** The last part first: when their number grows, lines go to later ones, and are never in none. Notes go when all of it is written. */
function planRecord(
  {texts, parts, languages: known, language: knownLanguage}: SyncRecord,
  changes: ReadonlyArray<readonly [path: string, text: string | undefined]>,
  {notes = [], languages = known, language = knownLanguage}: Synced,
): Mutation[][] {
  const divided = divide(new Map([...texts, ...changes]), [...parts.keys()])
  const writes = [...divided].toReversed().flatMap(([id, paths]) => {
    const part = parts.get(id)
    const areNew = id === SYNC_ID && !isDeepStrictEqual([languages, language], [known, knownLanguage])
    if (paths === (part?.paths ?? '') && !areNew) return []
    const set = {paths, ...(areNew && {languages: [...languages], ...(language !== undefined && {language})})}
    const write: Mutation = part
      ? {patch: {id, ifRevisionID: part.rev, set}}
      : {create: {_id: id, _type: 'lecternSync', ...set}}
    return [[write]]
  })
  const done = [...new Set([...parts.keys(), ...notes])].filter((id) => !divided.has(id))
  return done.length === 0 ? writes : [...writes, done.map((id) => ({delete: {id}}))]
}

/** The lines of every part, by its id. Their number is a power of two, so that half of the lines stay where they are when it grows. */
function divide(texts: ReadonlyMap<string, string | undefined>, ids: readonly string[]): Map<string, string> {
  const lines = [...texts].flatMap(([path, text]) =>
    text === undefined ? [] : [[path, writeLine([path, text])] as const],
  )
  const size = lines.reduce((sum, [, line]) => sum + line.length + 1, 0)
  let count = 1
  while (size > count * PART || ids.includes(partId(count))) count *= 2
  const parts = Array.from({length: count}, (): string[] => [])
  for (const [path, line] of lines) parts[count === 1 ? 0 : Number.parseInt(hashText(path, 8), 16) % count]?.push(line)
  return new Map(parts.map((part, index) => [partId(index), part.sort().join('\n')]))
}

function partId(index: number): string {
  return index === 0 ? SYNC_ID : `${SYNC_ID}.part-${index}`
}
