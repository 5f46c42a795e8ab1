let count = 0
const listeners = new Set<() => void>()

const ask = (event: BeforeUnloadEvent): void => event.preventDefault()

function add(more: number): void {
  count += more
  if (count > 0) addEventListener('beforeunload', ask)
  else removeEventListener('beforeunload', ask)
  for (const listener of listeners) listener()
}

/** Counts a change that waits for the lake, until the function that it returns is called; the browser asks before the page is left meanwhile. */
export function holdChange(): () => void {
  add(1)
  return () => add(-1)
}

/** Whether a change waits. */
export function isHolding(): boolean {
  return count > 0
}

/** Calls `listener` when the number of waiting changes is another one, until the function that it returns is called. */
export function onHeldChange(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
