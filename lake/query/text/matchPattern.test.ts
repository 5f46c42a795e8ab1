import * as fc from 'fast-check'
import {evaluateSync, parse} from 'groq-js'
import {expect, test} from 'vitest'
import {compileMatchPattern, matchesPattern, scorePattern} from './matchPattern.ts'

const piece = fc.constantFrom(
  'a',
  'A',
  'b',
  'ß',
  'İ',
  'ı',
  'K',
  '개',
  '발',
  '.',
  '-',
  ' ',
  '*',
  'ab',
  '\n',
  "'",
  '_',
  '!',
  '\u00a0',
  '\ufeff',
  '\u3000',
  '\u180e',
)
const text = fc.array(piece, {maxLength: 9}).map((pieces) => pieces.join(''))
const texts = fc.oneof(text, fc.array(fc.oneof(text, fc.integer()), {maxLength: 3}))
const tree = parse('$text match $pattern')
const scoreTree = parse('[{"text": $text}] | score(text match $pattern)')

test('patterns are met as groq-js has it', () => {
  fc.assert(
    fc.property(texts, texts, (value, pattern) => {
      const params = {text: value, pattern}
      expect(matchesPattern(value, compileMatchPattern(pattern))).toBe(evaluateSync(tree, {params}).data)
      const scored = evaluateSync(scoreTree, {params}).data as [{_score: number}]
      expect(scorePattern(value, compileMatchPattern(pattern))).toBe(scored[0]._score)
    }),
    {numRuns: 3_000},
  )
})

test('a text is cut into tokens at the same signs', () => {
  const signs = Array.from({length: 0x1_0000}, (_, code) => String.fromCharCode(code)).filter(
    (sign) => !/^[\p{L}\p{N}\p{M}.*]$/u.test(sign),
  )
  const separating = signs.filter((sign) => matchesPattern(`a${sign}b`, compileMatchPattern('a')))
  expect(separating).toEqual(
    signs.filter((sign) => `a${sign}b`.match(/([^!@#$%^&*(),\\/?";:{}|[\]+<>\s-])+/g)?.[0] === 'a'),
  )
})

test('many wildcards take no longer than few', () => {
  const started = performance.now()
  expect(matchesPattern('a'.repeat(100_000), compileMatchPattern(`${'a*'.repeat(200)}b`))).toBe(false)
  expect(performance.now() - started).toBeLessThan(1_000)
})
