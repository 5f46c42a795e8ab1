import type {Notice} from '../notices.ts'
import {blockMeaning} from './blockMeaning.ts'
import {assemble, type Assembly, type Care} from './merge/assemble.ts'
import {isUntouched, matchBlocks, type Match} from './merge/matchBlocks.ts'
import type {Fidelity} from './merge/respell.ts'
import {settleForms} from './merge/settleForms.ts'
import {settleLists} from './merge/settleLists.ts'
import {withLineEnds} from './merge/withLineEnds.ts'
import {parseBody} from './parseBody.ts'
import {normalizeLabel} from './parseTokens.ts'
import {joinPrinted, printEach} from './printBlocks.ts'
import {createPrinting} from './printing.ts'
import {isVerbatim, serializeBlocks, serializeEach, type SerializedBlock} from './serializeBlocks.ts'
import {readSourceText} from './sourceText.ts'
import type {Body, BodyBlock, MarkdownContext, ParsedBody} from './types.ts'

/** An edited body and the Markdown that it came from. */
export interface MergeInput {
  source: string
  current: Body
  context: MarkdownContext
}

export interface MergedBody {
  markdown: string
  notices: Notice[]
}

/**
 * Writes an edited body into its source: blocks that are still there are copied, only changed and new ones are printed,
 * separators, line ends and the end of the text stay. The result is read again; if it does not give the edited body,
 * more around the changes is printed anew, and what Markdown cannot say at all is a notice.
 */
export function mergeBody({source, current: wished, context}: MergeInput): MergedBody {
  const base = parseBody(source, context)
  const current = settleLists(settleForms(wished))
  const matches = matchBlocks(base.blocks, current)
  if (isUntouched(matches, base.blocks)) return {markdown: source, notices: []}
  const serialized = serializeEach(current, context, (index) => matches[index]?.changed === true)
  const {lineEnd} = readSourceText(source)
  const missing = definitionsToKeep(base, matches)
  const printed = serialized.map(({text}) => text)
  const wanted = [...expectedReadings(matches, serialized, context), ...missing.map((block) => [[blockMeaning(block)]])]
  const {blocks, spans} = base
  const printedBase = printEach(blocks, createPrinting(context))
  const assembly = {source, spans, blocks, matches, printed, base: printedBase, lineEnd}
  const attempt = (care: Care, fidelity: Assembly['fidelity'] = () => 'none'): string =>
    append(assemble({...assembly, care, fidelity}), missing, lineEnd)
  const nearest = (): string => {
    const chosen = chooseFidelity(matches, (fidelity) => readsAs(attempt('items', fidelity), wanted, context))
    return attempt('items', (index) => chosen[index] ?? 'none')
  }
  const whole = (): string => append(printWhole(current, context, lineEnd), missing, lineEnd)
  const cares = ['items', 'groups', 'runs', 'seams'] as const
  const attempts = [nearest, ...cares.map((care) => () => attempt(care)), whole]
  const exact = attempts.find((make) => readsAs(make(), wanted, context))
  const notices = [
    ...changeNotices(matches, serialized, context),
    ...levelNotices(wished, current, context),
    ...missing.map((block) => keptNotice(block, context)),
  ]
  if (exact !== undefined) return withNews({markdown: exact(), notices}, base, context)
  const meanings = wanted.flatMap(([own = []]) => own)
  const texts = attempts.map((make) => make())
  const closest = findClosest(texts, meanings, context)
  notices.push(inexactNotice(closest, meanings, context))
  return withNews({markdown: closest, notices}, base, context)
}

/** What somebody should know about the written text that was not so before: a shortcode that stops Hugo, half a footnote. */
function withNews({markdown, notices}: MergedBody, base: ParsedBody, context: MarkdownContext): MergedBody {
  const nameOf = ({kind, message, value = ''}: Notice) => JSON.stringify([kind, message, value])
  const known = new Set(base.notices.map(nameOf))
  const news = parseBody(markdown, context).notices.filter(
    (notice) =>
      (notice.kind === 'unclosedShortcode' || notice.kind === 'danglingFootnote') && !known.has(nameOf(notice)),
  )
  return {markdown, notices: [...notices, ...news]}
}

function printWhole(blocks: Body, context: MarkdownContext, lineEnd: string): string {
  const texts = serializeBlocks(blocks, context).map((text, index) =>
    withLineEnds(text, blocks[index] ?? {_type: ''}, lineEnd),
  )
  return blocks.length === 0 ? '' : `${joinPrinted(blocks, texts)}\n`.replace(/\r?\n/g, lineEnd)
}

/** Of texts that are all read differently, the one of which most blocks are read as they should be. */
function findClosest(texts: readonly string[], wanted: readonly string[], context: MarkdownContext): string {
  const counts = texts.map((text) => {
    const read = parseBody(text, context).blocks.map(blockMeaning)
    return commonStart(read, wanted) + commonStart(read.toReversed(), wanted.toReversed())
  })
  return texts[counts.indexOf(Math.max(...counts))] ?? ''
}

function commonStart(a: readonly string[], b: readonly string[]): number {
  const different = a.findIndex((item, index) => item !== b[index])
  return different < 0 ? a.length : different
}

/** How near to its source each changed block can be written: all as near as can be, else one after the other. */
function chooseFidelity(
  matches: readonly Match[],
  isExact: (fidelity: Assembly['fidelity']) => boolean,
): readonly Fidelity[] {
  const chosen = matches.map(({changed, base}): Fidelity => (changed && base >= 0 ? 'words' : 'none'))
  if (isExact((index) => chosen[index] ?? 'none')) return chosen
  const settled = chosen.map((): Fidelity => 'none')
  for (const [index, wish] of chosen.entries()) {
    if (wish === 'none') continue
    const fits = (['words', 'lines'] as const).find((fidelity) =>
      isExact((at) => (at === index ? fidelity : (settled[at] ?? 'none'))),
    )
    settled[index] = fits ?? 'none'
  }
  return settled
}

/** What a block may be read as: the meanings of one block, or of several. */
type Readings = ReadonlyArray<readonly string[]>

/**
 * What reading the result may give for each block. One that Markdown cannot hold becomes something else; an edited raw
 * block stays raw, or becomes what it is by itself: a quote is raw only right behind another.
 */
function expectedReadings(
  matches: readonly Match[],
  serialized: readonly SerializedBlock[],
  context: MarkdownContext,
): Readings[] {
  return matches.map(({block, changed}, index) => {
    const {text = '', exact = true} = serialized[index] ?? {}
    const own = [blockMeaning(block)]
    const isItem = block._type === 'block' && block.listItem !== undefined
    if (!changed || isItem || (exact && !isVerbatim(block))) return [own]
    const alone = parseBody(text, context).blocks.map(blockMeaning)
    return exact ? [own, alone] : [alone]
  })
}

function readsAs(markdown: string, wanted: readonly Readings[], context: MarkdownContext): boolean {
  const read = parseBody(markdown, context).blocks.map(blockMeaning)
  let at = 0
  for (const readings of wanted) {
    const given = readings.find((meanings) => meanings.every((meaning, index) => meaning === read[at + index]))
    if (given === undefined) return false
    at += given.length
  }
  return at === read.length
}

/** Blocks of link definitions that were removed although text copied from the source still needs them. */
function definitionsToKeep(base: ParsedBody, matches: readonly Match[]): BodyBlock[] {
  const kept = new Set(matches.map(({base: index}) => index))
  const texts = matches.flatMap(({block}) => (block._type === 'rawMarkdown' ? [block.markdown] : []))
  const used = new Set(
    texts.flatMap((text) => [...text.matchAll(/\[([^\]]+)\](?!:)/g)].map(([, label]) => normalizeLabel(label ?? ''))),
  )
  return base.blocks.filter((block, index) => {
    if (block._type !== 'rawMarkdown' || kept.has(index)) return false
    return [...block.markdown.matchAll(/^ {0,3}\[([^\]^]+)\]:/gm)].some(([, label]) =>
      used.has(normalizeLabel(label ?? '')),
    )
  })
}

function append(markdown: string, blocks: readonly BodyBlock[], lineEnd: string): string {
  if (blocks.length === 0) return markdown
  const texts = blocks.map((block) => (block._type === 'rawMarkdown' ? block.markdown : ''))
  return `${markdown.trimEnd()}\n\n${texts.join('\n\n')}\n`.replace(/\r?\n/g, lineEnd)
}

function keptNotice(block: BodyBlock, context: MarkdownContext): Notice {
  const value = block._type === 'rawMarkdown' ? block.markdown : ''
  const message = 'Link definitions that other blocks still use were kept at the end.'
  return {kind: 'rawBlock', path: context.path, message, value}
}

function changeNotices(
  matches: readonly Match[],
  serialized: readonly SerializedBlock[],
  context: MarkdownContext,
): Notice[] {
  return matches.flatMap(({block, changed}, index): Notice[] => {
    const {text = '', exact = true, usesTags = false} = serialized[index] ?? {}
    if (!changed || (exact && !usesTags)) return []
    const message = exact
      ? 'Bold or italics are written as HTML tags, since Markdown would show the asterisks here.'
      : `${nameOfBlock(block)} ${quote(text)} has something that Markdown cannot hold, and was written as near as it can be.`
    return [{kind: exact ? 'rawInline' : 'unsupportedBlock', path: context.path, message, value: text.slice(0, 80)}]
  })
}

function nameOfBlock({_type}: BodyBlock): string {
  return _type === 'block' ? 'The paragraph' : `The ${_type}`
}

/** The beginning of a written block, by which somebody finds it. */
function quote(text: string): string {
  const [first = ''] = text.trim().split('\n')
  return `"${first.length > 60 ? `${first.slice(0, 60)}…` : first}"`
}

/** Items that an editor left further in than the one before them lets Markdown say. */
function levelNotices(wished: Body, settled: Body, {path}: MarkdownContext): Notice[] {
  const levels = new Map(wished.map((block) => [block._key, block._type === 'block' ? block.level : undefined]))
  const moved = settled.filter(
    (block) => block._type === 'block' && (levels.get(block._key) ?? block.level) !== block.level,
  )
  const message = 'A list item stands further in than the item before it allows, and was written less far in.'
  return moved.length === 0 ? [] : [{kind: 'unsupportedBlock', path, message}]
}

function inexactNotice(markdown: string, wanted: readonly string[], context: MarkdownContext): Notice {
  const read = parseBody(markdown, context).blocks.map(blockMeaning)
  const index = wanted.findIndex((meaning, at) => meaning !== read[at])
  const message = `Block ${index + 1} is read back differently from the written file.`
  return {kind: 'unsupportedBlock', path: context.path, message}
}
