import type {Notice} from '../notices.ts'
import {blockMeaning} from './blockMeaning.ts'
import {assemble, type Assembly, type Care} from './merge/assemble.ts'
import {isUntouched, matchBlocks, type Match} from './merge/matchBlocks.ts'
import type {Fidelity} from './merge/respell.ts'
import {parseBody} from './parseBody.ts'
import {normalizeLabel} from './parseTokens.ts'
import {printEach} from './printBlocks.ts'
import {createPrinting} from './printing.ts'
import {isVerbatim, serializeBody, serializeEach, type SerializedBlock} from './serializeBlocks.ts'
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
export function mergeBody({source, current, context}: MergeInput): MergedBody {
  const base = parseBody(source, context)
  const matches = matchBlocks(base.blocks, current)
  if (isUntouched(matches, base.blocks)) return {markdown: source, notices: []}
  const serialized = serializeEach(current, context, (index) => matches[index]?.changed === true)
  const {lineEnd} = readSourceText(source)
  const missing = definitionsToKeep(base, matches)
  const printed = serialized.map(({text}) => text)
  const wanted = [...expectedMeanings(matches, context), ...missing.map(blockMeaning)]
  const {blocks, spans} = base
  const printedBase = printEach(blocks, createPrinting(context))
  const assembly = {source, spans, blocks, matches, printed, base: printedBase, lineEnd}
  const attempt = (care: Care, fidelity: Assembly['fidelity'] = () => 'none'): string =>
    append(assemble({...assembly, care, fidelity}), missing, lineEnd)
  const nearest = (): string => {
    const chosen = chooseFidelity(matches, (fidelity) => readsAs(attempt('items', fidelity), wanted, context))
    return attempt('items', (index) => chosen[index] ?? 'none')
  }
  const whole = (): string => append(serializeBody(current, context).replaceAll('\n', lineEnd), missing, lineEnd)
  const attempts = [nearest, () => attempt('items'), () => attempt('groups'), whole]
  const exact = attempts.find((make) => readsAs(make(), wanted, context))
  const notices = [
    ...changeNotices(matches, serialized, context),
    ...missing.map((block) => keptNotice(block, context)),
  ]
  if (exact === undefined) notices.push(inexactNotice(attempt('items'), wanted, context))
  return {markdown: (exact ?? attempts[0])?.() ?? source, notices}
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

/** What reading the result should give: an edited raw block may have become something structured. */
function expectedMeanings(matches: readonly Match[], context: MarkdownContext): string[] {
  return matches.flatMap(({block, changed}) => {
    if (!changed || !isVerbatim(block)) return [blockMeaning(block)]
    const text = block._type === 'rawMarkdown' ? block.markdown : block._type === 'rawHtml' ? block.html : block.source
    return parseBody(text, context).blocks.map(blockMeaning)
  })
}

function readsAs(markdown: string, wanted: readonly string[], context: MarkdownContext): boolean {
  const {blocks} = parseBody(markdown, context)
  return blocks.length === wanted.length && blocks.every((block, index) => blockMeaning(block) === wanted[index])
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
      : `A ${block._type} has something that Markdown cannot hold.`
    return [{kind: exact ? 'rawInline' : 'unsupportedBlock', path: context.path, message, value: text.slice(0, 80)}]
  })
}

function inexactNotice(markdown: string, wanted: readonly string[], context: MarkdownContext): Notice {
  const read = parseBody(markdown, context).blocks.map(blockMeaning)
  const index = wanted.findIndex((meaning, at) => meaning !== read[at])
  const message = `Block ${index + 1} is read back differently from the written file.`
  return {kind: 'unsupportedBlock', path: context.path, message}
}
