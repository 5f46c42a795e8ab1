import {normalizeLabel} from '../parseTokens.ts'
import type {Printing} from '../printing.ts'
import {bareLinkAt} from '../rules/bareLinks.ts'
import {matchMath, mathDelimiters} from '../rules/math.ts'
import {escapeSamples} from '../shortcodes/escapeSamples.ts'

const quick = /[\\`*_[\]<&~$^={!:@.|\u00a0]/
const word = /[\p{L}\p{N}]/u

/**
 * Escapes what Markdown would not read as text, and no more: `_` inside a word and `*` between spaces stay.
 * @param before The character before the text, '' at the start of a line.
 * @param after What follows the text, '' at the end.
 */
export function escapeText(text: string, before: string, after: string, printing: Printing): string {
  if (!quick.test(text)) return text
  if (text.endsWith('{{') && /^[<%]/.test(after)) return escapeText(text.slice(0, -1), before, '{', printing) + '&#123;'
  if (!/\{\{[<%]/.test(text)) return escapeCharacters(text, before, after, printing)
  let result = ''
  let last = 0
  for (const call of text.matchAll(/\{\{(?:<(?:(?!\{\{[<%])[\s\S])*?>|%(?:(?!\{\{[<%])[\s\S])*?%)\}\}|\{\{[<%]/g)) {
    const [shown] = call
    result += escapeCharacters(text.slice(last, call.index), result.at(-1) ?? before, shown, printing)
    last = call.index + shown.length
    result += escapeCall(shown, text.slice(last) + after, printing)
  }
  return result + escapeCharacters(text.slice(last), result.at(-1) ?? before, after, printing)
}

/**
 * A call that Hugo would run, commented out. Hugo takes the comment away before it reads the Markdown: with something
 * in the call that Markdown would not read as text, without its end, or where Hugo looks for calls once more, the
 * delimiter is broken by an entity.
 */
function escapeCall(shown: string, after: string, printing: Printing): string {
  const isWhole = printing.context.inShortcode !== true && shown.length > 3
  if (isWhole && escapeCharacters(shown, '', after, {...printing, escape: 'light'}) === shown)
    return escapeSamples(shown)
  return `{&#123;${escapeCharacters(shown.slice(2), '{', after, printing)}`
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
  if ('[]'.includes(character) && printing.inLink === true) return asEntity(character)
  // `\[` and `\]` together would be a formula, also when the second backslash is one that is meant.
  if (character === ']') return character
  if (character === '\\' && from[1] === ']') return asEntity(character)
  return '\\`*_{}[]<>#+!|~$^=:@'.includes(character) ? `\\${character}` : character
}

function asEntity(character: string): string {
  return `&#${character.charCodeAt(0)};`
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
    case ']':
      return printing.hidesBrackets === true ? asEntity(character) : escapeBracket(character, rest, printing)
    case '^':
      if (previous === '[' && printing.inLink === true) return '&#94;'
      return isKit && /^[^\s^]+\^/.test(rest) ? '\\^' : character
    case '<':
      // Hugo makes one character of two of them, also when the second begins a tag, such as that of a line break.
      if (printing.place !== 'paragraph' && /^ *\n/.test(rest)) return '\\<'
      return (previous === '<' ? /^[A-Za-z/!?]/ : /^<?[A-Za-z/!?]/).test(rest) ? '\\<' : character
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
  // An underscore that keeps it from being one may be escaped.
  if (character === '@' && [rest, rest.replace(/_.*/s, '')].some((end) => bareLinkAt(`a@${end}`) !== undefined))
    return '\\@'
  return character
}

function escapeBracket(character: string, rest: string, printing: Printing): string {
  return character === '[' && startsBracket(rest, printing) ? '\\[' : character
}

/**
 * Whether `[` before `rest` would begin a footnote, a link, a definition, a reference or, in a list item, a checkbox.
 * In the text of a link nothing is defined, and the bracket of a footnote stays, since it has to pair with the other.
 */
function startsBracket(rest: string, printing: Printing): boolean {
  if (printing.inLink === true ? /\][([]/.test(rest) : rest.startsWith('^') || /\][([:]/.test(rest)) return true
  return (printing.isItem === true && /^[ \txX]\]/.test(rest)) || startsReference(rest, printing)
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
