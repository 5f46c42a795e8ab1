import {expect, test} from 'vitest'
import {pageFileAt} from '../bundle/pageFileAt.ts'
import {readPage} from '../documents/page.ts'
import {readWithHugo} from '../documents/testing/readWithHugo.ts'
import {hasHugo} from '../markdown/testing/renderWithHugo.ts'
import {FrontMatterError} from './frontMatterError.ts'
import {splitPage} from './splitPage.ts'

/** Pages with an HTML comment at their top, and the body that Hugo shows of each. */
const COMMENTED: ReadonlyArray<readonly [text: string, body: string]> = [
  ['<!--\n---\ntitle: A\n---\n-->\nbody\n', 'body\n'],
  ['<!--\r\n---\r\ntitle: A\r\n---\r\n-->\r\nbody\r\n', 'body\r\n'],
  ['<!--\n---\ntitle: A\n---\nhidden\n\nand more -->\nbody\n', 'body\n'],
  ['<!-- note\n+++\ntitle = "A"\n+++\n--> body\n', ' body\n'],
  ['\n<!--\n\n{"title": "A"}\n-->', ''],
  ['<!-- note -->\n---\ntitle: A\n---\nhidden --> body\n', ' body\n'],
  ['<!-- ---\ntitle: A\n---\nhidden -->\n', '<!-- ---\ntitle: A\n---\nhidden -->\n'],
]

test.for(COMMENTED)('front matter in a comment, and what is left of the comment: %j', ([text, body]) => {
  const parts = splitPage(text)
  expect(parts.prefix + parts.header + parts.delimiter + parts.body).toBe(text)
  expect(parts.body).toBe(body)
  expect(
    text
      .split('\n')
      .slice(parts.bodyLine - 1)
      .join('\n')
      .endsWith(body),
  ).toBe(true)
})

test.skipIf(!hasHugo())('their titles are those that Hugo reads', () => {
  const files = Object.fromEntries(COMMENTED.map(([text], index) => [`content/event/p${index}/index.md`, text]))
  const hugo = readWithHugo(files)
  const titles = Object.entries(files).map(([path, text]) => [
    path,
    readPage(pageFileAt(path, 'talk'), text).values.get('title') ?? '',
  ])
  expect(titles).toEqual(Object.keys(files).map((path) => [path, hugo.get(path)?.title]))
})

test('a comment around front matter that never ends is refused, as by Hugo', () => {
  expect(() => splitPage('<!--\n---\ntitle: A\n---\nbody\n')).toThrow(
    new FrontMatterError('The front matter is in an HTML comment that never ends: take the line with <!-- away', 2),
  )
})
