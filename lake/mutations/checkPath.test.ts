import {Mutation} from '@sanity/mutator'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {checkPath} from './checkPath.ts'

const isTaken = (path: string): boolean => {
  try {
    checkPath(path, 'here')
    return true
  } catch {
    return false
  }
}

/** What the mutator makes of `{a: [{_key: 'k', v: 1}, {_key: 'l', v: 2}], s: 't'}` when it sets the path to 0. */
function set(path: string): unknown {
  const document = {
    _id: 'd',
    _type: 'x',
    a: [
      {_key: 'k', v: 1},
      {_key: 'l', v: 2},
    ],
    s: 't',
  }
  return new Mutation({mutations: [{patch: {id: 'd', set: {[path]: 0}}}]}).apply(document)
}

test.each([
  'title',
  '_system.delete',
  'a[0]',
  'a[-1].v',
  'a[1:]',
  'a[:2]',
  'a[0,2]',
  'a[_key=="k"].v',
  'a[_key == "a]b\\"c"].items[_key=="l"]',
  'a[v>0].v',
  'a[v?]',
  'a[v.w != true]',
  'a[@ > 1]',
  'a[b[0], c]',
  'a..v',
  '..v',
  '..[_key=="k"]',
  "'my field'.'제목'",
])('%s is a path', (path) => {
  expect(() => checkPath(path, 'here')).not.toThrow()
})

test.each([
  '',
  ' ',
  'a[',
  'a]',
  'a]]',
  'a.',
  '.a',
  'a..',
  'a b',
  'my-field',
  '제목',
  'a,s',
  'a:s',
  'a?',
  's"x"',
  'a[0]v',
  'a[0',
  'a[]',
  'a[ ]',
  'a[:]',
  'a[*]',
  'a["x"]',
  'a[@]',
  'a[0][',
  'a[_key=="k"]]',
  'a[_key=="k]',
])('%j is none', (path) => {
  expect(() => checkPath(path, 'here')).toThrow(`here: the path "${path}" is not valid.`)
})

describe('a path that is taken', () => {
  const piece = fc.constantFrom(
    'a',
    's',
    'v',
    "'a'",
    '.',
    '..',
    '[',
    ']',
    '[0]',
    '[_key=="k"]',
    '[v>1]',
    '[1:]',
    '"k"',
    ',',
    ':',
    '?',
    '@',
    ' ',
    '1',
  )

  test('is read to its end by the mutator, or refused by it', () => {
    fc.assert(
      fc.property(fc.array(piece, {minLength: 1, maxLength: 7}), (pieces) => {
        const path = pieces.join('')
        fc.pre(isTaken(path))
        // A dot without a name after it is refused where it is read.
        expect(() => set(`${path}.`)).toThrow(/Expected|Operator|Invalid tokens|Failed to parse/)
      }),
      {numRuns: 2000},
    )
  })
})

test('a path of more than 4,096 characters is refused, whatever it holds', () => {
  const longest = `a${'.a'.repeat(2047)}b`
  expect(() => checkPath(longest, 'here')).not.toThrow()
  expect(() => checkPath(`${longest}c`, 'here')).toThrow('here: a path is longer than 4096 characters')
})

test.each(["'", '[', '[[', 'a.', '..', '"', '[a', "['", '[ ', '\\'])(
  'what is long and wrong, of %s, is refused in no time',
  (part) => {
    const path = `a${part.repeat(4000 / part.length)}`
    for (let time = 0; time < 1000; time++) expect(isTaken(path)).toBe(false)
  },
)

test.each([
  `a[${'1'.repeat(4000)}]`,
  `a[0${' '.repeat(4000)}]`,
  `a[b[${'1'.repeat(3900)}]==1]`,
  `a[${'-'.repeat(4000)}]`,
])('a long path is read in no time, whatever stands in its brackets (%#)', (path) => {
  const start = process.cpuUsage()
  for (let time = 0; time < 200; time++) isTaken(path)
  const {user} = process.cpuUsage(start)
  expect(user / 1e6).toBeLessThan(5)
})

test.each(['a[0:100001]', 'a[ -100001 : ]', 'a[b, 3 :9999999].c', 'a[_key=="k"][:200000]', "'a'[1:2][0:1000000]"])(
  '%s reaches too far',
  (path) => expect(() => checkPath(path, 'here')).toThrow(`a range in "${path}" goes beyond 100000 items`),
)

test.each([
  'a[0:100000]',
  'a[-100000:]',
  'a[200000]',
  'a[_key=="9999999:9999999"]',
  "'1:9999999'",
  'a[v>9999999, 1:2]',
])('%s reaches as far as it may', (path) => expect(() => checkPath(path, 'here')).not.toThrow())
