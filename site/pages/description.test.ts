import {expect, test} from 'vitest'
import {description} from './description.ts'

const body = (text: string) => [
  {_type: 'block' as const, _key: 'b', children: [{_type: 'span' as const, _key: 's', text}]},
]

test('the summary comes first, then the abstract, then the text', () => {
  const [abstract, text] = [body('The abstract.'), body('The  text.')]
  expect(description({summary: '**One** line', abstract, body: text})).toBe('One line')
  expect(description({abstract, body: text})).toBe('The abstract.')
  expect(description({body: text})).toBe('The text.')
  expect(description({})).toBe('')
})

test('a long text ends at a word, or within one that is too long, and never within a character', () => {
  expect(description({summary: 'word '.repeat(50)})).toBe(`${'word '.repeat(39)}word…`)
  expect(description({summary: `a${'😀'.repeat(150)}`})).toBe(`a${'😀'.repeat(49)}…`)
})
