import {array, assert, constantFrom, integer, property, record, subarray, uniqueArray} from 'fast-check'
import {expect, test} from 'vitest'
import {editFrontMatter, joinPage} from './editFrontMatter.ts'
import type {FrontMatterValue} from './frontMatterValue.ts'
import {readFrontMatter} from './readFrontMatter.ts'
import {splitPage} from './splitPage.ts'

function edit(header: string, key: string, value: FrontMatterValue): string {
  const edited = joinPage(editFrontMatter(splitPage(`+++\n${header}+++\n`), [{key, value}]))
  return edited.slice(4, -4)
}

const TAGS = `tags = [ # all
    # the first
    'a',   # one
    "b", # two

    # the last
    "c" # three
    # the end
  ] # tags
`

test('items of a list over several lines keep their lines, comments and quotes', () => {
  expect(edit(TAGS, 'tags', ['a', 'new', 'c'])).toBe(TAGS.replace('"b"', '"new"'))
  expect(edit(TAGS, 'tags', ['new', 'b', 'c'])).toBe(TAGS.replace("'a'", "'new'"))
  expect(edit(TAGS, 'tags', ['a', 'c'])).toBe(TAGS.replace('    "b", # two\n', ''))
  expect(edit(TAGS, 'tags', ['b', 'c'])).toBe(TAGS.replace("    # the first\n    'a',   # one\n", ''))
  expect(edit(TAGS, 'tags', ['a', 'b'])).toBe(
    TAGS.replace('"b", # two\n\n    # the last\n    "c" # three', '"b" # two'),
  )
  expect(edit(TAGS, 'tags', ['a', 'b', 'c', 'd'])).toBe(TAGS.replace('"c" # three', '"c", # three\n    \'d\''))
  expect(edit(TAGS, 'tags', ['z', 'a', 'b', 'c'])).toBe(
    TAGS.replace('# all\n    # the first', "# all\n    'z',\n    # the first"),
  )
})

test('a list in one line keeps its quotes and spaces, a last comma stays', () => {
  expect(edit("a = ['x','y',  'z']\n", 'a', ['x', 'w', 'z'])).toBe("a = ['x','w',  'z']\n")
  expect(edit("a = ['x','y',  'z']\n", 'a', ['y', 'z'])).toBe("a = ['y',  'z']\n")
  expect(edit('a = [ "x", "y" ]\n', 'a', ['w', 'x', 'y'])).toBe('a = [ "w", "x", "y" ]\n')
  expect(edit('a = [\n  1,\n  2,\n]\n', 'a', [1, 2, 3])).toBe('a = [\n  1,\n  2,\n  3,\n]\n')
  expect(edit('a = [\n  1,\n  2,\n]\n', 'a', [1])).toBe('a = [\n  1,\n]\n')
  expect(edit('a = [\n  "x", "y", # two\n  "z"]\n', 'a', ['x', 'q', 'y', 'z'])).toBe(
    'a = [\n  "x",\n  "q", "y", # two\n  "z"]\n',
  )
  expect(edit('a = [ # none\n]\n', 'a', ['x'])).toBe('a = ["x"]\n')
  expect(edit('a = [\r\n  "x", # c\r\n  "y"\r\n]\r\n', 'a', ['x', 'y', 'z'])).toBe(
    'a = [\r\n  "x", # c\r\n  "y",\r\n  "z"\r\n]\r\n',
  )
})

test('of inline tables in a list only the edited one is written anew', () => {
  const links = 'links = [\n  {name="A", url="a"}, # first\n  {name="B", url="b"}, # second\n]\n'
  const [a, b] = [
    {name: 'A', url: 'a'},
    {name: 'B', url: 'b'},
  ]
  expect(edit(links, 'links', [a, {...b, url: 'new'}])).toBe(
    links.replace('{name="B", url="b"}', '{name = "B", url = "new"}'),
  )
  expect(edit(links, 'links', [b])).toBe('links = [\n  {name="B", url="b"}, # second\n]\n')
})

const TABLES = `title = "T"

# all links
[[links]] # A
  # its name
  name = 'A'
  url = 'a' # address

# the second
[[links]]
    name = "B"

    url = "b"

[[links]]
  name = "C"

# the header
[header]
\timage = "x.jpg" # picture
`
const [A, B, C] = [{name: 'A', url: 'a'}, {name: 'B', url: 'b'}, {name: 'C'}]

test('tables of a list keep their lines, comments and indentation', () => {
  expect(edit(TABLES, 'links', [A, {...B, url: 'new'}, C])).toBe(TABLES.replace('"b"', '"new"'))
  expect(edit(TABLES, 'links', [A, C])).toBe(
    TABLES.replace('\n# the second\n[[links]]\n    name = "B"\n\n    url = "b"\n', ''),
  )
  expect(edit(TABLES, 'links', [{...A, url: 'new'}, B])).toBe(
    TABLES.replace("'a' #", "'new' #").replace('\n[[links]]\n  name = "C"\n', ''),
  )
  expect(edit(TABLES, 'links', [A, B, C, {name: 'D', url: 'd'}])).toBe(
    TABLES.replace('name = "C"\n', 'name = "C"\n\n[[links]]\n  name = "D"\n  url = "d"\n'),
  )
})

test('a new key of a table is indented as its others', () => {
  expect(edit(TABLES, 'header', {image: 'x.jpg', caption: 'c'})).toBe(`${TABLES}\tcaption = "c"\n`)
  expect(edit(TABLES, 'links', [A, B, {...C, url: 'c'}])).toBe(TABLES.replace('"C"\n', '"C"\n  url = "c"\n'))
})

test('tables of a list with others between them, or inside, are written anew as a whole where their number changes', () => {
  const between = '[[links]]\nname = "A"\n[header]\nimage = "x"\n[[links]]\nname = "B"\n'
  expect(edit(between, 'links', [{name: 'B'}])).toBe('[[links]]\nname = "B"\n[header]\nimage = "x"\n')
  const inside = '[[links]]\nname = "A"\n[links.more]\nx = 1\n[[links]]\nname = "B"\n'
  expect(edit(inside, 'links', [{name: 'A', more: {x: 2}}, {name: 'B'}])).toBe(inside.replace('1', '2'))
  expect(edit(inside, 'links', [{name: 'A', more: {x: 1}}])).toBe('[[links]]\nname = "A"\nmore = {x = 1}\n')
})

const item = constantFrom(
  '"a"',
  "'b'",
  '"c # d"',
  '"""e\nf"""',
  "'''g'''",
  '1',
  '2.5',
  'true',
  '["x", "y"]',
  '{k = "z"}',
)
const gap = constantFrom('', ' ', '\n', '\n  ', ' # note\n', '\n  # "other", note\n  ', '\r\n\t')

test('a list of any layout: the items that stay keep their text and comments, and it is read back', () => {
  const layout = record({
    items: uniqueArray(item, {minLength: 1, maxLength: 5}),
    gaps: array(gap, {minLength: 11, maxLength: 11}),
    comma: constantFrom('', ','),
  })
  assert(
    property(layout, subarray([0, 1, 2, 3, 4]), integer({min: 0, max: 5}), (list, places, fresh) => {
      const {items, gaps, comma} = list
      const inner = items.map((text, index) => `${gaps[index * 2]}${text}${gaps[index * 2 + 1]}`)
      const header = `a = [${inner.join(',')}${comma}${comma === '' ? '' : gaps[10]}]\nb = 1 # end\n`
      const before = readFrontMatter(splitPage(`+++\n${header}+++\n`)).values['a']
      const kept = places.filter((place) => place < items.length)
      const value: FrontMatterValue[] = kept.map((place) => (Array.isArray(before) ? (before[place] ?? null) : null))
      value.splice(fresh, 0, 'fresh')
      const edited = edit(header, 'a', value)
      expect(readFrontMatter(splitPage(`+++\n${edited}+++\n`)).values).toEqual({a: value, b: 1})
      for (const place of kept) expect(edited).toContain(items[place])
      const notes = (text: string) => text.split('note').length
      expect(kept.length < items.length || notes(edited) === notes(header)).toBe(true)
      expect(edited.endsWith(']\nb = 1 # end\n')).toBe(true)
    }),
    {numRuns: 2000},
  )
})

const block = record({
  above: constantFrom('', '\n', '\n# above\n', '# above\n\n'),
  head: constantFrom('[[links]]', '  [[links]] # head', '[[ links ]]'),
  name: constantFrom('"A"', "'B' # c", '"C"', '["D", # d\n  "E"]'),
  indent: constantFrom('', '  ', '\t# note\n  '),
})

test('a list of tables of any layout: those that stay keep their text, and it is read back', () => {
  const blocks = uniqueArray(block, {minLength: 1, maxLength: 4, selector: ({name}) => name})
  const eols = constantFrom('\n', '\r\n')
  assert(
    property(blocks, eols, subarray([0, 1, 2, 3]), integer({min: 0, max: 4}), (list, eol, places, fresh) => {
      const texts = list.map(({head, name, indent}) =>
        `${head}\n${indent}name = ${name}\n${indent}url = 1\n`.replaceAll('\n', eol),
      )
      const above = list.map(({above: text}) => text.replaceAll('\n', eol))
      const header = `a = 1${eol}${texts.map((text, index) => `${above[index]}${text}`).join('')}# end${eol}[b]${eol}x = 1${eol}`
      const before = readFrontMatter(splitPage(`+++\n${header}+++\n`)).values
      const old = Array.isArray(before['links']) ? before['links'] : []
      const kept = places.filter((place) => place < old.length)
      const value: FrontMatterValue[] = kept.map((place) => old[place] ?? null)
      value.splice(fresh, 0, {name: 'fresh'})
      const edited = edit(header, 'links', value)
      expect(readFrontMatter(splitPage(`+++\n${edited}+++\n`)).values).toEqual({...before, links: value})
      // Of lists of one length each item is edited in its place.
      for (const place of value.length === old.length ? [] : kept) expect(edited).toContain(texts[place])
      expect([edited.startsWith(`a = 1${eol}`), edited.endsWith(`# end${eol}[b]${eol}x = 1${eol}`)]).toEqual([
        true,
        true,
      ])
    }),
    {numRuns: 1000},
  )
})
