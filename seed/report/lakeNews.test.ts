import {expect, test} from 'vitest'
import {createLakeNews} from './lakeNews.ts'

test('a lake that is away for long is told once, and so is its return', () => {
  const printed: string[] = []
  const {lost, heard} = createLakeNews((line) => printed.push(line))
  for (const tell of [heard, lost, lost, lost, heard, heard, lost]) tell()
  const away = 'The lake is away: what changes meanwhile is made up for when it is back.'
  expect(printed).toEqual([away, 'The lake is back.', away])
})
