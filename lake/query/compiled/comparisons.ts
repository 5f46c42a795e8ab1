import {areEqual, compareOrdered, finite, isIn} from './plainValues.ts'

/** Operators of two values, as groq-js evaluates them; null stands for what they do not apply to. */
export const comparisons: Record<string, ((left: unknown, right: unknown) => unknown) | undefined> = {
  '==': areEqual,
  '!=': (left, right) => !areEqual(left, right),
  in: isIn,
  '<': (left, right) =>
    typeof left === 'string' && typeof right === 'string' ? left < right : ordered(left, right, (order) => order < 0),
  '<=': (left, right) =>
    typeof left === 'string' && typeof right === 'string' ? left <= right : ordered(left, right, (order) => order <= 0),
  '>': (left, right) =>
    typeof left === 'string' && typeof right === 'string' ? left > right : ordered(left, right, (order) => order > 0),
  '>=': (left, right) =>
    typeof left === 'string' && typeof right === 'string' ? left >= right : ordered(left, right, (order) => order >= 0),
  '-': (left, right) => numeric(left, right, (a, b) => a - b),
  '*': (left, right) => numeric(left, right, (a, b) => a * b),
  '/': (left, right) => numeric(left, right, (a, b) => a / b),
  '%': (left, right) => numeric(left, right, (a, b) => a % b),
}

/** `value in from..to`, or `from...to` without its end; null for values of several types. */
export const inRange =
  (isInclusive: boolean) =>
  (value: unknown, from: unknown, to: unknown): boolean | null => {
    const [lower, upper] = [compareOrdered(value, from), compareOrdered(value, to)]
    return lower === null || upper === null ? null : lower >= 0 && (isInclusive ? upper <= 0 : upper < 0)
  }

function ordered(left: unknown, right: unknown, test: (order: number) => boolean): boolean | null {
  const order = compareOrdered(left, right)
  return order === null ? null : test(order)
}

function numeric(left: unknown, right: unknown, compute: (left: number, right: number) => number): number | null {
  return typeof left === 'number' && typeof right === 'number' ? finite(compute(left, right)) : null
}
