import {canonicalJson} from './canonicalJson.ts'
import {hashText} from './hashText.ts'

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
