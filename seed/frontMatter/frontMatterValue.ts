/** A front matter value in any of the three formats. Dates are their text: Hugo decides by key what is a date. */
export type FrontMatterValue = null | boolean | number | string | FrontMatterValue[] | FrontMatterMap

/** A map as written: keys keep their case and order. */
export interface FrontMatterMap {
  [key: string]: FrontMatterValue
}

export type FrontMatterFormat = 'yaml' | 'toml' | 'json'

/** True for a map (not a list, not null). */
export function isMap(value: unknown): value is FrontMatterMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Whether a template's `with` or `if` takes a value for none, apart from zero and `false`. */
export function isNothing(value: FrontMatterValue | undefined): value is undefined | null | '' {
  if (value === undefined || value === null || value === '') return true
  return typeof value === 'object' && Object.keys(value).length === 0
}

/** Deep equality of two values; the order of keys does not count. */
export function sameValue(a: FrontMatterValue | undefined, b: FrontMatterValue | undefined): boolean {
  if (a === b) return true
  if (Array.isArray(a))
    return Array.isArray(b) && a.length === b.length && a.every((item, index) => sameValue(item, b[index]))
  if (!isMap(a) || !isMap(b)) return false
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => key in b && sameValue(a[key], b[key]))
}

/** A value as text for a reader: plain text as it is, lists and maps as JSON. */
export function showValue(value: FrontMatterValue | undefined): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
