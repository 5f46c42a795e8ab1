/** Where a document stands among items in the order of their ids, which are of ASCII, or would stand. */
export function placeInOrder<Item>(id: string, items: readonly Item[], idOf: (item: Item) => string): number {
  let [low, high] = [0, items.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const item = items[middle]
    if (item !== undefined && idOf(item) < id) low = middle + 1
    else high = middle
  }
  return low
}

/** The same among the ids themselves. */
export function placeOfId(id: string, ids: readonly string[]): number {
  return placeInOrder(id, ids, itself)
}

const itself = (id: string): string => id
