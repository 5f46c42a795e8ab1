import {normalizeLabel} from '../parseTokens.ts'
import type {Printing} from '../printing.ts'
import {bareLinkAt} from '../rules/bareLinks.ts'
import {matchMath, mathDelimiters} from '../rules/math.ts'
import {escapeSamples} from '../shortcodes/placeholders.ts'

const quick = /[\\`*_[\]<&~$^={!:@.|\u00a0]/
const word = /[\p{L}\p{N}]/u

/**
 * Escapes what Markdown would not read as text, and no more: `_` inside a word and `*` between spaces stay.
 * @param before The character before the text, '' at the start of a line.
 * @param after What follows the text, '' at the end.
 */
export function escapeText(text: string, before: string, after: string, printing: Printing): string {
  if (!quick.test(text)) return text
  const sampled = protectShortcodes(text)
  let result = ''
  for (const part of sampled) {
    if (part.verbatim) result += part.text
    else result += escapeCharacters(part.text, result.at(-1) ?? before, after, printing)
  }
  return result
}

/** Calls that Hugo would run are commented out; a delimiter that begins none is broken by an entity. */
function protectShortcodes(text: string): Array<{text: string; verbatim: boolean}> {
  if (!text.includes('{{<') && !text.includes('{{%')) return [{text, verbatim: false}]
  const parts: Array<{text: string; verbatim: boolean}> = []
  let last = 0
  for (const match of escapeSamples(text).matchAll(/\{\{(<\/\*[\s\S]*?\*\/>|%\/\*[\s\S]*?\*\/%)\}\}|\{\{[<%]/g)) {
    parts.push({text: escapeSamples(text).slice(last, match.index), verbatim: false})
    const opener = `{&#123;${match[0].slice(2)}`
    parts.push({text: match[0].length === 3 ? opener : match[0], verbatim: true})
    last = match.index + match[0].length
  }
  return [...parts, {text: escapeSamples(text).slice(last), verbatim: false}].filter((part) => part.text !== '')
}

const special = /[\\`*_[\]{}<>#+&~$^=!:@.|\u00a0]/g

function escapeCharacters(text: string, before: string, after: string, printing: Printing): string {
  let result = ''
  let last = 0
  special.lastIndex = 0
  for (let match = special.exec(text); match !== null; match = special.exec(text)) {
    const {index} = match
    const character = match[0]
    const escaped =
      printing.escape === 'full'
        ? escapeFully(character, text.slice(index) + after, printing)
        : escapeLightly(character, text[index - 1] ?? before, text, index, after, printing)
    special.lastIndex = index + 1
    if (escaped === character) continue
    result += text.slice(last, index) + escaped
    last = index + 1
  }
  return last === 0 ? text : result + text.slice(last)
}

function escapeFully(character: string, from: string, printing: Printing): string {
  if (character === '&') return /^&(#\d{1,7}|#x[\da-f]{1,6}|[a-z]\w*);/i.test(from) ? '&amp;' : '\\&'
  if (character === '\u00a0') return '&nbsp;'
  if (character === ']' && printing.context.dialect === 'kit') return character
  return '\\`*_{}[]<>#+!|~$^=:@'.includes(character) ? `\\${character}` : character
}

function escapeLightly(
  character: string,
  previous: string,
  text: string,
  index: number,
  after: string,
  printing: Printing,
): string {
  if (character === '.' && previous !== 'w') return character
  if (character === ':' && text[index + 1] !== '/') return character
  return escapeBefore(character, previous, text.slice(index + 1) + after, printing)
}

function escapeBefore(character: string, previous: string, rest: string, printing: Printing): string {
  const next = rest[0] ?? ''
  const isKit = printing.context.dialect === 'kit'
  switch (character) {
    case '\\':
      return /^[ \t]*(?:[!-/:-@[-`{-~\n]|$)/.test(rest) ? '\\\\' : character
    case '`':
      return '\\`'
    case '*':
      return isSpace(previous) && isSpace(next) ? character : '\\*'
    case '_':
      return (isSpace(previous) && isSpace(next)) || (word.test(previous) && word.test(next)) ? character : '\\_'
    case '[':
      return next === '^' || /\][([:]/.test(rest) || startsReference(rest, printing) ? '\\[' : character
    case '^':
      return isKit && /^[^\s^]+\^/.test(rest) ? '\\^' : character
    case '<':
      return /^[A-Za-z/!?]/.test(rest) ? '\\<' : character
    case '&':
      return /^(#\d{1,7}|#x[\da-f]{1,6}|[a-z]\w*);/i.test(rest) ? '&amp;' : character
    case '~':
      return previous === '~' || next === '~' || (isKit && /^[^\s~]+~/.test(rest)) ? '\\~' : character
    case '=':
      return isKit && (previous === '=' || next === '=') ? '\\=' : character
    case '$':
      return matchMath(`$${rest}`, 0, mathDelimiters(printing.context.dialect)) === undefined ? character : '\\$'
    case '!':
      return next === '[' ? '\\!' : character
    case '\u00a0':
      return '&nbsp;'
    default:
      return escapeAddress(character, previous, rest)
  }
}

function escapeAddress(character: string, previous: string, rest: string): string {
  if (character === ':' && rest.startsWith('//') && /[sp]/.test(previous)) return '\\:'
  if (character === '.' && previous === 'w' && /^[-\w@:%+~#=]+\.[a-z]/.test(rest)) return '\\.'
  if (character === '@' && bareLinkAt(`a@${rest}`) !== undefined) return '\\@'
  return character
}

function startsReference(rest: string, printing: Printing): boolean {
  const {references} = printing
  if (references.size === 0) return false
  const label = /^([^[\]]+)\]/.exec(rest)?.[1]
  return label !== undefined && references.has(normalizeLabel(label))
}

function isSpace(character: string): boolean {
  return character === '' || /\s/.test(character)
}
