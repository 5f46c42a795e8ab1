/** The timestamps of a dataset's transactions. */
export interface Timestamps {
  next(): string
  /** Called once a transaction with that timestamp is durable. */
  recorded(timestamp: string): void
}

/** ISO 8601 instants from the clock. Time never goes backwards in a history, whatever the clock does. */
export function createTimestamps(clock: () => Date, last: string): Timestamps {
  let latest = last
  return {
    next() {
      const now = clock().toISOString()
      return now > latest ? now : latest
    },
    recorded(timestamp) {
      latest = timestamp
    },
  }
}
