import {hashContent} from './ids.ts'
import {matchItems} from './matchItems.ts'

/** Which side wins where both changed the same thing: nobody (it is a conflict) when undefined. */
export type Prefer = 'file' | 'studio' | undefined

/** A merged value, or the news that both sides changed it in different ways. */
export type Merged = {conflict: false; value: unknown} | {conflict: true}

/**
 * Merges one value of which the file and the Studio hold versions made from the same base. Laws: what only one side
 * changed is taken; what both changed in the same way is taken; lists are merged item by item.
 */
export function mergeValue(base: unknown, file: unknown, studio: unknown, prefer?: Prefer): Merged {
  const [was, theirs, ours] = [hashContent(base), hashContent(file), hashContent(studio)]
  if (theirs === ours || theirs === was) return {conflict: false, value: studio}
  if (ours === was) return {conflict: false, value: file}
  if (Array.isArray(file) && Array.isArray(studio))
    return mergeList(Array.isArray(base) ? base : [], file, studio, prefer)
  if (prefer) return {conflict: false, value: prefer === 'file' ? file : studio}
  return {conflict: true}
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
  const merged: unknown[] = []
  let [baseAt, fileAt, studioAt] = [0, 0, 0]
  for (let index = 0; index <= was.length; index++) {
    const [fileTo, studioTo] = index < was.length ? [inFile[index], inStudio[index]] : [file.length, studio.length]
    if (fileTo === undefined || studioTo === undefined) continue
    const chunk = mergeValueChunk(
      base.slice(baseAt, index),
      file.slice(fileAt, fileTo),
      studio.slice(studioAt, studioTo),
      prefer,
    )
    if (!chunk) return {conflict: true}
    merged.push(...chunk)
    if (index < was.length) merged.push(studio[studioTo])
    ;[baseAt, fileAt, studioAt] = [index + 1, fileTo + 1, studioTo + 1]
  }
  return {conflict: false, value: merged}
}

function mergeValueChunk(base: unknown[], file: unknown[], studio: unknown[], prefer: Prefer): unknown[] | undefined {
  const [was, theirs, ours] = [hashContent(base), hashContent(file), hashContent(studio)]
  if (theirs === ours || theirs === was) return studio
  if (ours === was || prefer === 'file') return file
  return prefer === 'studio' ? studio : undefined
}
