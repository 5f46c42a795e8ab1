import {printParagraph} from './constructs/paragraph.ts'
import {fromBlock} from './inline/fromBlock.ts'
import {textMeaning} from './inline/textMeaning.ts'
import {parseInline} from './parseInline.ts'
import {createPrinting, spellings, type Printing} from './printing.ts'
import type {InlineBlocks, MarkdownContext, TextBlock} from './types.ts'

/** Inline blocks as one string of Markdown; several blocks are separated by a blank line. */
export function serializeInline(blocks: InlineBlocks, context: MarkdownContext): string {
  return blocks.map((block) => serializeBlock(block, createPrinting(context))).join('\n\n')
}

function serializeBlock(block: TextBlock, printing: Printing): string {
  const print = (spelling: Partial<Printing>): string => printParagraph(block, {...printing, ...spelling})
  const wanted = textMeaning(fromBlock(block))
  const spelling = spellings.find((candidate) => {
    const read = parseInline(print(candidate), printing.context).blocks
    return read.length <= 1 && textMeaning(read[0] === undefined ? [] : fromBlock(read[0])) === wanted
  })
  return print(spelling ?? {})
}
