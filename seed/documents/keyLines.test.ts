import {expect, test} from 'vitest'
import {pageFileAt} from '../bundle/pageFileAt.ts'
import {createKeyLines} from './keyLines.ts'
import {readPage} from './page.ts'

const lineIn = (text: string, key: string) =>
  createKeyLines(readPage(pageFileAt('content/event/x/index.md', 'talk'), text).parts)(key)

test('the line of a key, at the top, below another, in a list, in any case and spelling', () => {
  const text = `---
# title: no
subtitle: title
Title : x
links:
  - icon: a
    url: b
"image":
  caption: c
'event': {name: d}
---
`
  const keys = ['title', 'links.icon', 'links.url', 'image', 'image.caption', 'event', 'event.name', 'nothing', 'url']
  expect(keys.map((key) => lineIn(text, key))).toEqual([4, 6, 7, 8, 9, 10, 10, 2, 7])
})

test('TOML: a key, a table and a list of tables', () => {
  const text = `+++
title = "date = 1"
date = 2024-10-03

[header]
  image = "x.png"

[[url_custom]]
  name = "a"
+++
`
  const keys = ['date', 'header', 'header.image', 'url_custom', 'url_custom.name', 'a']
  expect(keys.map((key) => lineIn(text, key))).toEqual([3, 5, 6, 8, 9, 2])
})

test('the first line that begins with a key counts, not the one where the word first stands', () => {
  expect(lineIn('\n\n---\na: x y\nx: 1\n"": 2\n---\n', 'x')).toBe(5)
  expect(lineIn('\n\n---\na: x y\nx: 1\n"": 2\n---\n', '')).toBe(6)
})
