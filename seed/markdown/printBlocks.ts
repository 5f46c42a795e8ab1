import {printCustomBlock} from './constructs/index.ts'
import type {Printing} from './printing.ts'
import {createTextPrinter, isListItem, isTextBlock, separatorBefore, type ListMarkers} from './printTextBlocks.ts'
import type {BodyBlock} from './types.ts'

/** Each block as Markdown; list items with the indent and number of their place. */
export function printEach(blocks: readonly BodyBlock[], printing: Printing): string[] {
  const printer = createTextPrinter()
  const hasRaw = blocks.some(({_type}) => _type === 'rawMarkdown')
  return blocks.map((block, index) => {
    if (isTextBlock(block)) return printer.print(block, printing, hasRaw ? markersAt(blocks, index) : undefined)
    printer.reset()
    // Indented code after a list would be read as a paragraph of its last item.
    if (block._type === 'codeBlock' && block.indented === true && isListItem(blocks[index - 1])) {
      return printCustomBlock({...block, indented: false}, printing)
    }
    return printCustomBlock(block, printing)
  })
}

/** Printed blocks as one text, without a line end at its end. */
export function joinPrinted(blocks: ReadonlyArray<{_type: string}>, texts: readonly string[]): string {
  return blocks.map((_, index) => separatorBefore(index, (at) => blocks[at]) + (texts[index] ?? '')).join('')
}

/** Other marker characters than those of a raw list beside the list of this item: Markdown would make them one list. */
function markersAt(blocks: readonly BodyBlock[], index: number): ListMarkers | undefined {
  if (!isListItem(blocks[index])) return undefined
  let before = index
  while (isListItem(blocks[before])) before--
  let after = index
  while (isListItem(blocks[after])) after++
  const taken = [blocks[before], blocks[after]].flatMap((block) =>
    block?._type === 'rawMarkdown' ? [markerOf(block.markdown)] : [],
  )
  if (taken.length === 0) return undefined
  const free = (characters: string[]): string => characters.find((character) => !taken.includes(character)) ?? ''
  return {bullet: free(['-', '*', '+']), dot: free(['.', ')'])}
}

function markerOf(markdown: string): string | undefined {
  return /^ {0,3}(?:\d{1,9})?([-*+.)])(?:\s|$)/.exec(markdown)?.[1]
}
