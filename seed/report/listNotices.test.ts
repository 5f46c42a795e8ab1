import {expect, test} from 'vitest'
import type {Notice} from '../notices.ts'
import {listNotices} from './listNotices.ts'

const unknown = (path: string, line: number): Notice => ({
  kind: 'unknownKey',
  path,
  line,
  message: 'No template reads it.',
})

test('what asks for nothing and says the same in many places is one line', () => {
  const broken: Notice[] = ['a.md', 'b.md', 'c.md', 'd.md'].map((path) => ({
    kind: 'rejectedDate',
    path,
    line: 2,
    message: 'Hugo cannot read this date.',
  }))
  expect(
    listNotices([unknown('a.md', 5), ...broken, unknown('b.md', 6), unknown('b.md', 7), unknown('c.md', 8)]),
  ).toEqual([
    'a.md:5: No template reads it. (unknownKey)',
    '  … and 3 more that say the same (3 pages; --report lists them)',
    'a.md:2: Hugo cannot read this date. (rejectedDate)',
    'b.md:2: Hugo cannot read this date. (rejectedDate)',
    'c.md:2: Hugo cannot read this date. (rejectedDate)',
    'd.md:2: Hugo cannot read this date. (rejectedDate)',
  ])
})

test('so is what asks for nothing and says the same of many names', () => {
  const missing = ['Kim', 'Lee', 'Kim', 'Park'].map((name, index): Notice => {
    const message = `The site has no page of the author "${name}".`
    return {kind: 'missingAuthor', path: `${index}.md`, line: 3, message, value: name}
  })
  expect(listNotices([...missing, unknown('a.md', 1)])).toEqual([
    '0.md:3: The site has no page of the author "Kim". (missingAuthor)',
    '  … and 3 more of "Lee", "Park" (4 pages; --report lists them)',
    'a.md:1: No template reads it. (unknownKey)',
  ])
})

test('of many names some are told', () => {
  const keys = Array.from({length: 13}, (_, index): Notice => ({
    kind: 'unknownKey',
    path: 'a.md',
    message: `Nobody reads "${index}".`,
  }))
  expect(listNotices(keys)).toEqual([
    'a.md: Nobody reads "0". (unknownKey)',
    '  … and 12 more of "1", "2", "3", "4", "5", "6", "7", "8" and 4 other names (the same page; --report lists them)',
  ])
  expect(listNotices(keys.slice(0, 10)).at(-1)).toBe(
    '  … and 9 more of "1", "2", "3", "4", "5", "6", "7", "8" and 1 other name (the same page; --report lists them)',
  )
})

test('of many warnings in the same words the first are listed, so that they do not hide what else was said', () => {
  const gone = Array.from({length: 400}, (_, index): Notice => ({
    kind: 'deletedFile',
    path: `${index}.md`,
    message: 'Its file is gone.',
  }))
  expect(listNotices([...gone, unknown('a.md', 1)])).toEqual([
    ...Array.from({length: 20}, (_, index) => `${index}.md: Its file is gone. (deletedFile)`),
    '  … and 380 more that say the same (400 pages; --report lists them)',
    'a.md:1: No template reads it. (unknownKey)',
  ])
})

test('a few are listed one by one', () => {
  expect(listNotices([unknown('a.md', 1), unknown('b.md', 1), unknown('c.md', 1)])).toEqual([
    'a.md:1: No template reads it. (unknownKey)',
    'b.md:1: No template reads it. (unknownKey)',
    'c.md:1: No template reads it. (unknownKey)',
  ])
  expect(listNotices([])).toEqual([])
})
