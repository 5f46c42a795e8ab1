import type {Reading} from '../reading.ts'
import type {Token} from '../rules/markdownIt.ts'
import {foldMarkedObjects} from './foldMarkedObjects.ts'
import {readPieces} from './readPieces.ts'
import {toBlock, type BuiltBlock, type TextShape} from './toBlock.ts'

/** A text block from the children of an inline token. */
export function readChildren(
  tokens: readonly Token[],
  reading: Reading,
  shape: TextShape,
  place: 'paragraph' | 'heading' | 'cell' = 'paragraph',
): BuiltBlock {
  const pieces = readPieces(tokens, reading, place !== 'paragraph')
  return toBlock(foldMarkedObjects(pieces, reading.context, place), shape)
}
