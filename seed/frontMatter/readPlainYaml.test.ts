import {isDeepStrictEqual} from 'node:util'
import fc from 'fast-check'
import {CORE_SCHEMA, YAMLException, load, mergeTag} from 'js-yaml'
import {expect, test} from 'vitest'
import {readPlainYaml} from './readPlainYaml.ts'

const schema = CORE_SCHEMA.withTags(mergeTag)

function readFully(header: string): unknown {
  try {
    return load(header, {schema})
  } catch (error) {
    if (error instanceof YAMLException) return error.reason
    throw error
  }
}

const page = `title: '서버''s 설계' # a comment
subtitle: "with: colon"
  # another
event: Hugo Blox Builder Conference #1
date: 2024-10-03T13:00:00Z
all_day: false
weight: 10
url_pdf: ''
url_slides: ../slides/a.pdf
tags: [backend, 'a, b', "c"]
categories: []
authors:
- admin
- '홍길동'
projects:

  - internal-project
image:
  caption: 'A: [b](https://c)'
  preview_only: true
  filename:
links:
`

test('the front matter of a usual page, as the full parser reads it', () => {
  expect(readPlainYaml(page)).toStrictEqual(readFully(page))
})

test('anything else is left to the full parser', () => {
  const others = [
    'a: 1.5',
    'a: 0x1f',
    'a: ~',
    'a: .inf',
    'a: "b\\n"',
    'a: >\n  b',
    'a: |\n  b',
    'a: b\n  c',
    'a: b\na: c',
    'a:\n  b: 1\n  b: 2',
    'a:\n  b:\n    c: 1',
    'a:\n  - b: 1',
    'a:\n  - b\n - c',
    'a: [b: c]',
    'a: [b,\n  c]',
    'a: {b: c}',
    'a: &b c',
    'a: *b',
    '<<: {a: b}',
    '"a": b',
    'True: a',
    'a:\n  null: b',
    'a: b: c',
    'a: b\r\n',
    'a:\tb',
    'a: 😀',
    '- a',
    '---',
  ]
  expect(others.map((header) => readPlainYaml(header))).toEqual(others.map(() => undefined))
})

const signs = '\'":#-[]{},|>&*!%@`?~\\ \n\t1.'.split('')
const pieces = [...signs, ': ', ' #', '- ', '\n  ', '\n- ', '\n  - ', 'null', 'True', '키', '<<: ']

test('never another value than the full parser', () => {
  const lines = fc.subarray(page.split('\n'))
  const edits = fc.array(fc.tuple(fc.nat(400), fc.constantFrom(...pieces), fc.nat(2)), {maxLength: 4})
  const edit = (text: string, [place, piece, length]: readonly [number, string, number]): string => {
    const at = place % (text.length + 1)
    return text.slice(0, at) + piece + text.slice(at + length)
  }
  const sameOrNothing = fc.property(lines, edits, (kept, changes) => {
    const header = changes.reduce(edit, kept.join('\n'))
    const plain = readPlainYaml(header)
    const isEmpty = plain !== undefined && Object.keys(plain).length === 0
    return plain === undefined || isEmpty || isDeepStrictEqual(plain, readFully(header))
  })
  expect(fc.check(sameOrNothing, {numRuns: 3000}).counterexample).toBeNull()
})
