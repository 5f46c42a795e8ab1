import {joinPrinted} from '../printBlocks.ts'
import {serializeBlocks} from '../serializeBlocks.ts'
import type {BodyBlock, MarkdownContext} from '../types.ts'

/** Blocks as one body that ends with a line feed; empty for no blocks. An export writes only those that changed: `mergeBody`. */
export function serializeBody(blocks: readonly BodyBlock[], context: MarkdownContext): string {
  return blocks.length === 0 ? '' : `${joinPrinted(blocks, serializeBlocks(blocks, context))}\n`
}
