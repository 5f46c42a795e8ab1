import {DateTime, Path} from 'groq-js'

/** An object as groq-js sees one: neither an array nor a value of its own. */
export function isGroqObject(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Path) &&
    !(value instanceof DateTime)
  )
}

/** An attribute of a value; null when the value is no object or lacks it. */
export function attributeOf(value: unknown, name: string): unknown {
  return isGroqObject(value) && Object.hasOwn(value, name) ? (value[name] ?? null) : null
}

/** GROQ's `==`: scalars of one type with the same value, null and null. */
export function areEqual(left: unknown, right: unknown): boolean {
  if (typeof left !== 'object' && typeof right !== 'object') return left === right
  if (left === null || right === null) return left === right
  return left instanceof DateTime && right instanceof DateTime && left.equals(right)
}

/** The order of two values of one ordered type, or null for any others (https://sanity-io.github.io/GROQ/draft/#sec-Partial-Comparison). */
export function compareOrdered(left: unknown, right: unknown): number | null {
  if (typeof left === 'string' && typeof right === 'string') return left < right ? -1 : Number(left > right)
  if (typeof left === 'number' && typeof right === 'number') return left - right
  if (typeof left === 'boolean' && typeof right === 'boolean') return Number(left) - Number(right)
  return left instanceof DateTime && right instanceof DateTime ? left.compareTo(right) : null
}

/** GROQ's `in`: null when the right side is neither an array nor a path. */
export function isIn(left: unknown, right: unknown): boolean | null {
  if (right instanceof Path) return typeof left === 'string' ? right.matches(left) : null
  if (!Array.isArray(right)) return null
  for (const item of right) if (areEqual(left, item ?? null)) return true
  return false
}

/** Numbers that are none count as null. */
export function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null
}
