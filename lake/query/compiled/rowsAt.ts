import type {Cells, DocumentRows} from '../documentSource.ts'

/** Some rows as rows of their own, in the order in which they are given. */
export function rowsAt(rows: DocumentRows, some: readonly number[]): DocumentRows {
  const columns = new Map<string, Cells | undefined>()
  return {
    ids: some.map((row) => rows.ids[row] ?? ''),
    isHidden: (id) => rows.isHidden(id),
    column(path) {
      if (!columns.has(path)) {
        const whole = rows.column(path)
        columns.set(path, whole && some.map((row) => whole[row]))
      }
      return columns.get(path)
    },
    texts(path, spell) {
      const whole = rows.texts?.(path, spell)
      return whole && some.map((row) => whole[row] ?? '')
    },
    read: (wanted, attributes) =>
      rows.read(
        Array.from(wanted, (at) => some[at] ?? 0),
        attributes,
      ),
  }
}
