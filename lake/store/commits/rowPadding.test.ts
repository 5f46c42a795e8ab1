import {expect, test} from 'vitest'
import {rowPadding} from './rowPadding.ts'

const rowLength = (body: number, count: number): number =>
  body + (count > 1 ? 1 : 0) + (rowPadding(body, count)?.byteLength ?? 0)

test('rows of like length become equally long, whatever their count takes', () => {
  const lengths = Array.from({length: 2_000}, (_, index) => 4_000 + index)
  const rows = new Set(lengths.flatMap((length) => [rowLength(length, 0), rowLength(length, 2)]))
  expect(rows.size).toBeLessThanOrEqual(Math.ceil(2_000 / 256) + 1)
  expect([rowLength(5_000, 0), rowLength(5_030, 1)]).toEqual([rowLength(5_010, 5), rowLength(5_010, 0)])
})

test('the length of the padding always takes two bytes', () => {
  const paddings = Array.from({length: 600}, (_, index) => rowPadding(4_000 + index, 0)?.byteLength ?? 0)
  expect([Math.min(...paddings), Math.max(...paddings)]).toEqual([58, 313])
})

test('a row that fits on a page is left alone', () => {
  expect(rowPadding(3_000, 0)).toBeNull()
})
