import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {array, assert, constantFrom, dictionary, oneof, property, string} from 'fast-check'
import {stringify} from 'smol-toml'
import {expect, test} from 'vitest'
import {findSites} from '../bundle/findSites.ts'
import {readSite} from '../bundle/readSite.ts'
import {readText} from '../bundle/readText.ts'
import {joinPage} from './editFrontMatter.ts'
import {readFrontMatter} from './readFrontMatter.ts'
import {splitPage} from './splitPage.ts'
import {toYaml} from './toYaml.ts'

const convert = (text: string) => joinPage(toYaml(splitPage(text)))

test('a page of Academic 2: values in their order, every comment beside what it is about', () => {
  expect(
    convert(`+++
# The talk
title = "A: talk"
date = 2017-01-01T00:00:00  # Schedule page publish date.
draft = false

# Authors. Comma separated list, e.g. \`["Bob Smith"]\`.
authors = ["Ann", 'Bob # 2']
tags = [
  "one", # the first
  "two"
]
abstract = """
Two
lines""" # said

# url_custom = [{name = "x", url = "y"}]
math = true

# Featured image
[header] # above
# in static/img
image = "a.jpg"
caption = "" # none

[[url_custom]]
name = "Site" # ours
url = "https://x.example"
# A second one
[[url_custom]]
url = "https://y.example"
# The end
+++

Body
`),
  ).toBe(`---
# The talk
title: 'A: talk'
date: '2017-01-01T00:00:00' # Schedule page publish date.
draft: false

# Authors. Comma separated list, e.g. \`["Bob Smith"]\`.
authors: [Ann, 'Bob # 2']
# the first
tags:
  - one
  - two
# said
abstract: |-
  Two
  lines

# url_custom = [{name = "x", url = "y"}]
math: true

# Featured image
header: # above
  # in static/img
  image: a.jpg
  caption: '' # none

url_custom:
  - name: Site # ours
    url: https://x.example
  # A second one
  - url: https://y.example
# The end
---

Body
`)
})

test('byte order mark, Windows line ends and the rest of the delimiters stay', () => {
  expect(convert('\uFEFF\r\n+++\r\ntitle = "T"\r\n\r\n# c\r\n+++\r\nBody\r\n')).toBe(
    '\uFEFF\r\n---\r\ntitle: T\r\n\r\n# c\r\n---\r\nBody\r\n',
  )
})

test('JSON front matter', () => {
  expect(convert('{"title": "T", "tags": ["a", "b"], "image": {"caption": ""}}\nBody\n')).toBe(
    "---\ntitle: T\ntags: [a, b]\nimage:\n  caption: ''\n---\nBody\n",
  )
})

test('dotted keys and tables in tables', () => {
  expect(convert('+++\na.b = 1 # one\n[c.d]\ne = true\n[[c.f]]\ng = []\n+++\n')).toBe(
    '---\na:\n  b: 1 # one\nc:\n  d:\n    e: true\n  f:\n    - g: []\n---\n',
  )
})

const scalar = oneof(
  string(),
  string({unit: 'grapheme'}),
  constantFrom(1, true, false, 'a\nb', 'a\n', 'yes', '2017-01-01', ''),
)
const value = oneof(scalar, array(scalar, {maxLength: 3}), dictionary(string(), scalar, {maxKeys: 3}))

test('whatever TOML can say is read back as the same values', () => {
  assert(
    property(
      dictionary(string(), oneof(value, array(dictionary(string(), value, {maxKeys: 3}), {maxLength: 3})), {
        maxKeys: 5,
      }),
      (values) => {
        const page = splitPage(`+++\n${stringify(values)}\n+++\n`)
        expect(readFrontMatter(toYaml(page)).values).toEqual(readFrontMatter(page).values)
      },
    ),
  )
})

const CORPUS = join(process.env['LECTERN_CORPUS'] ?? join(import.meta.dirname, '../../../shared/corpus'), 'sites')

test.skipIf(!existsSync(CORPUS))('every TOML page of the corpus: the same values, and not one comment less', () => {
  const comments = (text: string) => text.match(/#/g)?.length ?? 0
  const different: string[] = []
  let pages = 0
  for (const folder of findSites(CORPUS)) {
    for (const {path, section} of readSite(folder).pages) {
      const parts = section === 'data' ? undefined : splitPage(readText(folder, path))
      if (parts?.format !== 'toml') continue
      pages++
      const yaml = toYaml(parts)
      if (comments(yaml.header) !== comments(parts.header)) different.push(path)
    }
  }
  expect([different, pages > 50]).toEqual([[], true])
})
