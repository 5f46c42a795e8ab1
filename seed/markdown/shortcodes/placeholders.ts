import {countBelow} from '../sourceText.ts'
import {scanShortcodes, type ShortcodeUnit} from './scanShortcodes.ts'

/** Two Unicode noncharacters, which no text may contain, around a shortcode's number. */
export const placeholderPattern = /\uFDD0(\d+)\uFDD1/g
export const placeholderStart = '\uFDD0'

/** Markdown whose shortcodes are replaced by placeholders, each a word without a line end, as Hugo does it. */
export interface MaskedText {
  text: string
  units: ShortcodeUnit[]
  unclosed: number[]
  /** Offset in the unmasked text; exact outside placeholders. */
  unmasked(offset: number): number
}

/** Puts a placeholder for every shortcode of a text. */
export function maskShortcodes(text: string): MaskedText {
  if (!text.includes('{{<') && !text.includes('{{%')) {
    return {text, units: [], unclosed: [], unmasked: (offset) => offset}
  }
  const {units, unclosed} = scanShortcodes(text)
  let masked = ''
  let last = 0
  const ends: number[] = []
  for (const [index, unit] of units.entries()) {
    masked += `${text.slice(last, unit.start)}\uFDD0${index}\uFDD1`
    last = unit.end
    ends.push(masked.length)
  }
  masked += text.slice(last)
  const unmasked = (offset: number): number => {
    const passed = countBelow(ends, offset + 1)
    const unit = units[passed - 1]
    return unit === undefined ? offset : unit.end + offset - (ends[passed - 1] ?? 0)
  }
  return {text: masked, units, unclosed, unmasked}
}

/** The text with its shortcodes as written. */
export function unmask(text: string, units: readonly ShortcodeUnit[]): string {
  if (!text.includes(placeholderStart)) return text
  return text.replace(placeholderPattern, (_, index: string) => units[Number(index)]?.source ?? '')
}

/** The text as a reader sees it where no shortcode runs: samples without their comment marks; nothing if one would run. */
export function unmaskLiteral(text: string, units: readonly ShortcodeUnit[]): string | undefined {
  if (!text.includes(placeholderStart)) return text
  let runs = false
  const literal = text.replace(placeholderPattern, (_, index: string) => {
    const sample = units[Number(index)]?.sample
    if (sample === undefined) runs = true
    return sample ?? ''
  })
  return runs ? undefined : literal
}

/** The same, with a shortcode that would run as it is written. */
export function unmaskText(text: string, units: readonly ShortcodeUnit[]): string {
  return unmaskLiteral(text, units) ?? unmask(text, units)
}
