import {expect, test} from 'vitest'
import {parseBody} from '../../seed/markdown/parseBody.ts'
import {joinHtml} from './joinHtml.ts'

/** What a text becomes: the type of each item, and what it holds. */
function joined(markdown: string): string[] {
  const {blocks} = parseBody(markdown, {path: 'p.md', line: 1, dialect: 'wowchemy'})
  return joinHtml(blocks).map((item) => (item._type === 'rawHtml' ? (item.html ?? '') : item._type))
}

test('a table with empty lines is one', () => {
  expect(joined('글\n\n<table>\n<tr><td>가</td>\n\n<td>나</td></tr>\n\n</table>\n\n글\n')).toEqual([
    'block',
    '<table>\n<tr><td>가</td>\n\n<td>나</td></tr>\n\n</table>',
    'block',
  ])
})

test('styles with empty lines stay hidden, as pandas writes them above a table', () => {
  expect(
    joined(
      '<div>\n<style scoped>\n    .a {\n    }\n\n    .b {\n    }\n\n    .c {\n    }\n</style>\n<table></table>\n</div>\n',
    ),
  ).toEqual(['<div>\n<style scoped>\n    .a {\n    }\n\n</style>\n<table></table>\n</div>'])
})

test('styles that never end hide nothing, and HTML around text stays as it is', () => {
  expect(joined('<div>\n<style>\n\n    a\n\n</div>\n')).toEqual(['<div>\n<style>', 'codeBlock', '</div>'])
  expect(joined('<div>\n\n글\n\n</div>\n')).toEqual(['<div>', 'block', '</div>'])
})
