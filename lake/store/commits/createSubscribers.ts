import type {CommittedTransaction} from '../../dataset.ts'

type Subscriber = (transaction: CommittedTransaction) => void

/** Those who are told of every transaction once it is durable. */
export interface Subscribers {
  subscribe(subscriber: Subscriber): () => void
  publish(transaction: CommittedTransaction): void
}

/** A subscriber that throws is reported; the commit stands and the others are still told. */
export function createSubscribers(onError: (error: unknown) => void): Subscribers {
  const subscribers = new Set<Subscriber>()
  return {
    subscribe(subscriber) {
      subscribers.add(subscriber)
      return () => void subscribers.delete(subscriber)
    },
    publish(transaction) {
      for (const subscriber of subscribers) {
        try {
          subscriber(transaction)
        } catch (error) {
          onError(error)
        }
      }
    },
  }
}
