import type {LakeDocument} from '../../document.ts'
import {edgeDots} from './edgeDots.ts'
import {plainWords} from './plainWords.ts'

const tokens = /[\p{L}\p{N}\p{M}_]+/gu

/**
 * The text that searches look through, one line per string: words in lower case and NFC, one blank between them. Attributes whose names begin
 * with an underscore (`_type`, `_key`, `_ref`) are no content. Portable Text adds each block's spans as one line, so that a word is found
 * across its formatting; a string whose spelling `match` would see otherwise adds that spelling too.
 */
export function searchableText(value: unknown): string {
  const lines: string[] = []
  collect(value, lines)
  return lines.join('\n')
}

/** What a source indexes for the narrowing `text`: the id's words and the searchable text. */
export function documentText(document: LakeDocument): string {
  return searchableText([document._id, document])
}

/** The words of a string as `searchableText` spells them. */
export function words(text: string): string[] {
  return text.normalize('NFC').toLowerCase().match(tokens) ?? []
}

function collect(value: unknown, lines: string[]): void {
  if (typeof value === 'string') addString(value, lines)
  else if (Array.isArray(value)) for (const item of value) collect(item, lines)
  else if (typeof value === 'object' && value !== null) {
    // JSON has no inherited members, and a list of names and values would take as long as all the rest.
    for (const name in value) if (!name.startsWith('_')) collect(Reflect.get(value, name), lines)
    if ('children' in value && Array.isArray(value.children) && value.children.length > 1) {
      addString(value.children.map(spanText).join(''), lines)
    }
  }
}

function addString(text: string, lines: string[]): void {
  const line = plainWords(text)
  const spellings = line === undefined ? anySpellings(text) : plainSpellings(text, line)
  for (const spelling of spellings) if (spelling !== '') lines.push(spelling)
}

/** Dots that stand between two words may join them. */
function plainSpellings(text: string, line: string): string[] {
  if (!text.includes('.')) return [line]
  return distinct(line, [plainWords(text.replace(edgeDots, '')) ?? line])
}

function anySpellings(text: string): string[] {
  const seen = [text, ...(text.includes('.') ? [text.replace(edgeDots, '')] : [])]
  return distinct(
    words(text).join(' '),
    seen.map((other) => (other.toLowerCase().match(tokens) ?? []).join(' ')),
  )
}

function distinct(line: string, others: readonly string[]): string[] {
  return [line, ...others.filter((other) => other !== line)]
}

function spanText(child: unknown): string {
  if (typeof child !== 'object' || child === null || !('text' in child && '_type' in child)) return ''
  if (child._type !== 'span') return ''
  return typeof child.text === 'string' ? child.text : ''
}
