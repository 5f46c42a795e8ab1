import {
  type Arbitrary,
  array,
  assert,
  boolean,
  constant,
  constantFrom,
  dictionary,
  integer,
  letrec,
  oneof,
  property,
  record,
  string,
} from 'fast-check'
import {dump} from 'js-yaml'
import {stringify} from 'smol-toml'
import {expect, test} from 'vitest'
import {editFrontMatter, joinPage} from './editFrontMatter.ts'
import {FrontMatterError} from './frontMatterError.ts'
import type {FrontMatterMap, FrontMatterValue} from './frontMatterValue.ts'
import {readFrontMatter} from './readFrontMatter.ts'
import {splitPage} from './splitPage.ts'

function edit(text: string, key: string, value: FrontMatterValue | undefined, order: string[] = []): string {
  return joinPage(editFrontMatter(splitPage(text), [{key, value}], order))
}

const PAGE = `---
title: "Old" # shown
# who
authors:
  - admin   # owner
  - '가나'
tags: []
image:
  caption: 'x: y'
  focal_point: Right

links:
- name: A
  url: https://a.example
- {name: B, url: b}
abstract: |
  One.

  Two.
---
body
`

test('a scalar keeps its quotes and its comment', () => {
  expect(edit(PAGE, 'title', 'It "is" 새것')).toBe(PAGE.replace('"Old"', '"It \\"is\\" 새것"'))
})

test('spaces behind a value, or in the place of one, are not left behind the new one', () => {
  const page = '---\na: \nb: one  \r\nc:  # none\n---\n'
  const edited = edit(edit(edit(page, 'a', 'new'), 'b', 'two'), 'c', 'three')
  expect(edited).toBe('---\na: new\nb: two\r\nc: three  # none\n---\n')
})

test('a list keeps the lines of the items that stay', () => {
  expect(edit(PAGE, 'authors', ['가나', 'new'])).toBe(
    PAGE.replace("  - admin   # owner\n  - '가나'\n", "  - '가나'\n  - new\n"),
  )
  expect(edit(PAGE, 'tags', ['a', 'b, c'])).toBe(PAGE.replace('tags: []', "tags: [a, 'b, c']"))
})

test('an item in the place of another one stands between its comments', () => {
  const page = '---\ntags:\n# one\n- a # first\n# two\n- "b" # second\n- c\n---\n'
  expect(edit(page, 'tags', ['x', 'b', 'c'])).toBe(page.replace('- a', '- x'))
  expect(edit(page, 'tags', ['a', 'w', 'c'])).toBe(page.replace('"b"', 'w'))
  expect(edit(page, 'tags', ['z', 'b'])).toBe(page.replace('- a', '- z').replace('- c\n', ''))
  expect(edit(page, 'tags', ['b', 'z', 'c'])).toBe(page.replace('- a # first\n', '').replace('- c', '- z\n- c'))
})

test('one member of a map changes alone', () => {
  expect(edit(PAGE, 'image', {caption: 'new', focal_point: 'Right'})).toBe(PAGE.replace("'x: y'", "'new'"))
  expect(edit(PAGE, 'image', {caption: 'x: y', focal_point: 'Right', alt_text: '대체'})).toBe(
    PAGE.replace('focal_point: Right\n', 'focal_point: Right\n  alt_text: 대체\n'),
  )
  expect(edit(PAGE, 'image', {focal_point: 'Right'})).toBe(PAGE.replace("  caption: 'x: y'\n", ''))
  const links = [
    {name: 'A', url: 'https://a.example'},
    {name: 'B', url: 'new'},
  ]
  expect(edit(PAGE, 'links', links)).toBe(PAGE.replace('url: b', 'url: new'))
})

test('a new key stands behind its neighbour, a removed one takes its lines with it', () => {
  expect(edit(PAGE, 'event', 'Conf: 1', ['title', 'event', 'authors'])).toBe(
    PAGE.replace('# shown\n', "# shown\nevent: 'Conf: 1'\n"),
  )
  expect(edit(PAGE, 'abstract', undefined)).toBe(PAGE.replace('abstract: |\n  One.\n\n  Two.\n', ''))
  expect(edit(PAGE, 'abstract', 'One.\n\nThree.\n')).toBe(PAGE.replace('Two.', 'Three.'))
})

test('line ends stay what they are', () => {
  const crlf = PAGE.replaceAll('\n', '\r\n')
  expect(edit(crlf, 'authors', ['admin', '가나', 'third'])).toBe(
    crlf.replace("  - '가나'\r\n", "  - '가나'\r\n  - third\r\n"),
  )
  expect(edit(crlf, 'event', 'Conf', ['title', 'event'])).toBe(
    crlf.replace('# shown\r\n', '# shown\r\nevent: Conf\r\n'),
  )
})

test('a page without front matter gets some', () => {
  expect(edit('Text\n', 'title', 'New')).toBe('---\ntitle: New\n---\nText\n')
})

test('comments between items, often items that were taken out, stay when the items go', () => {
  const list = (...lines: string[]) => `---\ntags: &t # mine\n${lines.map((line) => `  ${line}\n`).join('')}z: 1\n---\n`
  const page = list('# - a', '- b # one', '# - c', '', '- d # two', '# - e')
  expect(edit(page, 'tags', ['b'])).toBe(list('# - a', '- b # one', '# - c', '# - e'))
  expect(edit(page, 'tags', ['d'])).toBe(list('# - a', '# - c', '', '- d # two', '# - e'))
  expect(edit(page, 'tags', ['x'])).toBe(list('# - a', '- x # one', '# - c', '# - e'))
  expect(edit(page, 'tags', [])).toBe(list('# - a', '# - c', '# - e').replace('&t', '[]'))
  const crlf = (text: string) => text.replaceAll('\n', '\r\n')
  expect(edit(crlf(page), 'tags', [])).toBe(crlf(list('# - a', '# - c', '# - e').replace('&t', '[]')))
  expect(edit('---\ntags:\n- a\n- b # c\n---\n', 'tags', [])).toBe('---\ntags: [] # c\n---\n')
})

test('tabs between a key and brackets are read, and stay beside an edit', () => {
  const page = '---\ntags:\t[a] # b\nimage: \t{x: 1}\nabstract: |\n  c:\t[d]\n---\n'
  expect(readFrontMatter(splitPage(page)).values).toEqual({tags: ['a'], image: {x: 1}, abstract: 'c:\t[d]\n'})
  expect(edit(page, 'title', 'T')).toBe(page.replace(/---\n$/, 'title: T\n---\n'))
  expect(edit(page, 'tags', ['a', 'e'])).toBe(page.replace('[a]', '[a, e]'))
})

test('continuation lines without indentation, which only Hugo reads, stay as they are', () => {
  const odd = '---\ntitle: "A"\nabstract: "one\ntwo"\ntags: [a]\n---\n'
  expect(edit(odd, 'tags', ['b'])).toBe(odd.replace('[a]', '[b]'))
  expect(edit(odd, 'title', 'B')).toBe(odd.replace('"A"', '"B"'))
})

test('TOML: scalars, dates, lists and tables', () => {
  const toml = `+++
title = 'Old' # t
date = 2017-01-01T00:00:00
authors = [
  "a", # first
]

[header]
image = "x.jpg"
caption = ""

[[url_custom]]
name = "A"
url = "u"
+++
`
  expect(edit(toml, 'title', 'New')).toBe(toml.replace("'Old'", "'New'"))
  expect(edit(toml, 'date', '2018-02-02T10:00:00')).toBe(toml.replace('2017-01-01T00:00:00', '2018-02-02T10:00:00'))
  expect(edit(toml, 'header', {image: 'x.jpg', caption: 'c'})).toBe(toml.replace('caption = ""', 'caption = "c"'))
  expect(edit(toml, 'url_custom', [{name: 'A', url: 'v'}])).toBe(toml.replace('"u"', '"v"'))
  expect(edit(toml, 'event', 'E', ['title', 'event'])).toBe(toml.replace('# t\n', '# t\nevent = "E"\n'))
  const more = [
    {name: 'A', url: 'u'},
    {name: 'B', url: 'w'},
  ]
  expect(edit(toml, 'url_custom', more)).toBe(
    toml.replace('url = "u"\n', 'url = "u"\n\n[[url_custom]]\nname = "B"\nurl = "w"\n'),
  )
})

test('JSON keeps its layout', () => {
  const json = '{\n  "title": "Old",\n  "tags": ["a"]\n}\n\nText\n'
  expect(edit(json, 'title', 'New')).toBe(json.replace('Old', 'New'))
  expect(edit(json, 'event', 'E')).toBe(json.replace('["a"]', '["a"],\n  "event": "E"'))
})

const word = oneof(
  string({maxLength: 12}),
  constantFrom(
    '',
    'yes',
    'null',
    '1',
    '2024-10-03',
    'a: b',
    '# x',
    '- y',
    "it's",
    'a "b"',
    '백엔드',
    'line\nbreak',
    ' lead',
    'trail ',
    '*x',
    '[a]',
    '{b',
    '@',
    '%',
    '`',
  ),
)
const key = constantFrom('title', 'event', 'tags', 'image', 'links', 'note')
const values: Arbitrary<FrontMatterValue> = letrec<{value: FrontMatterValue}>((tie) => ({
  value: oneof(
    {depthSize: 'small', maxDepth: 2},
    word,
    integer(),
    boolean(),
    array(tie('value'), {maxLength: 3}),
    dictionary(constantFrom('name', 'url', 'icon'), tie('value'), {maxKeys: 3, noNullPrototype: true}),
  ),
})).value
const page = dictionary(key, values, {noNullPrototype: true})

function linesAway(before: string, after: string): string[] {
  const kept = new Set(after.split('\n'))
  return before.split('\n').filter((line) => !kept.has(line))
}

test.each([
  ['yaml', (map: FrontMatterMap) => `---\n${Object.keys(map).length > 0 ? dump(map) : ''}---\n`],
  ['toml', (map: FrontMatterMap) => `+++\n${stringify(map)}+++\n`],
  ['json', (map: FrontMatterMap) => `${JSON.stringify(map, null, 2)}\n`],
])('%s: an edit is read back, and no other key changes', (format, write) => {
  const values1 = format === 'toml' ? page.map(tomlSafe) : page
  assert(
    property(
      record({
        map: values1,
        key,
        value: oneof(format === 'toml' ? values.map(tomlValue) : values, constant(undefined)),
      }),
      ({map, key: name, value}) => {
        const text = write(map)
        const original = splitPage(text)
        const before = readFrontMatter(original).values
        const edited = editFrontMatter(original, [{key: name, value}])
        const after = readFrontMatter(splitPage(joinPage(edited))).values
        const {[name]: _, ...others} = before
        expect(after).toEqual(value === undefined ? others : {...others, [name]: value})
        const fresh = format === 'yaml' && !(name in before)
        expect(fresh ? linesAway(original.header, edited.header) : []).toEqual([])
      },
    ),
    {numRuns: 400},
  )
})

/** TOML has no lists of mixed maps and texts in every reader's eyes, and no integers beyond 64 bits. */
function tomlValue(value: FrontMatterValue): FrontMatterValue {
  if (typeof value === 'string') return value.toWellFormed()
  if (Array.isArray(value)) return value.map(tomlValue)
  if (typeof value === 'object' && value !== null) return tomlSafe(value)
  return value
}

function tomlSafe(map: FrontMatterMap): FrontMatterMap {
  return Object.fromEntries(Object.entries(map).map(([name, value]) => [name, tomlValue(value)]))
}

test('an item of a list of tables gets its first key, and loses its last', () => {
  const toml = '+++\n[[links]]\n\n[[links]]\nurl = "b"\n\n[[links]]\n+++\n'
  const links = [{name: 'a'}, {}, {name: 'c'}]
  expect(edit(toml, 'links', links)).toBe('+++\n[[links]]\nname = "a"\n\n[[links]]\n\n[[links]]\nname = "c"\n+++\n')
  expect(edit('+++\n[[links]]\nurl = "b"\n\n[[links]]\n+++\n', 'links', [{}, {url: 'c'}])).toBe(
    '+++\n[[links]]\n\n[[links]]\nurl = "c"\n+++\n',
  )
})

test('an item that moves takes the comments beside it along, and its own spelling', () => {
  const yaml = '---\nauthors:\n  - "admin" # me\n  # co-author\n  - 홍길동\n  - Jane\n---\n'
  const toml = '+++\nauthors = [\n  "a", # first\n  "b", # second\n]\n+++\n'
  expect([edit(yaml, 'authors', ['Jane', '홍길동', 'admin']), edit(toml, 'authors', ['b', 'a'])]).toEqual([
    '---\nauthors:\n  - Jane\n  # co-author\n  - 홍길동\n  - "admin" # me\n---\n',
    '+++\nauthors = [\n  "b", # second\n  "a", # first\n]\n+++\n',
  ])
})

test('a character that TOML has in double quotes only', () => {
  expect(edit("+++\ntitle = 'a'\n+++\n", 'title', 'b\u0007')).toBe('+++\ntitle = "b\\u0007"\n+++\n')
})

test('a key in a form that cannot be taken away is refused with what to do', () => {
  expect(() => edit('---\n? title\n: Old\ndate: 2024-10-03\n---\n', 'title', undefined)).toThrow(
    new FrontMatterError(
      'The front matter cannot be edited in place: "title" is written in a form that Lectern cannot change. Write it as a key, a colon and a value',
      2,
    ),
  )
})
