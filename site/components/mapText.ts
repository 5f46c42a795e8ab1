import type {BodyItem, TableCell, TextBlock} from '../content.ts'

/** An item with each of its text blocks, those of callouts and table cells included, in reading order. */
export function mapText(item: BodyItem, map: (block: TextBlock) => TextBlock): BodyItem {
  switch (item._type) {
    case 'block':
      return map(item)
    case 'callout':
      return {...item, content: item.content?.map(map)}
    case 'table':
      return {...item, rows: item.rows?.map((row) => ({...row, cells: row.cells?.map(mapCell(map))}))}
    default:
      return item
  }
}

function mapCell(map: (block: TextBlock) => TextBlock) {
  return (cell: TableCell): TableCell => ({...cell, content: cell.content?.map(map)})
}
