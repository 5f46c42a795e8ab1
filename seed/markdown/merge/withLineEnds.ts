import {isListItem} from '../printTextBlocks.ts'

/**
 * A printed block with the line ends of its file. Goldmark does not see an empty item that ends in CR LF right behind
 * its marker: it reads the line as text, or as the rule of a table, so that a space stands between.
 */
export function withLineEnds(text: string, block: {_type: string}, lineEnd: string): string {
  if (lineEnd === '\n') return text
  const spaced = isListItem(block) ? text.replace(/^([ \t]*(?:[-+*]|\d{1,9}[.)]))$/, '$1 ') : text
  return spaced.replaceAll('\n', lineEnd)
}
