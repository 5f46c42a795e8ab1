import type {Span} from './inline/types.ts'
import {isTextBlock} from './printTextBlocks.ts'
import type {BodyBlock} from './types.ts'

/**
 * Whether a block has a heading with a strike-through inside another mark, which is written with HTML tags: Hugo renders
 * links and emphasis of headings for its table of contents without knowing `~~`, and stops (0.111, markup/goldmark/toc.go).
 */
export function hasStruckHeading(block: BodyBlock): boolean {
  if (!isTextBlock(block)) return 'content' in block && block.content.some(hasStruckHeading)
  return block.style.startsWith('h') && block.children.some((child) => child._type === 'span' && isStruck(child))
}

function isStruck({text, marks}: Span): boolean {
  if (text === '') return false
  return marks.includes('strike-through') && marks.some((mark) => mark !== 'strike-through' && mark !== 'code')
}
