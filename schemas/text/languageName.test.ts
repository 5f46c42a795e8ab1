import {expect, test} from 'vitest'
import {languageName} from './languageName.ts'
import {sayIn} from './say.ts'

test.each([
  ['en', '영어', 'English'],
  ['zh-hans', '중국어(간체)', 'Simplified Chinese'],
  ['xx', 'xx', 'xx'],
  ['my_own', 'my_own', 'my_own'],
])('%s is called %s and %s', (code, ko, en) => {
  expect([languageName(code, sayIn('ko')), languageName(code, sayIn('en'))]).toEqual([ko, en])
})
