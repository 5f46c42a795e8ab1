import type {Reading} from '../reading.ts'
import type {Token} from '../rules/markdownIt.ts'
import {placeholderStart} from '../shortcodes/placeholders.ts'
import {foldMarkedObjects} from './foldMarkedObjects.ts'
import {readPieces} from './readPieces.ts'
import {toBlock, toPlainBlock, type BuiltBlock, type TextShape} from './toBlock.ts'

/** A text block from the children of an inline token. */
export function readChildren(
  tokens: readonly Token[],
  reading: Reading,
  shape: TextShape,
  place: 'paragraph' | 'heading' | 'cell' = 'paragraph',
): BuiltBlock {
  const [first, second] = tokens
  if (first?.type === 'text' && second === undefined && isOnlyText(first.content, reading))
    return toPlainBlock(first.content, shape)
  const pieces = readPieces(tokens, reading, place !== 'paragraph')
  return toBlock(foldMarkedObjects(pieces, reading.context, place), shape)
}

function isOnlyText(text: string, {units}: Reading): boolean {
  return text !== '' && (units.length === 0 || !text.includes(placeholderStart))
}
