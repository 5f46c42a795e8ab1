import {blockMeaning} from '../blockMeaning.ts'
import type {Body, BodyBlock} from '../types.ts'

/** A current block and the block of the source that it is or was. */
export interface Match {
  block: BodyBlock
  /** Index in the base, -1 for a new block. */
  base: number
  changed: boolean
}

/**
 * Finds each current block in the base: one that says the same, else the one that had its key. A base block is used once.
 * Keys alone do not tell: they hash what a block said, so after an export a copy has the key of its original.
 */
export function matchBlocks(base: Body, current: Body): Match[] {
  const equal = matchEqual(base, current)
  const used = new Set(equal.values())
  const byKey = new Map(base.map(({_key}, index) => [_key, index]))
  return current.map((block, index) => {
    const same = equal.get(index)
    if (same !== undefined) return {block, base: same, changed: false}
    const place = byKey.get(block._key) ?? -1
    if (used.has(place) || base[place]?._type !== block._type) return {block, base: -1, changed: true}
    used.add(place)
    return {block, base: place, changed: true}
  })
}

/** Base indices by the current indices of blocks that say the same; among equal ones both are in order. */
function matchEqual(base: Body, current: Body): Map<number, number> {
  const places = indicesByMeaning(base)
  const matched = new Map<number, number>()
  for (const [meaning, wanted] of indicesByMeaning(current)) {
    const given = places.get(meaning) ?? []
    const byKey = new Map(given.map((index) => [base[index]?._key, index]))
    const kept = wanted.flatMap((index) => byKey.get(current[index]?._key) ?? [])
    const keepers = wanted.filter((index) => byKey.has(current[index]?._key))
    const count = Math.min(wanted.length, given.length)
    const from = firstInOrder([...kept, ...given], count)
    for (const [at, index] of firstInOrder([...keepers, ...wanted], count).entries()) matched.set(index, from[at] ?? -1)
  }
  return matched
}

function firstInOrder(indices: readonly number[], count: number): number[] {
  return [...new Set(indices)].slice(0, count).toSorted((a, b) => a - b)
}

function indicesByMeaning(blocks: Body): Map<string, number[]> {
  const indices = new Map<string, number[]>()
  for (const [index, block] of blocks.entries()) {
    const meaning = blockMeaning(block)
    const list = indices.get(meaning)
    if (list === undefined) indices.set(meaning, [index])
    else list.push(index)
  }
  return indices
}

/** Whether nothing was changed, added, moved or removed. */
export function isUntouched(matches: readonly Match[], base: Body): boolean {
  return matches.length === base.length && matches.every((match, index) => match.base === index && !match.changed)
}
