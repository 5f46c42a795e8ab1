/**
 * For each item of `from`, its place in `to` along a longest common subsequence; `undefined` for an item that is new.
 */
export function matchItems<T>(
  from: readonly T[],
  to: readonly T[],
  same: (a: T, b: T) => boolean = (a, b) => a === b,
): Array<number | undefined> {
  const width = to.length + 1
  const lengths = new Uint32Array((from.length + 1) * width)
  const equal = (i: number, j: number) => {
    const [a, b] = [from[i], to[j]]
    return a !== undefined && b !== undefined && same(a, b)
  }
  for (let i = from.length - 1; i >= 0; i--) {
    for (let j = to.length - 1; j >= 0; j--) {
      const below = lengths[(i + 1) * width + j] ?? 0
      const right = lengths[i * width + j + 1] ?? 0
      lengths[i * width + j] = equal(i, j) ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1 : Math.max(below, right)
    }
  }
  const places: Array<number | undefined> = []
  for (let i = 0, j = 0; i < from.length;) {
    if (j < to.length && equal(i, j)) places[i++] = j++
    else if (j < to.length && (lengths[i * width + j + 1] ?? 0) >= (lengths[(i + 1) * width + j] ?? 0)) j++
    else places[i++] = undefined
  }
  return places
}

/** The same, with an item that stands elsewhere now too: of equal ones each place is taken once. */
export function placeItems<T>(
  from: readonly T[],
  to: readonly T[],
  same: (a: T, b: T) => boolean = (a, b) => a === b,
): Array<number | undefined> {
  const places = matchItems(from, to, same)
  const taken = new Set(places)
  return places.map((place, index) => {
    const item = from[index]
    if (place !== undefined || item === undefined) return place
    const moved = to.findIndex((other, at) => !taken.has(at) && same(item, other))
    if (moved < 0) return undefined
    taken.add(moved)
    return moved
  })
}
