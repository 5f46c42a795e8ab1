/**
 * Runs a task for each item, some at a time, begun in their order. After a failure no other is begun.
 * @returns When none is running any more.
 * @throws What the first of the items that failed threw: since all before it were begun, that is always the same.
 */
export async function eachAtOnce<T>(
  items: readonly T[],
  atOnce: number,
  task: (item: T) => Promise<void>,
): Promise<void> {
  const left = items.entries()
  const failures = new Map<number, unknown>()
  const work = async () => {
    for (const [index, item] of left) {
      if (failures.size > 0) return
      await task(item).catch((error: unknown) => failures.set(index, error))
    }
  }
  await Promise.all(Array.from({length: atOnce}, work))
  if (failures.size > 0) throw failures.get(Math.min(...failures.keys()))
}
