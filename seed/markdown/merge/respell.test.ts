import fc from 'fast-check'
import {expect, test} from 'vitest'
import {mergeBody} from '../mergeBody.ts'
import {parseBody} from '../parseBody.ts'
import type {Body, MarkdownContext} from '../types.ts'

const context: MarkdownContext = {path: 'page.md', line: 1, dialect: 'wowchemy'}

/** The body with a text replaced in every span. */
function replaced(body: Body, from: string, to: string): Body {
  return body.map((block) =>
    block._type === 'block'
      ? {
          ...block,
          children: block.children.map((child) =>
            child._type === 'span' ? {...child, text: child.text.replace(from, to)} : child,
          ),
        }
      : block,
  )
}

const wrapped = `The talk is about
**distributed** systems _and_ why
they fail &mdash; at night.
`

test.for<[source: string, from: string, to: string, wanted: string]>([
  [wrapped, 'systems', 'databases', wrapped.replace('systems', 'databases')],
  [wrapped, 'about ', 'all about the ', wrapped.replace('about', 'all about\nthe').replace('the\n', 'the ')],
  [wrapped, 'they fail', 'nobody knows', wrapped.replace('they fail', 'nobody knows')],
  [wrapped, ' they fail', '', wrapped.replace('they fail ', '')],
  [wrapped, 'The talk', 'This', wrapped.replace('The talk', 'This')],
  ['a\nb\nc\n', 'b', 'x y z', 'a\nx\ny z c\n'],
  ['one two\nthree\n', 'two three', 'four five', 'one four\nfive\n'],
  ['first  \nsecond line\nthird\n', 'second', '2nd', 'first  \n2nd line\nthird\n'],
  ['see _a b_ and\n_c_\n', 'a b', 'a d', 'see *a d* and\n*c*\n'],
  ['*  item that\n   goes on\n*  other\n', 'goes', 'went', '*  item that\n   went on\n*  other\n'],
  ['> quoted text\n> goes on\n', 'goes', 'went', '> quoted text\n> went on\n'],
  ['> quoted text\ngoes on\n', 'goes', 'went', '> quoted text\nwent on\n'],
  ['a line\nthen more\n', 'then', '- then', 'a line -\nthen more\n'],
  ['a line\nmore\n', 'more', '- b', 'a line - b\n'],
  ['first\nsecond\n[third](u)\n', 'second ', 'second  new ', 'first\nsecond  new\n[third](u)\n'],
  ['first\nsecond\nthird\n', 'first second', 'first  second', 'first  second\nthird\n'],
  ['한 줄로\r\n쓴 글\r\n', '쓴', '적은', '한 줄로\r\n적은 글\r\n'],
])('%j: %j to %j', ([source, from, to, wanted]) => {
  const current = replaced(parseBody(source, context).blocks, from, to)
  const {markdown, notices} = mergeBody({source, current, context})
  expect(notices).toEqual([])
  expect(markdown).toBe(wanted)
})

test('another word in a hard-wrapped text changes its own line only', () => {
  const words = fc.constantFrom('글', 'word', '_em_', '**b**', '`c`', '[l](u)', '&amp;', 'a\\*b', 'end.')
  const lines = fc.array(fc.array(words, {minLength: 1, maxLength: 6}), {minLength: 2, maxLength: 6})
  fc.assert(
    fc.property(lines, fc.nat(), fc.constantFrom('', '- ', '1. ', '> '), (written, pick, marker) => {
      const row = pick % written.length
      const texts = written.map((line, index) => (index === row ? ['old', ...line] : ['x', ...line]).join(' '))
      const source = `${marker}${texts.join(`\n${marker === '> ' ? marker : ' '.repeat(marker.length)}`)}\n`
      const current = replaced(parseBody(source, context).blocks, 'old', 'new')
      expect(mergeBody({source, current, context}).markdown).toBe(source.replace('old', 'new'))
    }),
    {numRuns: 300, seed: Number(process.env['FUZZ_SEED'] ?? 20241003)},
  )
})
