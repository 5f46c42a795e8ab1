/** A map that forgets what was used longest ago when its entries, or what `sizeOf` says of each, are together more than `capacity`. */
export class BoundedCache<Value> {
  readonly #entries = new Map<string, Value>()
  readonly #capacity: number
  readonly #sizeOf: (value: Value, key: string) => number
  #size = 0

  constructor(capacity: number, sizeOf: (value: Value, key: string) => number = () => 1) {
    this.#capacity = capacity
    this.#sizeOf = sizeOf
  }

  get(key: string): Value | undefined {
    const value = this.#entries.get(key)
    if (value === undefined) return undefined
    this.#entries.delete(key)
    this.#entries.set(key, value)
    return value
  }

  set(key: string, value: Value): void {
    this.#forget(key)
    this.#entries.set(key, value)
    this.#size += this.#sizeOf(value, key)
    for (const oldest of this.#entries.keys()) {
      if (this.#size <= this.#capacity) return
      this.#forget(oldest)
    }
  }

  #forget(key: string): void {
    const value = this.#entries.get(key)
    if (value === undefined) return
    this.#entries.delete(key)
    this.#size -= this.#sizeOf(value, key)
  }
}
