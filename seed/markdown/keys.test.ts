import fc from 'fast-check'
import {expect, test} from 'vitest'
import {createKeyMaker, firstKey} from './keys.ts'

const anyText = fc.oneof(
  fc.string({unit: 'binary', maxLength: 100}),
  fc.string({unit: fc.constantFrom('가', 'a', '"', '\\', '\n', '\ud83d', '\ude00'), maxLength: 100}),
)

test('a key is cyrb53 of the text', () => {
  expect([
    firstKey(''),
    firstKey('서버를 다양한'),
    firstKey('a text that is longer than forty letters, 마흔 글자'),
  ]).toEqual(['1aee8d488bdc', 'f30764e04356', '0f7d99e0d07d'])
})

test('a span says its text as JSON and its marks behind it', () => {
  fc.assert(
    fc.property(anyText, fc.array(fc.constantFrom('strong', 'em', 'code'), {maxLength: 3}), (text, marks) => {
      expect(firstKey({text, marks})).toBe(firstKey(JSON.stringify(text) + marks.join(' ')))
    }),
  )
})

test('what holds items says its shape and their keys', () => {
  fc.assert(
    fc.property(anyText, fc.array(anyText, {maxLength: 40}), (shape, texts) => {
      const items = texts.map((text) => ({_key: firstKey(text)}))
      expect(firstKey({shape, items})).toBe(firstKey(shape + items.map(({_key}) => _key).join('')))
    }),
  )
})

test('a text has the same key wherever it was copied before, however long it is', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(anyText, fc.nat({max: 200})), {minLength: 1}), (texts) => {
      const long = texts.map(([text, times]) => text.repeat(times))
      const keys = long.map((text) => firstKey(text))
      expect(
        long
          .toReversed()
          .map((text) => firstKey(text))
          .toReversed(),
      ).toEqual(keys)
    }),
  )
})

test('equal items of one array have different keys, the same in every array', () => {
  const keysOf = (texts: readonly string[]) => texts.map(createKeyMaker())
  expect(keysOf(['a', 'b', 'a', 'a'])).toEqual([firstKey('a'), firstKey('b'), 'da4555121312', '037d351a20c6'])
  expect(keysOf(['a', 'a', 'b'])).toEqual([firstKey('a'), 'da4555121312', firstKey('b')])
})
