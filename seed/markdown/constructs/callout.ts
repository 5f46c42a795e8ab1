import type {Printing} from '../printing.ts'
import {printTextBlocks} from '../printTextBlocks.ts'
import {sliceLines, type Draft, type Node, type Reading, type Refusal} from '../reading.ts'
import {escapeSamples, stopsHugo} from '../shortcodes/escapeSamples.ts'
import {unmask, unmaskLiteral} from '../shortcodes/placeholders.ts'
import {printTag} from '../shortcodes/printTag.ts'
import type {ShortcodeUnit} from '../shortcodes/scanShortcodes.ts'
import type {Callout} from '../types.ts'
import {quoteLines} from './blockquote.ts'

const marker = /^\[!([A-Za-z][\w-]*)\]([+-]?)(?:[ \t]+(.*?))?[ \t]*$/

/** `> [!NOTE]- Title`: a quote whose first line names a kind; nothing when it is a plain quote. */
export function readAlert(node: Node, reading: Reading): Draft[] | Refusal | undefined {
  const first = node.tokens[2]
  if (first?.type !== 'inline' || !first.content.startsWith('[!')) return undefined
  const masked = sliceLines(reading, node.lines)
  const lines = unmask(masked, reading.units).split('\n')
  if (lines.some((line) => !/^ {0,3}>/.test(line))) return {refused: 'alert with lazy lines'}
  const [, ...rest] = lines.map((line) => line.replace(/^ {0,3}> ?/, ''))
  const head = masked
    .split('\n', 1)
    .join('')
    .replace(/^ {0,3}> ?/, '')
  const [, kind, sign, written = ''] = marker.exec(head.trim()) ?? []
  if (kind === undefined) return undefined
  const literal = unmaskLiteral(written, reading.units)
  if (literal === undefined) return {refused: 'alert with a shortcode in its title'}
  const typed = joinCalls(literal)
  const title = printTitle(typed) === unmask(written, reading.units) ? typed : literal
  const content = reading.readInner(rest.join('\n'))
  if (!Array.isArray(content)) return content
  const block: Callout = {
    _type: 'callout',
    _key: '',
    kind: kind.toLowerCase(),
    ...(title === '' ? {} : {title}),
    ...(sign === '+' ? {folded: 'open'} : sign === '-' ? {folded: 'closed'} : {}),
    content,
    syntax: 'alert',
  }
  return [{block, lines: node.lines}]
}

/** An alert with its first line as it is printed: to the kit's Hugo its case and the spaces after it mean nothing. */
export function canonicalAlert(source: string): string {
  return source.replace(
    /^ {0,3}> *\[!([^\]\n]+)\]([^\n]*)/,
    (_, kind: string, rest: string) => `> [!${kind.toUpperCase()}]${rest.trimEnd()}`,
  )
}

/** `{{% callout note %}} … {{% /callout %}}`, and `alert` as it was called before Wowchemy 5.1. */
export function readCalloutShortcode(unit: ShortcodeUnit, reading: Reading): Callout | undefined {
  const {tag, inner} = unit
  const [kind, ...others] = tag?.positional ?? []
  if (tag === undefined || inner === undefined || tag.named.size > 0 || others.length > 0) return undefined
  if (typeof kind !== 'string') return undefined
  const content = reading.readInner(inner, true)
  if (!Array.isArray(content)) return undefined
  return {
    _type: 'callout',
    _key: '',
    kind,
    content,
    syntax: tag.name === 'alert' ? 'legacyAlert' : 'shortcode',
    ...(tag.delimiter === '<' ? {delimiter: '<'} : {}),
  }
}

export function printCallout(callout: Callout, printing: Printing): string {
  const inShortcode = callout.syntax !== 'alert'
  const context = inShortcode ? {...printing.context, inShortcode} : printing.context
  const text = printTextBlocks(callout.content, {...printing, context})
  if (inShortcode) {
    const name = callout.syntax === 'legacyAlert' ? 'alert' : 'callout'
    const delimiter = callout.delimiter ?? '%'
    const middle = text === '' ? '' : `${text}\n`
    return `${printTag(name, delimiter, [callout.kind])}\n${middle}${printTag(`/${name}`, delimiter, [])}`
  }
  const sign = callout.folded === undefined ? '' : callout.folded === 'open' ? '+' : '-'
  const title = callout.title === undefined ? '' : ` ${printTitle(callout.title)}`
  const head = `[!${callout.kind.toUpperCase()}]${sign}${title}`
  return quoteLines(text === '' ? head : `${head}\n${text}`)
}

/**
 * A title is inline Markdown in which no shortcode runs: it becomes a sample, or, unfinished or where Markdown would take
 * its name for a tag, its delimiter is broken by entities.
 */
function printTitle(title: string): string {
  const samples = escapeSamples(title)
  if (!stopsHugo(samples) && !/\{\{<[A-Za-z/!?]/.test(title)) return samples
  return title.replace(/\{\{(?=[<%])/g, '{&#123;').replace(/(?<=\{&#123;)</g, '&lt;')
}

/** A title as it was typed, if it was printed from that. */
function joinCalls(title: string): string {
  return title.replace(/\{&#123;(?:(%)|&lt;)/g, (_, percent?: string) => `{{${percent ?? '<'}`)
}
