import {compareValues} from '../compareValues.ts'
import type {ChainOrder} from './readChain.ts'

/** Something to be sorted, with a value for each key of the order. */
export interface Keyed<Item> {
  item: Item
  keys: readonly unknown[]
}

export interface Portion {
  start: number
  end: number
}

/** Items kept for each one wanted, before those that cannot be among the first are dropped. */
const slack = 4

/** The items of a portion of the sorted whole; equals stay as they come. Holds no more than it may need. */
export function firstSorted<Item>(
  items: Iterable<Keyed<Item>>,
  orders: readonly ChainOrder[],
  {start, end}: Portion,
): Item[] {
  const compare = comparison(orders)
  const limit = end * slack + 256
  let kept: Keyed<Item>[] = []
  let last: Keyed<Item> | undefined
  for (const item of items) {
    if (last !== undefined && compare(item, last) >= 0) continue
    kept.push(item)
    if (kept.length <= limit) continue
    kept = kept.sort(compare).slice(0, end)
    last = kept.at(-1)
  }
  return kept
    .sort(compare)
    .slice(start, end)
    .map(({item}) => item)
}

function comparison(orders: readonly ChainOrder[]): (left: Keyed<unknown>, right: Keyed<unknown>) => number {
  const signs = orders.map(({direction}) => (direction === 'asc' ? 1 : -1))
  return (left, right) => {
    for (const [at, sign] of signs.entries()) {
      const compared = sign * compareValues(left.keys[at], right.keys[at])
      if (compared !== 0) return compared
    }
    return 0
  }
}
