import {isRecord} from './isRecord.ts'

/**
 * JSON with sorted keys (whole numbers first, as objects keep them) and without any `_key`, and
 * blind to whether a reference is strong, which follows from what is published: two values are the same
 * content exactly when this text is the same. `undefined` members count as absent, as in JSON.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(inOrder(value)) ?? 'null'
}

const BLIND: ReadonlySet<string> = new Set(['_key', '_weak', '_strengthenOnPublish'])

/** A copy whose members stand in order. Writing it in one go takes half the time of writing the text piece by piece. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (!isRecord(value)) return value
  const copy: Record<string, unknown> = {}
  for (const name of sortNames(Object.keys(value))) {
    const member = inOrder(value[name])
    if (name === '__proto__') Object.defineProperty(copy, name, {value: member, enumerable: true})
    else if (!BLIND.has(name)) copy[name] = member
  }
  return copy
}

/** By code units. Objects are small, and sorting them is most of the work. */
function sortNames(names: string[]): string[] {
  if (names.length > 20) return names.sort()
  for (let index = 1; index < names.length; index++) {
    const name = names[index] ?? ''
    let place = index
    for (; place > 0 && (names[place - 1] ?? '') > name; place--) names[place] = names[place - 1] ?? ''
    names[place] = name
  }
  return names
}
