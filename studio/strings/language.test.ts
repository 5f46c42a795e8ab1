import {defaultLocale} from 'sanity'
import {expect, test} from 'vitest'
import {languageOf} from './language.ts'
import {preferLanguage} from './preferLanguage.ts'

test.each([
  [null, ['ko-KR', 'en-US'], 'ko'],
  [null, ['en-US', 'ko'], 'en'],
  [null, ['de', 'ko', 'en'], 'ko'],
  [null, ['de'], 'en'],
  ['en-US', ['ko-KR'], 'en'],
  ['ko-KR', ['en-US'], 'ko'],
] as const)('chosen %s, preferred %s: %s', (chosen, preferred, language) => {
  expect(languageOf({chosen, preferred})).toBe(language)
})

test('Sanity starts in the last locale of the list, so the wanted one goes there', () => {
  const korean = {...defaultLocale, id: 'ko-KR'}
  const ids = (language: 'ko' | 'en') => preferLanguage([defaultLocale, korean], language).map(({id}) => id)
  expect([ids('ko'), ids('en')]).toEqual([
    ['en-US', 'ko-KR'],
    ['ko-KR', 'en-US'],
  ])
})
