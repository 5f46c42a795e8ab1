import {isDeepStrictEqual} from 'node:util'
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {canonicalJson} from './canonicalJson.ts'

test('content is compared without keys, without the strength of references and without the order of members', () => {
  const authors = [{_key: 'x', _ref: 'author-a', _weak: true, _strengthenOnPublish: {type: 'author'}}]
  expect(canonicalJson({b: authors, a: undefined})).toBe('{"b":[{"_ref":"author-a"}]}')
  expect(canonicalJson(undefined)).toBe('null')
})

test('two values have the same text exactly when they are the same content', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (left, right) => {
      const shuffled: unknown = JSON.parse(JSON.stringify(left), (_, value: unknown) =>
        isObject(value) ? Object.fromEntries(Object.entries(value).reverse()) : value,
      )
      expect(canonicalJson(shuffled)).toBe(canonicalJson(left))
      expect(JSON.parse(canonicalJson(left))).toEqual(JSON.parse(JSON.stringify(left, withoutKeys)))
      expect(canonicalJson(left) === canonicalJson(right)).toBe(
        isDeepStrictEqual(JSON.parse(canonicalJson(left)), JSON.parse(canonicalJson(right))),
      )
    }),
  )
  expect(canonicalJson(JSON.parse('{"b": 1, "__proto__": 2, "a": 3}'))).toBe('{"__proto__":2,"a":3,"b":1}')
})

test('members of an object of any size stand in order', () => {
  const names = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,3}$/), {minLength: 15, maxLength: 30})
  fc.assert(
    fc.property(names, (names) => {
      const text = canonicalJson(Object.fromEntries(names.map((name) => [name, 1])))
      expect(text).toBe(JSON.stringify(Object.fromEntries(names.sort().map((name) => [name, 1]))))
    }),
  )
})

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const withoutKeys = (name: string, value: unknown): unknown => (name === '_key' ? undefined : value)
