import {QueryExecutionError} from '../errors.ts'

/** What one query may use up: an evaluation is synchronous, so these bounds are what keeps the process answering. */
export interface BudgetLimits {
  /** Wall time in milliseconds. */
  milliseconds: number
  /** Documents read, counting a document again each time it is read: also the bound on memory. */
  reads: number
}

export const defaultLimits: BudgetLimits = {milliseconds: 5_000, reads: 5_000_000}

const readsBetweenLooks = 32

/** Counts what a query uses and stops it with a QueryExecutionError (504 for time, 400 for reads). */
export class QueryBudget {
  readonly #limits: BudgetLimits
  readonly #clock: () => number
  readonly #deadline: number
  #reads = 0

  constructor(limits: BudgetLimits = defaultLimits, clock: () => number = () => performance.now()) {
    this.#limits = limits
    this.#clock = clock
    this.#deadline = clock() + limits.milliseconds
  }

  get reads(): number {
    return this.#reads
  }

  /** To be called before a document, or so many of them, are handed to the query. */
  read(documents = 1): void {
    const looks = Math.floor(this.#reads / readsBetweenLooks)
    this.#reads += documents
    if (Math.floor(this.#reads / readsBetweenLooks) > looks) this.checkTime()
    if (this.#reads > this.#limits.reads) {
      throw new QueryExecutionError(`The query reads more than ${this.#limits.reads} documents`)
    }
  }

  /** To be called inside loops that read no documents. */
  checkTime(): void {
    if (this.#clock() > this.#deadline) {
      throw new QueryExecutionError(`The query took longer than ${this.#limits.milliseconds} ms`, 504)
    }
  }
}
