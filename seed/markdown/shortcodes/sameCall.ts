import type {ShortcodeTag} from './readTag.ts'
import {scanShortcodes, type ShortcodeUnit} from './scanShortcodes.ts'

/** What a call means to Hugo (an id without a name may be a number or a text): its name, delimiter, arguments in any order and whether it closes itself; the text inside is left out. */
export function callMeaning(tag: ShortcodeTag): string {
  const named = [...tag.named].sort(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify([tag.name, tag.delimiter, tag.positional.map(String), named, tag.selfClosing])
}

/** Whether printed Markdown is the same call as a unit; an inner text counts without the spaces around it. */
export function isSameCall(unit: ShortcodeUnit, printed: string): boolean {
  const [other, ...others] = scanShortcodes(printed).units
  if (other?.tag === undefined || unit.tag === undefined || others.length > 0) return false
  return callMeaning(unit.tag) === callMeaning(other.tag) && unit.inner?.trim() === other.inner?.trim()
}
