interface Cell {
  _type: 'tableCell'
  _key: string
  content: unknown[]
}

interface Row {
  _type: 'tableRow'
  _key: string
  cells: Cell[]
}

/** The rows of an HTML table as `cellElements` has them, each cell with its content. */
export function rowsOfTable(
  table: Element,
  contentOf: (cell: Element) => unknown[],
  newKey: () => string,
): Row[] | undefined {
  const cellOf = (element: Element | undefined): Cell => ({
    _type: 'tableCell',
    _key: newKey(),
    content: element === undefined ? [] : contentOf(element),
  })
  return cellElements(table)?.map((row) => ({
    _type: 'tableRow',
    _key: newKey(),
    cells: row.map((element) => cellOf(element)),
  }))
}

/**
 * The cells of an HTML table, all rows of one length: a cell that spans others is followed by empty ones. Undefined for a
 * table of one cell, which word processors use as a frame.
 */
export function cellElements(table: Element): Array<Array<Element | undefined>> | undefined {
  const rows = [...table.querySelectorAll('tr')].filter((row) => row.closest('table') === table)
  const cells = rows.map((row) => [...row.children].filter(({tagName}) => /^t[dh]$/i.test(tagName)).flatMap(spread))
  const width = Math.max(0, ...cells.map(({length}) => length))
  if (width === 0 || (width === 1 && rows.length === 1)) return undefined
  return cells.map((row) => Array.from({length: width}, (_, column) => row[column]))
}

function spread(cell: Element): Array<Element | undefined> {
  const span = Math.min(Number(cell.getAttribute('colspan') ?? 1) || 1, 100)
  return [cell, ...Array.from({length: Math.max(span, 1) - 1}, () => undefined)]
}
