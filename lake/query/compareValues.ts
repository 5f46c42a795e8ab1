const typeOrder: Record<string, number> = {number: 2, string: 3, boolean: 4}

/**
 * The total order of GROQ's `order()` for JSON values: numbers, strings (by UTF-16 code units, as groq-js has it), booleans, then everything
 * else as equals (https://sanity-io.github.io/GROQ/draft/#sec-Total-Comparison).
 */
export function compareValues(left: unknown, right: unknown): number {
  const leftOrder = typeOrder[typeof left] ?? 100
  const byType = leftOrder - (typeOrder[typeof right] ?? 100)
  if (byType !== 0) return byType
  if (typeof left === 'string' && typeof right === 'string') return left < right ? -1 : Number(left > right)
  if (leftOrder === 100) return 0
  return Number(left) - Number(right)
}
