import {fieldOf} from '../documents/fingerprint.ts'
import {matchItems} from '../matchItems.ts'
import {hashContent} from '../values/hashContent.ts'
import {hashText} from '../values/hashText.ts'
import {isRecord} from '../values/isRecord.ts'

/** Which side wins where both changed the same thing: nobody (it is a conflict) when undefined. */
export type Prefer = 'file' | 'studio' | undefined

/** A merged value, or the news that both sides changed it in different ways. */
export type Merged = {conflict: false; value: unknown} | {conflict: true}

/**
 * Merges one value of which the file and the Studio hold versions made from the same base. Laws: what only one side
 * changed is taken; what both changed in the same way is taken; lists are merged item by item, settings one by one.
 */
export function mergeValue(base: unknown, file: unknown, studio: unknown, prefer?: Prefer): Merged {
  const [was, theirs, ours] = [hashContent(base), hashContent(file), hashContent(studio)]
  if (theirs === ours || theirs === was) return {conflict: false, value: studio}
  if (ours === was) return {conflict: false, value: file}
  if (Array.isArray(file) && Array.isArray(studio))
    return mergeList(Array.isArray(base) ? base : [], file, studio, prefer)
  const members = asMembers(base, file, studio)
  if (members) return mergeMembers(...members, prefer)
  if (prefer) return {conflict: false, value: prefer === 'file' ? file : studio}
  return {conflict: true}
}

type Members = Readonly<Record<string, unknown>>

/**
 * The versions of a value whose members stand for themselves: settings of a page do, and what is said of one and the same
 * picture. Those of an address belong together, as those of an event do. Nothing for any other value.
 */
function asMembers(base: unknown, file: unknown, studio: unknown): [Members, Members, Members] | undefined {
  if (!isRecord(file) || !isRecord(studio) || file['_type'] !== studio['_type']) return undefined
  if (file['_type'] === 'pageSettings') return [isRecord(base) ? base : {}, file, studio]
  if (file['_type'] !== 'image' || !isRecord(base)) return undefined
  const pictures = new Set([base, file, studio].map(({asset}) => hashContent(asset)))
  return pictures.size === 1 ? [base, file, studio] : undefined
}

function mergeMembers(base: Members, file: Members, studio: Members, prefer: Prefer): Merged {
  const names = [...new Set([...Object.keys(studio), ...Object.keys(file)])]
  const merged = names.map((name) => [name, mergeValue(base[name], file[name], studio[name], prefer)] as const)
  if (merged.some(([, {conflict}]) => conflict)) return {conflict: true}
  const members = merged.flatMap(([name, one]) => (one.conflict || one.value === undefined ? [] : [[name, one.value]]))
  return {conflict: false, value: Object.fromEntries(members)}
}

/** An item of a merged list, and the side that alone put it there. */
interface MergedItem {
  item: unknown
  from: 'file' | 'studio' | 'both'
}

/** diff3 over items, which are equal when their content is: between two items that all three share, one side may change. */
function mergeList(
  base: readonly unknown[],
  file: readonly unknown[],
  studio: readonly unknown[],
  prefer: Prefer,
): Merged {
  const hashes = [base, file, studio].map((list) => list.map(hashContent))
  const [was = [], theirs = [], ours = []] = hashes
  const inFile = matchItems(was, theirs)
  const inStudio = matchItems(was, ours)
  const merged: MergedItem[] = []
  let [baseAt, fileAt, studioAt] = [0, 0, 0]
  for (let index = 0; index <= was.length; index++) {
    const [fileTo, studioTo] = index < was.length ? [inFile[index], inStudio[index]] : [file.length, studio.length]
    if (fileTo === undefined || studioTo === undefined) continue
    const chunk = mergeChunk(
      base.slice(baseAt, index),
      file.slice(fileAt, fileTo),
      studio.slice(studioAt, studioTo),
      prefer,
    )
    if (!chunk) return {conflict: true}
    merged.push(...chunk)
    if (index < was.length) merged.push({item: studio[studioTo], from: 'both'})
    ;[baseAt, fileAt, studioAt] = [index + 1, fileTo + 1, studioTo + 1]
  }
  return withoutCopies(merged, [theirs, ours], prefer)
}

function mergeChunk(base: unknown[], file: unknown[], studio: unknown[], prefer: Prefer): MergedItem[] | undefined {
  const [was, theirs, ours] = [hashContent(base), hashContent(file), hashContent(studio)]
  const take = (items: unknown[], from: MergedItem['from']) => items.map((item) => ({item, from}))
  if (theirs === ours) return take(studio, 'both')
  if (theirs === was || (ours !== was && prefer === 'studio')) return take(studio, 'studio')
  return ours === was || prefer === 'file' ? take(file, 'file') : undefined
}

/** An item that one side moved and the other left, or moved elsewhere, is there twice: no side has it as often. */
function withoutCopies(merged: readonly MergedItem[], sides: readonly string[][], prefer: Prefer): Merged {
  const hashes = merged.map(({item}) => hashContent(item))
  const wanted = sides.map(countEach)
  const surplus = new Map(
    [...countEach(hashes)].map(([hash, times]) => [
      hash,
      times - Math.max(...wanted.map((side) => side.get(hash) ?? 0)),
    ]),
  )
  if (![...surplus.values()].some((times) => times > 0)) return {conflict: false, value: withOwnKeys(merged)}
  if (!prefer) return {conflict: true}
  const kept = merged.filter(({from}, index) => {
    const hash = hashes[index] ?? ''
    const left = surplus.get(hash) ?? 0
    if (left <= 0 || from === prefer || from === 'both') return true
    surplus.set(hash, left - 1)
    return false
  })
  return {conflict: false, value: withOwnKeys(kept)}
}

function countEach(hashes: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const hash of hashes) counts.set(hash, (counts.get(hash) ?? 0) + 1)
  return counts
}

/** An editor's block keeps its key when its text changes; the file may still have a block of that key. */
function withOwnKeys(merged: readonly MergedItem[]): unknown[] {
  const taken = new Set<string>()
  return merged.map(({item}) => {
    const key = fieldOf(typeof item === 'object' && item !== null ? item : undefined, '_key')
    if (typeof key !== 'string') return item
    let own = key
    for (let number = 1; taken.has(own); number++) own = hashText(`${key}#${number}`)
    taken.add(own)
    return own === key ? item : {...Object(item), _key: own}
  })
}
