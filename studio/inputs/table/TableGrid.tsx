import type {Path} from '@sanity/types'
import type {Say} from '../../../schemas/text/say.ts'
import {moveFocus} from './cellFocus.ts'
import {TableCell} from './TableCell.tsx'
import {type CreateKey, pasteCells, setCellText, type TableEdit} from './tableEdits.ts'
import {ColumnMenu, RowMenu} from './TableMenus.tsx'
import {cellPath, cellsOf, isHeaderRow, rowsOf, type TableText, type TableValue, widthOf} from './tableValue.ts'

export interface TableGridProps {
  table: TableValue
  say: Say
  readOnly: boolean
  /** Writes what is typed, of which the browser knows how to take it back. */
  write: (edits: TableEdit[]) => void
  change: (edits: TableEdit[]) => void
  createKey: CreateKey
  /** What the cells of a table in the clipboard say, row by row; undefined when it has none. */
  readTable: (clipboard: DataTransfer) => TableText[][][] | undefined
  /** Opens the cell at this path of the table, to write more than a line of plain text. */
  open: (cell: Path) => void
}

/** The cells of a table, with a menu for every column and row. */
export function TableGrid(props: TableGridProps) {
  const {table, say, readOnly} = props
  const columns = Array.from({length: widthOf(table)}, (_, column) => column)
  const paste = (row: number, column: number, clipboard: DataTransfer): boolean => {
    const cells = props.readTable(clipboard)
    if (cells !== undefined) props.change(pasteCells(table, {row, column}, cells, props.createKey))
    return cells !== undefined
  }
  return (
    <div className="lectern-grid" onKeyDown={(event) => moveFocus(event, columns.length)}>
      <table>
        {!readOnly && (
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  <ColumnMenu {...props} at={column} />
                </th>
              ))}
              <td />
            </tr>
          </thead>
        )}
        <tbody>
          {rowsOf(table).map((row, index) => (
            <tr key={row._key ?? index}>
              {columns.map((column) => (
                <td key={column}>
                  <TableCell
                    cell={cellsOf(row)[column]}
                    label={say({ko: `${index + 1}줄 ${column + 1}열`, en: `Row ${index + 1}, column ${column + 1}`})}
                    detailsLabel={say({ko: '서식과 링크', en: 'Formatting and links'})}
                    isHeader={isHeaderRow(table, index)}
                    alignment={table.alignments?.[column]}
                    readOnly={readOnly}
                    onText={(text) => props.write(setCellText(table, {row: index, column}, text, props.createKey))}
                    onTable={(clipboard) => paste(index, column, clipboard)}
                    onOpen={() => props.open(cellPath(table, index, column))}
                  />
                </td>
              ))}
              {!readOnly && (
                <td>
                  <RowMenu {...props} at={index} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
