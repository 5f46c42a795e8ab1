import type {TableRow, TableValue} from '../../content.ts'
import {InlineBlocks} from '../InlineBlocks.tsx'

/** A table whose first row is its header, unless `header` is false. */
export function Table({value}: {value: TableValue}) {
  const rows = value.rows ?? []
  const headers = value.header === false ? [] : rows.slice(0, 1)
  const alignments = value.alignments ?? []
  return (
    <div className="table" tabIndex={0}>
      <table>
        {headers.length > 0 && (
          <thead>
            {headers.map((row) => (
              <Row key={row._key} row={row} alignments={alignments} header />
            ))}
          </thead>
        )}
        <tbody>
          {rows.slice(headers.length).map((row) => (
            <Row key={row._key} row={row} alignments={alignments} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Row({row, alignments, header = false}: {row: TableRow; alignments: string[]; header?: boolean}) {
  return (
    <tr>
      {row.cells?.map((cell, index) => {
        const alignment = alignments[index]
        const className = alignment === 'center' || alignment === 'right' ? alignment : undefined
        const content = <InlineBlocks value={cell.content} />
        if (header) {
          return (
            <th key={cell._key} scope="col" className={className}>
              {content}
            </th>
          )
        }
        return (
          <td key={cell._key} className={className}>
            {content}
          </td>
        )
      })}
    </tr>
  )
}
