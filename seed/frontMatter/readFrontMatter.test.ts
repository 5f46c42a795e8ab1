import {expect, test} from 'vitest'
import {readFrontMatter, readLowerCase, readYaml} from './readFrontMatter.ts'
import {splitPage} from './splitPage.ts'

test('a header of blank lines and comments says nothing', () => {
  const headers = ['', '\n', '# title: x', ' \t\r\n  # a\r\n\n#b\n', '\n'.repeat(100)]
  expect(headers.map((header) => readYaml(header))).toEqual(headers.map(() => ({values: {}, duplicates: []})))
})

test('many blank lines and comments before the first key cost no more than they are long', () => {
  const header = `${'\n'.repeat(5000)}${'# \n'.repeat(5000)}title: x`
  expect(readYaml(header)).toEqual({values: {title: 'x'}, duplicates: []})
})

test('by lower-case key a page says the same, and of two keys that differ in case the last one counts', () => {
  const pages = [
    '---\nTitle: a\ntags: [b, c]\nimage:\n  Caption: d\n---\n',
    '---\nTitle: a\ntitle: b\n---\n',
    '---\na: 1\na: 2\nB: {c: d}\n---\n',
    '---\n# nothing\n---\n',
    '+++\nTitle = "a"\n[Header]\nimage = "b"\n+++\n',
    '{"Title": "a", "links": [{"URL": "b"}]}\n',
  ]
  for (const parts of pages.map(splitPage)) {
    const {values, duplicates} = readFrontMatter(parts)
    const entries = Object.entries(values).map(([key, value]) => [key.toLowerCase(), value] as const)
    expect(readLowerCase(parts)).toEqual({values: new Map(entries), names: Object.keys(values), duplicates})
  }
})
