import {createPrinting, type Printing} from '../printing.ts'
import type {MarkdownContext} from '../types.ts'
import type {Mark, Piece} from './pieces.ts'
import {printPieces} from './printPieces.ts'

/**
 * Portable Text has no marks on objects, so a formula in bold or an image in a link becomes inline Markdown together
 * with everything under its outermost mark; the rest of the paragraph stays editable.
 */
export function foldMarkedObjects(
  pieces: readonly Piece[],
  context: MarkdownContext,
  place: Printing['place'],
): readonly Piece[] {
  if (!pieces.some(({object, marks}) => object !== undefined && marks.length > 0)) return pieces
  const printing = {...createPrinting(context), place}
  const folded: Piece[] = []
  for (let index = 0; index < pieces.length;) {
    const outer = pieces[index]?.marks[0]
    const end = outer === undefined ? index + 1 : endOfMark(pieces, index, outer)
    const run = pieces.slice(index, end)
    if (outer !== undefined && run.some(({object}) => object !== undefined)) {
      folded.push({text: '', object: {_type: 'inlineMarkdown', markdown: printPieces(run, printing)}, marks: []})
    } else {
      folded.push(...run)
    }
    index = end
  }
  return folded
}

function endOfMark(pieces: readonly Piece[], start: number, mark: Mark): number {
  let end = start + 1
  while (pieces[end]?.marks[0] === mark) end++
  return end
}
