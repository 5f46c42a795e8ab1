import type {Piece} from './pieces.ts'
import {printObject} from './printObject.ts'

/**
 * What pieces show, to compare two texts: the order of marks and marks on spaces do not count, nor do spaces around a
 * line break.
 */
export function textMeaning(pieces: readonly Piece[]): string {
  let meaning = ''
  let last = ''
  for (const {text, object, marks} of pieces) {
    const names = marks.map((mark) =>
      typeof mark === 'string' ? mark : JSON.stringify([mark.href, mark.title ?? null]),
    )
    const strong = names.toSorted().join(' ')
    const weak = names
      .filter((name) => name === 'code' || name.startsWith('['))
      .toSorted()
      .join(' ')
    const parts =
      object === undefined
        ? text.split(/(\s+)/)
        : [`\u0000${object._type}${object._type === 'listStart' ? object.number : printObject(object)}\u0000`]
    for (const part of parts) {
      if (part === '') continue
      const under = part.trim() === '' ? weak : strong
      meaning += under === last ? part : `\u0001${under}\u0001${part}`
      last = under
    }
  }
  return meaning.replace(/ *\n */g, '\n')
}
