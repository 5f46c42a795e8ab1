import {searchableText} from './documentText.ts'

/** The searchable text of the last value asked for: filter and score ask for that of one document in turn, and it takes longer than all else. */
export class LastText {
  #value: unknown
  #text = ''

  /** See `searchableText`. */
  of(value: unknown): string {
    if (typeof value !== 'object' || value === null) return searchableText(value)
    if (!isSame(value, this.#value)) {
      this.#text = searchableText(value)
      this.#value = value
    }
    return this.#text
  }
}

/** Whether both are one object, or arrays of the same members such as `[@, _id]`. */
function isSame(value: object, last: unknown): boolean {
  if (value === last) return true
  if (!Array.isArray(value) || !Array.isArray(last) || value.length !== last.length) return false
  return value.every((member, at) => member === last[at])
}
