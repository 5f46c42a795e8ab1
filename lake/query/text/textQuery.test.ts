import {expect, test} from 'vitest'
import {searchableText} from './documentText.ts'
import {countedText, matchesTextQuery, parseTextQuery, scoreTextQuery} from './textQuery.ts'

const talk = {
  _type: 'talk',
  title: '백엔드개발에 대한 짧은 견해',
  tags: ['Node.js', 'SQLite'],
  body: [
    {
      children: [
        {_type: 'span', text: 'hard '},
        {_type: 'span', text: 'en'},
        {_type: 'span', text: 'ing'},
      ],
    },
  ],
}

test.each([
  ['개발', true],
  ['백엔드*', true],
  ['견해 sqlite', true],
  ['견해 mysql', false],
  ['견해 | mysql', true],
  ['"짧은 견해"', true],
  ['"견해 짧은"', false],
  ['-mysql', true],
  ['견해 -sqlite', false],
  ['-"짧은 견해"', false],
  ['sql', false],
  ['sql*', true],
  ['node.js', true],
  ['hardening', false],
  ['hard hardening', false],
  ['hard ening', true],
  ['hard', true],
  ['talk', false],
  ['*', true],
  ['', false],
  ['"', false],
])('%s: %s', (query, expected) => {
  expect(matchesTextQuery(parseTextQuery(query), talk)).toBe(expected)
})

test('Hangul in decomposed spelling is found', () => {
  expect(matchesTextQuery(parseTextQuery('개발'), {title: '개발자'.normalize('NFD')})).toBe(true)
})

test('more and rarer mentions rank higher, and what does not match counts nothing', () => {
  const score = (query: string, value: unknown): number =>
    scoreTextQuery(parseTextQuery(query), countedText(searchableText(value)))
  expect(score('개발', '개발 개발')).toBeGreaterThan(score('개발', '개발 운영'))
  expect(score('개발', '개발')).toBeGreaterThan(score('개발', `개발 ${'긴 글 '.repeat(500)}`))
  expect(score('개발 없음', '개발')).toBe(0)
  expect(score('개발 | 없음', '개발')).toBe(score('개발', '개발'))
})
