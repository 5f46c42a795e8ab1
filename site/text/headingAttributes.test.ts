import {expect, test} from 'vitest'
import {hasHugo, renderWithHugo} from '../../seed/markdown/testing/renderWithHugo.ts'
import {headingAttributes} from './headingAttributes.ts'

const headings = [
  'a {#b}',
  'a{#b}',
  'a { #b .c }',
  'a {.c #b title="x y"}',
  'a {data-x=1 #b-c_d:e}',
  'a {#b.c}',
  'a {#b c}',
  'a {b}',
  'a {}',
  'a {#b} c',
  'a {#한글}',
  'a {.lead}',
]

test('an id is one where Goldmark takes it for one', ({skip}) => {
  if (!hasHugo()) skip('hugo is not installed (Debian: apt install hugo)')
  const pages = renderWithHugo(headings.map((heading) => `## ${heading}\n`))
  const shown = pages.map((page) => />([^<]*)<\/h2>/.exec(page)?.[1])
  expect(headings.map((heading) => headingAttributes(heading).text)).toEqual(shown)
  const ids = pages.map((page) => /<h2[^>]* id="?([^">\s]*)/.exec(page)?.[1])
  const own = headings.map((heading) => headingAttributes(heading).id)
  expect(own).toEqual([
    'b',
    'b',
    'b',
    'b',
    'b-c_d:e',
    'b.c',
    undefined,
    undefined,
    undefined,
    undefined,
    '한글',
    undefined,
  ])
  expect(ids.map((id, index) => (own[index] === undefined ? undefined : id))).toEqual(own)
})
