import type {LakeDocument} from '../document.ts'
import {publishedIdOf} from '../documentIds.ts'
import {isObject} from '../isObject.ts'
import {compareValues} from './compareValues.ts'
import {endOfWord, type Narrowing} from './documentSource.ts'
import {documentText} from './text/documentText.ts'
import {valueAt} from './valueAt.ts'

/** Whether a document satisfies a narrowing exactly: what every index may exceed and none may fall short of. */
export function satisfiesNarrowing(document: LakeDocument, narrowing: Narrowing): boolean {
  switch (narrowing.kind) {
    case 'all':
      return true
    case 'ids':
      return narrowing.ids.includes(document._id)
    case 'idPrefix':
      return document._id.startsWith(narrowing.prefix)
    case 'versionsOf':
      return publishedIdOf(document._id) === narrowing.id || document._id === narrowing.id
    case 'types':
      return narrowing.types.includes(document._type)
    case 'equals': {
      const value = valueAt(document, narrowing.path)
      return [value].flat().some((item) => narrowing.values.some((wanted) => wanted === item))
    }
    case 'range':
      return isBetween(valueAt(document, narrowing.path), narrowing.from, narrowing.to)
    case 'references':
      return refersToOneOf(document, new Set(narrowing.ids))
    case 'text': {
      const text = `${documentText(document).replaceAll(' ', endOfWord)}${endOfWord}`
      return narrowing.terms.every((term) => text.includes(term))
    }
    case 'and':
      return narrowing.of.every((part) => satisfiesNarrowing(document, part))
    default:
      return narrowing.of.some((part) => satisfiesNarrowing(document, part))
  }
}

/** Whether a value holds a `_ref` to one of the ids at any depth, as `references()` looks for it. */
export function refersToOneOf(value: unknown, ids: ReadonlySet<string>): boolean {
  if (Array.isArray(value)) return value.some((item) => refersToOneOf(item, ids))
  if (!isObject(value)) return false
  const ref = value['_ref']
  if (ref) return typeof ref === 'string' && ids.has(ref)
  return Object.values(value).some((member) => refersToOneOf(member, ids))
}

function isBetween(value: unknown, from: string | number | undefined, to: string | number | undefined): boolean {
  return (
    [from, to].every((bound) => bound === undefined || typeof bound === typeof value) &&
    (from === undefined || compareValues(value, from) >= 0) &&
    (to === undefined || compareValues(value, to) <= 0)
  )
}
