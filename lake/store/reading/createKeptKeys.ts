import type {RecentChanges} from '../history/createRecentChanges.ts'
import type {DocumentKey} from '../tables/documentTable.ts'
import {placeInOrder} from './placeInOrder.ts'

/** Lists of keys in `_id` order which take long to find, kept in memory and in step with the commits. */
export interface KeptKeys {
  /**
   * The list of this name: `find` gives it, or those of some documents that belong to it.
   * A list that was given out stays as it was.
   */
  of(name: string, find: (among?: readonly DocumentKey[]) => DocumentKey[]): readonly DocumentKey[]
}

interface Kept {
  keys: readonly DocumentKey[]
  revision: number
}

/** Keys that are kept in all lists together: one takes some 100 bytes. */
const most = 250_000

/** @param recent What has changed, by which lists are brought up to `revision`, the number of the last transaction. */
export function createKeptKeys(recent: RecentChanges, revision: () => number): KeptKeys {
  const lists = new Map<string, Kept>()

  function keep(name: string, keys: readonly DocumentKey[]): readonly DocumentKey[] {
    lists.delete(name)
    lists.set(name, {keys, revision: revision()})
    let total = 0
    for (const [other, list] of [...lists].reverse()) {
      total += list.keys.length + 1
      if (total > most) lists.delete(other)
    }
    return keys
  }

  return {
    of(name, find) {
      const known = lists.get(name)
      if (known?.revision === revision()) return known.keys
      const changed = known && recent.since(known.revision)
      return keep(name, known && changed ? follow(known.keys, changed, find(changed)) : find())
    },
  }
}

/** The list after some documents changed, of which `belonging` are now in it. */
function follow(
  keys: readonly DocumentKey[],
  changed: readonly DocumentKey[],
  belonging: readonly DocumentKey[],
): readonly DocumentKey[] {
  const now = new Map(belonging.map((key) => [key.id, key]))
  let list = keys
  for (const {id} of changed) {
    const at = placeInOrder(id, list, (key) => key.id)
    const [before, after] = [list[at]?.id === id ? list[at] : undefined, now.get(id)]
    if (before?.pk !== after?.pk) list = list.toSpliced(at, before ? 1 : 0, ...(after ? [after] : []))
  }
  return list
}
