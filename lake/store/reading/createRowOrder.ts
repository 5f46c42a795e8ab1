import {compareValues} from '../../query/compareValues.ts'
import type {SortKey} from '../../query/documentSource.ts'

/** The rows of a table in the order of one column's values. Equals stay in the order of their rows. */
export interface RowOrder {
  readonly rows: readonly number[]
  /** Takes a row out: to be called before its value changes, or before it goes. */
  leave(row: number): void
  /** Puts a row in by its value. */
  enter(row: number): void
  /** The rows from this one on have got other numbers. */
  shift(from: number, by: 1 | -1): void
}

/** @param cells the column itself, which is looked at again whenever a row leaves or enters */
export function createRowOrder(cells: readonly unknown[], direction: SortKey['direction']): RowOrder {
  const sign = direction === 'asc' ? 1 : -1
  const rows = [...cells.keys()].sort((left, right) => sign * compareValues(cells[left], cells[right]))

  function placeOf(row: number): number {
    const value = cells[row]
    let [low, high] = [0, rows.length]
    while (low < high) {
      const middle = (low + high) >> 1
      const other = rows[middle] ?? 0
      const compared = sign * compareValues(cells[other], value) || other - row
      if (compared < 0) low = middle + 1
      else high = middle
    }
    return low
  }

  return {
    rows,
    leave: (row) => void rows.splice(placeOf(row), 1),
    enter: (row) => void rows.splice(placeOf(row), 0, row),
    shift(from, by) {
      for (const [at, row] of rows.entries()) if (row >= from) rows[at] = row + by
    },
  }
}
