import {expect, test} from 'vitest'
import type {FrontMatterValue} from '../frontMatter/frontMatterValue.ts'
import {writtenAliases} from './writtenAliases.ts'

test.for<[FrontMatterValue | undefined, string[]]>([
  ['/a/', ['/a/']],
  [' /a/ /b/\n', ['/a/', '/b/']],
  [
    ['/a b/', '', null, 2016],
    ['/a b/', '2016'],
  ],
  [2016, ['2016']],
  ['', []],
  [null, []],
  [undefined, []],
  [{a: '/a/'}, []],
])('the aliases that Hugo makes of %j', ([value, aliases]) => {
  expect(writtenAliases(value)).toEqual(aliases)
})
