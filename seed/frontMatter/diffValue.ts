import {type FrontMatterValue, isMap, sameValue} from './frontMatterValue.ts'

/** Where a value stands: keys as written, and positions in lists. */
export type ValuePath = ReadonlyArray<string | number>

/** Sets one value, or takes its key away when `value` is undefined. */
export interface ValueEdit {
  path: ValuePath
  value: FrontMatterValue | undefined
}

/** The smallest edits that turn one value into another: maps key by key, lists of maps of equal length item by item. */
export function diffValue(
  path: ValuePath,
  before: FrontMatterValue | undefined,
  after: FrontMatterValue | undefined,
): ValueEdit[] {
  if (sameValue(before, after)) return []
  if (isMap(before) && isMap(after) && Object.keys(before).length > 0 && Object.keys(after).length > 0) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])]
    return keys.flatMap((key) => diffValue([...path, key], before[key], after[key]))
  }
  if (
    Array.isArray(before) &&
    Array.isArray(after) &&
    before.length === after.length &&
    [...before, ...after].every(isMap)
  ) {
    return after.flatMap((item, index) => diffValue([...path, index], before[index], item))
  }
  return [{path, value: after}]
}
