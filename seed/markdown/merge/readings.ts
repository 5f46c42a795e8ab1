import {blockMeaning} from '../blockMeaning.ts'
import {parseBody} from '../parseBody.ts'
import {isVerbatim, type SerializedBlock} from '../serializeBlocks.ts'
import type {MarkdownContext} from '../types.ts'
import type {Match} from './matchBlocks.ts'

/** What a block may be read as: the meanings of one block, or of several. */
export type Readings = ReadonlyArray<readonly string[]>

/**
 * What reading the result may give for each block. One that Markdown cannot hold becomes something else; an edited raw
 * block stays raw, or becomes what it is by itself: a quote is raw only right behind another.
 */
export function expectedReadings(
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

/** Whether a text is read as what each block may be, one after the other. */
export function readsAs(markdown: string, wanted: readonly Readings[], context: MarkdownContext): boolean {
  const read = parseBody(markdown, context).blocks.map(blockMeaning)
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
    const read = parseBody(text, context).blocks.map(blockMeaning)
    return commonStart(read, wanted) + commonStart(read.toReversed(), wanted.toReversed())
  })
  return texts[counts.indexOf(Math.max(...counts))] ?? ''
}

function commonStart(a: readonly string[], b: readonly string[]): number {
  const different = a.findIndex((item, index) => item !== b[index])
  return different < 0 ? a.length : different
}
