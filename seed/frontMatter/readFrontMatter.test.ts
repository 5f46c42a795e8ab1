import {expect, test} from 'vitest'
import {readYaml} from './readFrontMatter.ts'

test('a header of blank lines and comments says nothing', () => {
  const headers = ['', '\n', '# title: x', ' \t\r\n  # a\r\n\n#b\n', '\n'.repeat(100)]
  expect(headers.map((header) => readYaml(header))).toEqual(headers.map(() => ({values: {}, duplicates: []})))
})

test('many blank lines and comments before the first key cost no more than they are long', () => {
  const header = `${'\n'.repeat(5000)}${'# \n'.repeat(5000)}title: x`
  expect(readYaml(header)).toEqual({values: {title: 'x'}, duplicates: []})
})
