import {refersToOneOf} from '../satisfiesNarrowing.ts'
import {isGroqObject} from './plainValues.ts'

/** Functions of plain values alone, as groq-js 2 evaluates them. Arguments that are missing are undefined. */
export const compiledFunctions: Record<string, ((...args: unknown[]) => unknown) | undefined> = {
  'global::defined': (value) => value !== null,
  'global::length': (value) =>
    typeof value === 'string' ? codePoints(value) : Array.isArray(value) ? value.length : null,
  'global::count': (value) => (Array.isArray(value) ? value.length : null),
  'global::lower': lower,
  'global::upper': upper,
  'string::lower': lower,
  'string::upper': upper,
  'string::startsWith': (text, start) =>
    typeof text === 'string' && typeof start === 'string' ? text.startsWith(start) : null,
  'pt::text': portableText,
  'array::compact': (value) => (Array.isArray(value) ? value.filter((item) => item !== null) : null),
}

/** `references(…)` on `@`, where the ids were given. */
export function refersTo(item: unknown, args: readonly unknown[]): boolean {
  const ids = new Set(args.flat().filter((id) => typeof id === 'string'))
  return ids.size > 0 && refersToOneOf(item, ids)
}

function lower(value: unknown): unknown {
  return typeof value === 'string' ? value.toLowerCase() : null
}

function upper(value: unknown): unknown {
  return typeof value === 'string' ? value.toUpperCase() : null
}

/** The text of a block, or of an array's blocks with an empty line between them. */
function portableText(value: unknown): unknown {
  if (!Array.isArray(value)) return isGroqObject(value) ? blockText(value) : null
  const texts = blockTexts(value)
  return texts.length > 0 ? texts.join('\n\n') : null
}

function blockTexts(blocks: readonly unknown[]): string[] {
  return blocks.flatMap((block) => {
    if (Array.isArray(block)) return blockTexts(block)
    return isGroqObject(block) ? (blockText(block) ?? []) : []
  })
}

function blockText({_type, children}: Record<string, unknown>): string | null {
  if (typeof _type !== 'string' || !Array.isArray(children)) return null
  const spans = children.filter((child) => isGroqObject(child) && child['_type'] === 'span')
  return spans.map(({text}) => (typeof text === 'string' ? text : '')).join('')
}

/** groq-js counts every unit that does not begin a surrogate pair. */
function codePoints(text: string): number {
  let count = 0
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    if (unit < 0xd800 || unit > 0xdbff) count += 1
  }
  return count
}
