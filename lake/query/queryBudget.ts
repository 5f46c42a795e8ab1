import {QueryExecutionError} from '../errors.ts'

/** What one query may use up: an evaluation is synchronous, so these bounds are what keeps the process answering. */
export interface BudgetLimits {
  /** Wall time in milliseconds. */
  milliseconds: number
  /** Documents read, counting a document again each time it is read: also the bound on memory. */
  reads: number
  /** Items and attributes that the query itself puts into arrays and objects: the other bound on memory. */
  items?: number
}

export const defaultLimits: BudgetLimits = {milliseconds: 5_000, reads: 5_000_000}

const readsBetweenLooks = 32
const workBetweenLooks = 1_024
const defaultItems = 20_000_000
/** Longest string that a query may put together, in UTF-16 units. */
const longestString = 16 * 1024 * 1024
/** So many units of a string weigh as much as one item. */
const unitsPerItem = 8

/** Counts what a query uses and stops it with a QueryExecutionError (504 for time, 400 otherwise). */
export class QueryBudget {
  readonly #limits: BudgetLimits
  readonly #clock: () => number
  readonly #deadline: number
  #reads = 0
  #work = 0
  #items = 0

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

  /** To be called for each step, or before so many of them, of what reads no documents: a node of the query, an item, some letters. */
  work(steps: number): void {
    this.#work += steps
    if (this.#work < workBetweenLooks) return
    this.#work = 0
    this.checkTime()
  }

  /** To be called with an array, object or string that the query makes, or before it makes one of the same size. */
  make(value: unknown): void {
    if (typeof value === 'string' && value.length > longestString) {
      throw new QueryExecutionError(`The query makes a string of more than ${longestString} characters`)
    }
    const size = sizeOf(value)
    this.#items += size
    const limit = this.#limits.items ?? defaultItems
    if (this.#items > limit) throw new QueryExecutionError(`The query makes more than ${limit} items`)
    this.work(size)
  }

  /** To be called before a value is looked through. */
  look(value: unknown): void {
    this.work(sizeOf(value))
  }

  /** Looks at the clock. */
  checkTime(): void {
    if (this.#clock() > this.#deadline) {
      throw new QueryExecutionError(`The query took longer than ${this.#limits.milliseconds} ms`, 504)
    }
  }
}

function sizeOf(value: unknown): number {
  if (typeof value === 'string') return Math.ceil(value.length / unitsPerItem)
  if (typeof value !== 'object' || value === null) return 1
  return 1 + (Array.isArray(value) ? value.length : Object.keys(value).length)
}
