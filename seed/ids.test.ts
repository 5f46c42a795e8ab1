import {isDeepStrictEqual} from 'node:util'
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {canonicalJson, createKeys, documentId, hashContent, talkId, withKeys} from './ids.ts'

test('content is compared without keys and without the order of members', () => {
  expect(canonicalJson({b: [{_key: 'x', c: 1}], a: undefined})).toBe('{"b":[{"c":1}]}')
  expect(hashContent({a: 1, b: 2})).toBe(hashContent({b: 2, a: 1}))
})

test('two values have the same text exactly when they are the same content', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (left, right) => {
      const shuffled: unknown = JSON.parse(JSON.stringify(left), (_, value: unknown) =>
        isRecord(value) ? Object.fromEntries(Object.entries(value).reverse()) : value,
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

const isRecord = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const withoutKeys = (name: string, value: unknown): unknown => (name === '_key' ? undefined : value)

test('a key is 12 hex digits of the content; equal items get different keys, in order', () => {
  const key = createKeys()
  const [first, second, other] = [key({text: 'a'}), key({text: 'a'}), key({text: 'b'})]
  expect([first, second, other].every((value) => /^[0-9a-f]{12}$/.test(value))).toBe(true)
  expect(new Set([first, second, other]).size).toBe(3)
  expect(createKeys()({text: 'b'})).toBe(other)
  expect(withKeys([{text: 'a'}])).toEqual([{text: 'a', _key: first}])
})

test('ids hold no dot, stay readable for ASCII names and tell other names apart', () => {
  expect(documentId('author', 'admin')).toBe('author-admin')
  expect(documentId('author', 'admin', 'ko')).toBe('author-admin--ko')
  expect(documentId('author', 'jane-q.-doe')).toMatch(/^author-jane-q-doe-[0-9a-f]{12}$/)
  expect(documentId('project', '백엔드')).toMatch(/^project-[0-9a-f]{12}$/)
  expect(documentId('project', '백엔드'.normalize('NFD'))).toBe(documentId('project', '백엔드'))
})

test('a talk is known by its path', () => {
  expect(talkId('content/event/example/index.md')).toMatch(/^talk-example-[0-9a-f]{12}$/)
  expect(talkId('content/event/example/index.md')).not.toBe(talkId('content/talk/example/index.md'))
  expect(talkId('content/event/백엔드/index.md')).toMatch(/^talk-[0-9a-f]{12}$/)
})
