import type {BodyBlock, TextBlock} from './types.ts'

/** A block with each text block of it mapped: itself, those of a callout or a footnote, or those of a table's cells. */
export function mapTexts(block: BodyBlock, map: (text: TextBlock) => TextBlock): BodyBlock {
  switch (block._type) {
    case 'block':
      return map(block)
    case 'callout':
    case 'footnote':
      return {...block, content: block.content.map(map)}
    case 'table':
      return {
        ...block,
        rows: block.rows.map((row) => ({
          ...row,
          cells: row.cells.map((cell) => ({...cell, content: cell.content.map(map)})),
        })),
      }
    default:
      return block
  }
}
