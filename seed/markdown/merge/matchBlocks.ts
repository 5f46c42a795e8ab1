import {blockMeaning} from '../blockMeaning.ts'
import type {Body, BodyBlock} from '../types.ts'

/** A current block and the block of the source that it is or was. */
export interface Match {
  block: BodyBlock
  /** Index in the base, -1 for a new block. */
  base: number
  changed: boolean
}

/** Finds each current block in the base: by key, else by content. A base block is used once. */
export function matchBlocks(base: Body, current: Body): Match[] {
  const meanings = base.map(blockMeaning)
  const byKey = new Map(base.map(({_key}, index) => [_key, index]))
  const used = new Set<number>()
  const matches = current.map((block): Match & {meaning: string} => {
    const meaning = blockMeaning(block)
    const index = byKey.get(block._key) ?? -1
    const isSame = index >= 0 && !used.has(index) && base[index]?._type === block._type
    if (!isSame) return {block, base: -1, changed: true, meaning}
    used.add(index)
    return {block, base: index, changed: meanings[index] !== meaning, meaning}
  })
  return matches.map(({block, base: index, changed, meaning}) => {
    if (!changed || index >= 0) return {block, base: index, changed}
    const found = meanings.findIndex((other, candidate) => other === meaning && !used.has(candidate))
    if (found < 0) return {block, base: -1, changed: true}
    used.add(found)
    return {block, base: found, changed: false}
  })
}

/** Whether nothing was changed, added, moved or removed. */
export function isUntouched(matches: readonly Match[], base: Body): boolean {
  return matches.length === base.length && matches.every((match, index) => match.base === index && !match.changed)
}
