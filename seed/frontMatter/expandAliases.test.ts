import {expect, test} from 'vitest'
import {editFrontMatter, joinPage} from './editFrontMatter.ts'
import type {FrontMatterValue} from './frontMatterValue.ts'
import {splitPage} from './splitPage.ts'

const HEADER = `title: &t A talk # c
subtitle: *t # d
address: &addr
  city: Seoul
  country: KR
x:
  <<: *addr
  street: s
tags: &tags [a, b]
categories: *tags
date: &d 2024-05-01T10:00:00Z
pub: [*d, *t]
`

test.for<[key: string, value: FrontMatterValue | undefined, changed: Record<string, string>]>([
  ['title', 'New', {'title: &t A talk # c': 'title: New # c', '*t # d': 'A talk # d', '[*d, *t]': '[*d, A talk]'}],
  ['title', undefined, {'title: &t A talk # c\n': '', '*t # d': 'A talk # d', '[*d, *t]': '[*d, A talk]'}],
  ['subtitle', 'New', {'*t # d': 'New # d'}],
  [
    'address',
    {city: 'Busan', country: 'KR'},
    {'  city: Seoul': '  city: Busan', '*addr': '{city: Seoul, country: KR}'},
  ],
  ['tags', ['a'], {'&tags [a, b]': '&tags [a]', 'categories: *tags': 'categories: [a, b]'}],
  [
    'date',
    '2025-01-01T00:00:00Z',
    {'&d 2024-05-01T10:00:00Z': "'2025-01-01T00:00:00Z'", '[*d, *t]': '[2024-05-01T10:00:00Z, *t]'},
  ],
])('an edit of %s leaves what aliases to it say elsewhere', ([key, value, changed]) => {
  const wanted = Object.entries(changed).reduce((text, [from, to]) => text.replace(from, to), HEADER)
  expect(joinPage(editFrontMatter(splitPage(`---\n${HEADER}---\n`), [{key, value}]))).toBe(`---\n${wanted}---\n`)
})
