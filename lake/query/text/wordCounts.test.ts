import * as fc from 'fast-check'
import {expect, test} from 'vitest'
import {searchableText} from './documentText.ts'
import {countedText, hasPhrase, parseTextQuery, scoreTextQuery} from './textQuery.ts'
import {countWords, joinedTexts, textOfCounts, writeCounts} from './wordCounts.ts'

const word = fc.constantFrom('서버', '서버를', 'server', 'Servers', 'a.b', '12', '2', 'x', '개발', '백엔드개발에')
const sentence = fc.array(word, {maxLength: 80}).map((list) => list.join(' '))
const value = fc.array(sentence, {maxLength: 3})
const query = fc
  .array(
    fc.tuple(fc.constantFrom('', '-'), word, fc.constantFrom('', '*', ' |')).map((parts) => parts.join('')),
    {maxLength: 3},
  )
  .map((parts) => parts.join(' '))

const counted = (text: string) => textOfCounts(writeCounts(text.length, countWords(text)))

test('the counts of a text rank it as the text itself does', () => {
  fc.assert(
    fc.property(value, fc.constantFrom('*', '', 'a'), query, (texts, start, rest) => {
      const text = searchableText(texts)
      const wanted = parseTextQuery(`${start} ${rest}`)
      fc.pre(!hasPhrase(wanted))
      expect(scoreTextQuery(wanted, counted(text))).toBe(scoreTextQuery(wanted, countedText(text)))
    }),
  )
})

test('texts that are joined rank as the text of all of them', () => {
  fc.assert(
    fc.property(value, query, (texts, source) => {
      const wanted = parseTextQuery(source)
      fc.pre(!hasPhrase(wanted))
      const parts = texts.map((text) => counted(searchableText(text)))
      expect(scoreTextQuery(wanted, joinedTexts(parts))).toBe(
        scoreTextQuery(wanted, countedText(searchableText(texts))),
      )
    }),
  )
})

test('counts are written as numbers with the words that stand so often', () => {
  const text = searchableText(['서버 at Server', 'server: two, two'])
  expect(writeCounts(text.length, countWords(text))).toBe('27\n1 서버 at\n2 server two')
})
