import {blockMeaning} from '../blockMeaning.ts'
import type {Child} from '../inline/types.ts'
import {mapTexts} from '../mapTexts.ts'
import {parseBody} from '../parseBody.ts'
import {isListItem} from '../printTextBlocks.ts'
import {isVerbatim, type SerializedBlock} from '../serializeBlocks.ts'
import type {Body, BodyBlock, MarkdownContext} from '../types.ts'
import type {Match} from './matchBlocks.ts'

/** What a block, or raw ones behind one another, may be read as: the meanings of the blocks that they become. */
export type Readings = ReadonlyArray<readonly string[]>

/**
 * What reading the result may give for each block. One that Markdown cannot hold becomes something else; a raw block
 * stays raw, or becomes what it is by itself: a quote is raw only right behind another; raw blocks behind one another may
 * be one; and a mark of a footnote that nothing defines is text.
 */
export function expectedReadings(
  matches: readonly Match[],
  serialized: ReadonlyArray<Pick<SerializedBlock, 'text' | 'exact'>>,
  context: MarkdownContext,
): Readings[] {
  const labels = footnoteLabels(matches.map(({block}) => block))
  const bodies = matches.map((match, index) => {
    const alone = () => parseBody(serialized[index]?.text ?? '', context).blocks
    return readingsOf(match, serialized[index]?.exact !== false, labels, alone)
  })
  return rawRuns(matches).map(({start, end}) => {
    const run = bodies.slice(start, end)
    return [run.flatMap(([own = []]) => own), run.flatMap((given) => given.at(-1) ?? [])].map(meaningsOf)
  })
}

/** Blocks one by one, but raw ones behind one another together. */
function rawRuns(matches: readonly Match[]): Array<{start: number; end: number}> {
  const runs: Array<{start: number; end: number}> = []
  for (const [index, {block}] of matches.entries()) {
    const last = runs.at(-1)
    const isNext = block._type === 'rawMarkdown' && matches[index - 1]?.block._type === 'rawMarkdown'
    if (isNext && last !== undefined) last.end++
    else runs.push({start: index, end: index + 1})
  }
  return runs
}

/** The block itself, and what else it may become. */
function readingsOf({block, changed}: Match, exact: boolean, labels: ReadonlySet<string>, alone: () => Body): Body[] {
  if (block._type === 'rawMarkdown' || (changed && isVerbatim(block))) return [[block], alone()]
  if (!isListItem(block) && changed && !exact) return [alone()]
  return [[block], [withoutDangling(block, labels)]]
}

/** Labels of the footnotes that the blocks define. */
function footnoteLabels(blocks: Body): ReadonlySet<string> {
  return new Set(
    blocks.flatMap((block) => {
      if (block._type === 'footnote') return [block.label]
      if (block._type !== 'rawMarkdown') return []
      return [...block.markdown.matchAll(/\[\^([^\]\n]+)\]:/g)].map(([, label = '']) => label)
    }),
  )
}

function withoutDangling(block: BodyBlock, labels: ReadonlySet<string>): BodyBlock {
  const asText = (child: Child): Child =>
    child._type === 'footnoteReference' && !labels.has(child.label)
      ? {_type: 'span', _key: child._key, text: `[^${child.label}]`, marks: []}
      : child
  return mapTexts(block, (text) =>
    text.children.some(({_type}) => _type === 'footnoteReference')
      ? {...text, children: text.children.map(asText)}
      : text,
  )
}

/** The meanings of blocks, raw Markdown behind other raw Markdown counted as one block. */
export function meaningsOf(blocks: Body): string[] {
  const joined: BodyBlock[] = []
  for (const block of blocks) {
    const last = joined.at(-1)
    if (block._type !== 'rawMarkdown' || last?._type !== 'rawMarkdown') joined.push(block)
    else joined[joined.length - 1] = {...last, markdown: `${last.markdown}\n\n${block.markdown}`}
  }
  return joined.map(blockMeaning)
}

/** Whether a text is read as blocks, each with one of its readings. */
export function readsAs(markdown: string, wanted: readonly Readings[], context: MarkdownContext): boolean {
  const read = meaningsOf(parseBody(markdown, context).blocks)
  let at = 0
  for (const readings of wanted) {
    const given = readings.find((meanings) => meanings.every((meaning, index) => meaning === read[at + index]))
    if (given === undefined) return false
    at += given.length
  }
  return at === read.length
}

/** Of texts that are all read differently, the one of which most blocks are read as they should be. */
export function findClosest(texts: readonly string[], wanted: readonly string[], context: MarkdownContext): string {
  const counts = texts.map((text) => {
    const read = meaningsOf(parseBody(text, context).blocks)
    return commonStart(read, wanted) + commonStart(read.toReversed(), wanted.toReversed())
  })
  return texts[counts.indexOf(Math.max(...counts))] ?? ''
}

function commonStart(a: readonly string[], b: readonly string[]): number {
  const different = a.findIndex((item, index) => item !== b[index])
  return different < 0 ? a.length : different
}
