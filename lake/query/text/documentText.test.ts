import * as fc from 'fast-check'
import {expect, test} from 'vitest'
import {searchableText, words} from './documentText.ts'

test('words are in lower case, once per string, and a block adds its spans as one line', () => {
  const block = {
    _type: 'block',
    _key: 'k',
    children: [
      {_type: 'span', text: '백엔드'},
      {_type: 'span', text: '개발 (Node.js)'},
    ],
  }
  expect(searchableText({_type: 'talk', title: 'Hello, 세계!', body: [block]}).split('\n')).toEqual([
    'hello 세계',
    '백엔드',
    '개발 node js',
    '개발 nodejs',
    '백엔드개발 node js',
    '백엔드개발 nodejs',
  ])
})

const unit = fc.oneof(
  fc.constantFrom(
    'a',
    'B',
    '_',
    '7',
    '.',
    '..',
    ' ',
    '-',
    '가',
    '힣',
    'ᄒ',
    'ᅡ',
    'ᆫ',
    'é',
    'e\u0301',
    'İ',
    'ß',
    '中',
    'カ',
    'ー',
  ),
  fc.constantFrom('·', '「', '…', '\u3099', '\u2028', '\u2160', '½', 'ª', '\u212a', '\u{1F600}', '\ud800', '\0'),
  fc.string({unit: 'binary', maxLength: 2}),
)

test('texts of plain letters are spelled as all others are', () => {
  fc.assert(
    fc.property(fc.array(unit, {maxLength: 12}), (units) => {
      const text = units.join('')
      const spelled = (part: string) => (part.toLowerCase().match(/[\p{L}\p{N}\p{M}_]+/gu) ?? []).join(' ')
      const spellings = [words(text).join(' '), spelled(text), spelled(text.replace(/(\b\.+|\.+\b)/g, ''))]
      expect(new Set(searchableText([text, 'end']).split('\n'))).toEqual(
        new Set([...spellings.filter((line) => line !== ''), 'end']),
      )
    }),
    {numRuns: 3000},
  )
})
