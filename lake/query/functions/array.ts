import {DateTime} from 'groq-js'
import type {NativeFunction} from '../nativeCall.ts'

/**
 * `array::unique(list)`: of items that are equal, the first. Null is equal to null, and an instant to the same instant, as the specification has it
 * (groq-js keeps all of these); objects and lists are equal to nothing.
 */
export const unique: NativeFunction = (_, list) => {
  if (!Array.isArray(list)) return null
  const [values, instants] = [new Set<unknown>(), new Set<string>()]
  const isFirst = (item: unknown): boolean => {
    if (item instanceof DateTime) return isNew(instants, item.toString())
    return (typeof item === 'object' && item !== null) || isNew(values, item)
  }
  // Of a long list, only its items can be asked for: it counts them.
  return [...list].filter(isFirst)
}

function isNew<Item>(seen: Set<Item>, item: Item): boolean {
  return seen.size < seen.add(item).size
}
