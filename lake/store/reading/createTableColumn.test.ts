import * as fc from 'fast-check'
import {expect, test} from 'vitest'
import {createTableColumn} from './createTableColumn.ts'

const cell = fc.constantFrom<unknown>(null, 0, -0, 1, 7, '', 'a', '가', 'b', true, false)
const place = fc.nat({max: 1_000})
const step = fc.oneof(
  fc.record({kind: fc.constant('set' as const), place, cell}),
  fc.record({kind: fc.constantFrom('insert' as const, 'remove' as const), place}),
)
const spell = (value: unknown): string => `<${String(value)}>`
const directions = ['asc', 'desc'] as const

test('what was made of a column follows it as if it were made anew', () => {
  fc.assert(
    fc.property(fc.array(cell, {maxLength: 12}), fc.array(step, {maxLength: 30}), (cells, steps) => {
      const column = createTableColumn([...cells], 1)
      const made = (of: typeof column): unknown => [of.texts(spell), ...directions.map((to) => of.sorted(to))]
      made(column)
      for (const one of steps) {
        const {length} = column.cells
        if (one.kind === 'insert') column.insert(one.place % (length + 1))
        else if (length > 0 && one.kind === 'remove') column.remove(one.place % length)
        else if (length > 0 && one.kind === 'set') column.set(one.place % length, one.cell)
        expect(made(column)).toEqual(made(createTableColumn([...column.cells], 1)))
      }
    }),
  )
})
