import fc from 'fast-check'
import {expect, test} from 'vitest'
import {FlatReader, type FlatValues, FlatWriter} from './flatValues.ts'

/** As another thread gets them. */
function flatValues(values: readonly unknown[]): FlatValues {
  const writer = new FlatWriter()
  for (const value of values) writer.add(value)
  return structuredClone(writer.finish())
}

function readAll(flat: FlatValues, count: number): unknown[] {
  const reader = new FlatReader(flat)
  return Array.from({length: count}, () => reader.next())
}

test('every value comes back, in order', () => {
  const names = fc.oneof(fc.constantFrom('_key', '_type', 'text', '__proto__', '7'), fc.string())
  const text = fc.oneof(
    fc.constantFrom('span', 'a text longer than sixteen'),
    fc.string({unit: 'binary', maxLength: 40}),
  )
  const number = fc.double().map((value) => (Object.is(value, -0) ? 0 : value))
  const values = [text, fc.integer(), number, fc.boolean(), fc.constantFrom(null, undefined)]
  const value = fc.oneof(fc.object({key: names, values, maxDepth: 4}), ...values)
  fc.assert(
    fc.property(fc.array(value), (all) => {
      expect(readAll(flatValues(all), all.length)).toStrictEqual(all)
    }),
  )
})

test('names of members and repeated short texts are kept once, and what is long as one text', () => {
  const spans = ['first', 'second'].map((which) => ({_type: 'span', _key: which, text: `${which} text of some length`}))
  expect(flatValues([{children: spans, level: 1}, {children: []}])).toEqual({
    codes: Int32Array.of(7, 10, 3, 0, 21, 101, 3, 0, 25, 105, 4, 11, 2),
    shapes: [['_type', '_key', 'text'], ['children', 'level'], ['children']],
    scalars: ['span', 1],
    text: 'firstfirst text of some lengthsecondsecond text of some length',
  })
})

test('lists grow with what is written', () => {
  const long = Array.from({length: 100_000}, (_, index) => index % 5)
  expect(readAll(flatValues([long, 'end']), 2)).toEqual([long, 'end'])
})

test('nothing is read behind the last value', () => {
  const reader = new FlatReader(flatValues([1]))
  expect(reader.next()).toBe(1)
  expect(() => reader.next()).toThrow('There are no more values.')
})
