import {expect, test} from 'vitest'
import {hashContent} from './hashContent.ts'

test('the hash is blind to the order of members and to keys, and has 12 hex digits', () => {
  expect(hashContent({a: 1, b: 2})).toBe('4acc71e05471')
  expect(hashContent({_key: 'x', b: 2, a: 1})).toBe('4acc71e05471')
})

test('an instant with milliseconds that are none is the same content, another one is not', () => {
  const instant = hashContent('2026-06-01T09:00:00Z')
  expect(hashContent('2026-06-01T09:00:00.000Z')).toBe(instant)
  expect(hashContent('2026-06-01T09:00:00.001Z')).not.toBe(instant)
  expect(hashContent('at 2026-06-01T09:00:00.000Z')).not.toBe(hashContent('at 2026-06-01T09:00:00Z'))
})
