import {hash} from 'node:crypto'

/** Document types that a Hugo site's files become; each refers only to those before it, and to its own. */
export const SEED_TYPES = ['author', 'slideDeck', 'project', 'talk'] as const
export type SeedType = (typeof SEED_TYPES)[number]

/** A document's id without `drafts.`. */
export function plainId(id: string): string {
  return id.replace(/^drafts\./, '')
}

/**
 * JSON with sorted keys (whole numbers first, as objects keep them) and without any `_key`, and
 * blind to whether a reference is strong, which follows from what is published: two values are the same
 * content exactly when this text is the same. `undefined` members count as absent, as in JSON.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(inOrder(value)) ?? 'null'
}

const BLIND: ReadonlySet<string> = new Set(['_key', '_weak', '_strengthenOnPublish'])

/** A copy whose members stand in order. Writing it in one go takes half the time of writing the text piece by piece. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (!isRecord(value)) return value
  const copy: Record<string, unknown> = {}
  for (const name of sortNames(Object.keys(value))) {
    const member = inOrder(value[name])
    if (name === '__proto__') Object.defineProperty(copy, name, {value: member, enumerable: true})
    else if (!BLIND.has(name)) copy[name] = member
  }
  return copy
}

/** By code units. Objects are small, and sorting them is most of the work. */
function sortNames(names: string[]): string[] {
  if (names.length > 20) return names.sort()
  for (let index = 1; index < names.length; index++) {
    const name = names[index] ?? ''
    let place = index
    for (; place > 0 && (names[place - 1] ?? '') > name; place--) names[place] = names[place - 1] ?? ''
    names[place] = name
  }
  return names
}

/** An object or a list. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

/** First `length` hex digits of the SHA-1 of a text. */
export function hashText(text: string, length = 12): string {
  return hash('sha1', text, 'hex').slice(0, length)
}

/**
 * Hash of a value's content: blind to `_key`s, to the strength of references, to the order of members and, of an instant, to
 * milliseconds that are none: Sanity's own input of a date writes them, a page does not. 12 hex digits.
 */
export function hashContent(value: unknown): string {
  return hashText(canonicalJson(typeof value === 'string' ? value.replace(NO_MILLISECONDS, '$1Z') : value))
}

const NO_MILLISECONDS = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)\.000Z$/

/**
 * A key maker for the items of one array. An item's key is the hash of its content and of how many equal items came
 * before it, so a key says whether its item was edited, and inserting an item leaves the other keys alone.
 */
export function createKeys(): (item: unknown) => string {
  const occurrences = new Map<string, number>()
  return (item) => {
    const content = canonicalJson(item)
    const occurrence = occurrences.get(content) ?? 0
    occurrences.set(content, occurrence + 1)
    return hashKnown(occurrence === 0 ? content : `${content}#${occurrence}`)
  }
}

/** Hashes of the items that many pages share: their authors, tags and links. */
const knownHashes = new Map<string, string>()
const KNOWN_HASHES = 1000

function hashKnown(content: string): string {
  const known = knownHashes.get(content)
  if (known !== undefined) return known
  const made = hashText(content)
  if (content.length < 200 && knownHashes.size < KNOWN_HASHES) knownHashes.set(content, made)
  return made
}

/** The items of one array, each with its content-addressed `_key`. */
export function withKeys<T extends object>(items: readonly T[]): Array<T & {_key: string}> {
  const key = createKeys()
  return items.map((item) => ({...item, _key: key(item)}))
}

/**
 * The id of the document for a name inside its section: the same for the file itself and for whoever refers to it.
 * Sanity allows `a-zA-Z0-9_-` (a dot would make it private), so other letters are replaced by a hash of the whole name.
 * @param name Folder or file name without extension, as `urlize` gives it: `admin`, `백엔드-개발`.
 * @param language Set for a translation that has a file of its own.
 */
export function documentId(type: SeedType, name: string, language?: string): string {
  const normal = name.normalize('NFC')
  const suffix = language === undefined ? '' : `--${language}`
  if (/^[a-z0-9_]+(-[a-z0-9_]+)*$/.test(normal) && normal.length <= 80) return `${type}-${normal}${suffix}`
  const readable = normal
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40)
  return [type, readable, hashText(normal)].filter((part) => part !== '').join('-') + suffix
}

/** The id of a talk: its file's path, so that `event/x` and `talk/x` stay two talks. */
export function talkId(path: string): string {
  const normal = path.normalize('NFC')
  const name = normal.replace(/(\/index)?(\.[a-z-]{2,10})?\.[a-z]+$/i, '')
  const readable = name
    .slice(name.lastIndexOf('/') + 1)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40)
  return readable === '' ? `talk-${hashText(normal)}` : `talk-${readable}-${hashText(normal)}`
}
