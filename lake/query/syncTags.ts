import type {Narrowing} from './documentSource.ts'

const everything = 's1:*'

/**
 * The tags of what an answer depends on: `s1:t:<type>` for each type that was looked through, `s1:*` when that cannot be told.
 * Live events carry `s1:t:<type>` of each changed document, and `s1:*` always.
 */
export class SyncTags {
  readonly #types = new Set<string>()
  #all = false

  addNarrowing(narrowing: Narrowing): void {
    if (this.#all) return
    const types = typesOf(narrowing)
    if (types) for (const type of types) this.#types.add(type)
    else this.#all = true
  }

  /** A dereferenced document, or undefined when the reference led nowhere: any new document could then change the answer. */
  addDocument(document: {_type: string} | undefined): void {
    if (document) this.#types.add(document._type)
    else this.#all = true
  }

  toArray(): string[] {
    if (this.#all) return [everything]
    return [...this.#types].sort().map((type) => `s1:t:${type}`)
  }
}

/** The only types that can satisfy a narrowing, or undefined when it does not say. */
function typesOf(narrowing: Narrowing): readonly string[] | undefined {
  if (narrowing.kind === 'types') return narrowing.types
  if (narrowing.kind === 'and') {
    const known = narrowing.of.map(typesOf).filter((types) => types !== undefined)
    return known.length > 0 ? known.reduce((left, right) => left.filter((type) => right.includes(type))) : undefined
  }
  if (narrowing.kind === 'or') {
    const known = narrowing.of.map(typesOf).filter((types) => types !== undefined)
    return known.length === narrowing.of.length ? known.flat() : undefined
  }
  return undefined
}
