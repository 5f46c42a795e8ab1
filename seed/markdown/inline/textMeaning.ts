import type {InlineContent, Piece} from './pieces.ts'
import {printObject} from './printObject.ts'

const escapes: Readonly<Record<string, string>> = {'&lt;': '<', '&gt;': '>'}

/** `\\-` beside a hyphen, which Hugo would make one dash of: the same to a reader who sees two. */
function escapedCharacter(object: InlineContent): string | undefined {
  if (object._type !== 'inlineMarkdown') return undefined
  return /^\\[-.<>]$/.test(object.markdown) ? object.markdown.slice(1) : escapes[object.markdown]
}

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
        : [
            escapedCharacter(object) ??
              `\u0000${object._type}${object._type === 'listStart' ? object.number : printObject(object)}\u0000`,
          ]
    for (const part of parts) {
      if (part === '') continue
      const under = part.trim() === '' ? weak : strong
      meaning += under === last ? part : `\u0001${under}\u0001${part}`
      last = under
    }
  }
  return meaning.replace(/ *\n */g, '\n')
}
