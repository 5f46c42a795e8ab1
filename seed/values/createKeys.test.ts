import {expect, test} from 'vitest'
import {createKeys, withKeys} from './createKeys.ts'

test('a key is 12 hex digits of the content; equal items get different keys, in order', () => {
  const key = createKeys()
  const [first, second, other] = [key({text: 'a'}), key({text: 'a'}), key({text: 'b'})]
  expect([first, second, other].every((value) => /^[0-9a-f]{12}$/.test(value))).toBe(true)
  expect(new Set([first, second, other]).size).toBe(3)
  expect(createKeys()({text: 'b'})).toBe(other)
  expect(withKeys([{text: 'a'}])).toEqual([{text: 'a', _key: first}])
})
