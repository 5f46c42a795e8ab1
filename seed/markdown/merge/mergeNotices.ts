import type {Notice} from '../../notices.ts'
import {canonicalJson} from '../../values/canonicalJson.ts'
import {blockMeaning} from '../blockMeaning.ts'
import {parseBody} from '../parseBody.ts'
import {isListItem, listStart} from '../printTextBlocks.ts'
import type {SerializedBlock} from '../serializeBlocks.ts'
import type {Body, BodyBlock, MarkdownContext, ParsedBody, RawMarkdown} from '../types.ts'
import type {Match} from './matchBlocks.ts'
import {meaningsOf} from './readings.ts'

/** Of a block of `definitionsToKeep`. */
export function keptNotice({markdown: value}: RawMarkdown, context: MarkdownContext): Notice {
  const message = 'Link definitions that other blocks still use were kept at the end.'
  return {kind: 'rawBlock', path: context.path, message, value}
}

/** What of the changed blocks Markdown cannot say, or says in HTML only. */
export function changeNotices(
  matches: readonly Match[],
  serialized: readonly SerializedBlock[],
  context: MarkdownContext,
): Notice[] {
  return matches.flatMap(({block, changed}, index): Notice[] => {
    const {text = '', exact = true, usesTags = false} = serialized[index] ?? {}
    if (!changed || (exact && !usesTags)) return []
    const message = exact
      ? 'Bold, italics or a strike-through are written as HTML tags, since Markdown or Hugo does not take its own marks here.'
      : `${nameOfBlock(block)} ${quote(shownText(block, text))} has something that Markdown cannot hold${lostMembers(block, text, context)}, and was written as near as it can be.`
    return [{kind: exact ? 'rawInline' : 'unsupportedBlock', path: context.path, message, value: text.slice(0, 80)}]
  })
}

function nameOfBlock({_type}: BodyBlock): string {
  return _type === 'block' ? 'The paragraph' : `The ${_type}`
}

/** A callout's own text, which stands below the line that names its kind. */
function shownText(block: BodyBlock, text: string): string {
  const [, below = text] = block._type === 'callout' && block.content.length > 0 ? text.split('\n') : []
  return below.replace(/^> /, '')
}

/** The members of a block that are not read back from its text, in brackets behind a space. */
function lostMembers(block: BodyBlock, text: string, context: MarkdownContext): string {
  const [read, ...others] = parseBody(text, context).blocks
  if (block._type === 'block' || read?._type !== block._type || others.length > 0) return ''
  const members = (value: BodyBlock): Record<string, unknown> => JSON.parse(blockMeaning(value))
  const [wanted, given] = [members(block), members(read)]
  const lost = Object.keys({...wanted, ...given}).filter(
    (name) => canonicalJson(wanted[name]) !== canonicalJson(given[name]),
  )
  return lost.length === 0 ? '' : ` (${lost.join(', ')})`
}

/** The beginning of a written block, by which somebody finds it. */
function quote(text: string): string {
  const [first = ''] = text.trim().split('\n')
  return `"${first.length > 60 ? `${first.slice(0, 60)}…` : first}"`
}

/** What an editor gave items that Markdown cannot say: a level further in than the one before allows, a first number. */
export function listNotices(wished: Body, settled: Body, {path}: MarkdownContext): Notice[] {
  const before = new Map(wished.map((block) => [block._key, block]))
  const changes = settled.flatMap((block) => {
    const wish = before.get(block._key)
    return isListItem(block) && wish?._type === 'block' ? [[block, wish] as const] : []
  })
  const isMoved = changes.some(([item, wish]) => (wish.level ?? item.level) !== item.level)
  const isRenumbered = changes.some(([item, wish]) => (item.level ?? 1) > 1 && listStart(wish) !== listStart(item))
  const moved = 'A list item stands further in than the item before it allows, and was written less far in.'
  const renumbered = 'A list inside of an item begins with 1, since Markdown would take another number there for text.'
  const messages = [...(isMoved ? [moved] : []), ...(isRenumbered ? [renumbered] : [])]
  return messages.map((message) => ({kind: 'unsupportedBlock', path, message}))
}

/** Of the first block that the text, which is the best there is, is not read back as. */
export function inexactNotice(markdown: string, wanted: readonly string[], context: MarkdownContext): Notice {
  const read = meaningsOf(parseBody(markdown, context).blocks)
  const index = wanted.findIndex((meaning, at) => meaning !== read[at])
  const message = `Block ${index + 1} is read back differently from the written file.`
  return {kind: 'unsupportedBlock', path: context.path, message}
}

/** What somebody should know about the written text that was not so before: a shortcode that stops Hugo, half a footnote. */
export function newNotices(markdown: string, base: ParsedBody, context: MarkdownContext): Notice[] {
  const nameOf = ({kind, message, value = ''}: Notice) => JSON.stringify([kind, message, value])
  const known = new Set(base.notices.map(nameOf))
  return parseBody(markdown, context).notices.filter(
    (notice) =>
      (notice.kind === 'unclosedShortcode' || notice.kind === 'danglingFootnote') && !known.has(nameOf(notice)),
  )
}
