import type {SortKey} from '../../query/documentSource.ts'
import {createRowOrder, type RowOrder} from './createRowOrder.ts'

export type Spell = (value: unknown) => string

/** One column of a table, and what has been made of it, in step. */
export interface TableColumn {
  readonly cells: readonly unknown[]
  /** What has been made of the cells: see `DocumentRows`. */
  texts(spell: Spell): readonly string[]
  sorted(direction: SortKey['direction']): readonly number[]
  set(row: number, cell: unknown): void
  /** Makes room for a row without a value. */
  insert(row: number): void
  remove(row: number): void
  /** Bytes of memory for each row, about. */
  perRow(): number
}

/** Of a place in an order, in bytes. */
const placeSize = 8

/** @param cellSize bytes of memory for each cell, about */
export function createTableColumn(cells: unknown[], cellSize: number): TableColumn {
  const made = new Map<Spell, string[]>()
  const orders = new Map<SortKey['direction'], RowOrder>()

  return {
    cells,
    texts(spell) {
      const texts = made.get(spell) ?? cells.map(spell)
      made.set(spell, texts)
      return texts
    },
    sorted(direction) {
      const order = orders.get(direction) ?? createRowOrder(cells, direction)
      orders.set(direction, order)
      return order.rows
    },
    set(row, cell) {
      if (Object.is(cells[row], cell)) return
      for (const order of orders.values()) order.leave(row)
      cells[row] = cell
      for (const order of orders.values()) order.enter(row)
      for (const [spell, texts] of made) texts[row] = spell(cell)
    },
    insert(row) {
      cells.splice(row, 0, null)
      for (const [spell, texts] of made) texts.splice(row, 0, spell(null))
      for (const order of orders.values()) {
        order.shift(row, 1)
        order.enter(row)
      }
    },
    remove(row) {
      for (const order of orders.values()) {
        order.leave(row)
        order.shift(row, -1)
      }
      for (const list of [cells, ...made.values()]) list.splice(row, 1)
    },
    perRow: () => cellSize * (1 + made.size) + placeSize * orders.size,
  }
}
