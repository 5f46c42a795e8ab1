import {renderToStaticMarkup} from 'react-dom/server'
import {expect, test} from 'vitest'
import {parseBody} from '../../seed/markdown/parseBody.ts'
import {hasHugo, renderWithHugo} from '../../seed/markdown/testing/renderWithHugo.ts'
import {Body} from './Body.tsx'

const headings = [
  '한글 제목: 부제 (2)',
  '🗺️ Maps',
  'हिन्दी ½ ① Ⅷ ١٢',
  'A_b-c  d/e\\\\f',
  '[links](https://example.org/c "and titles") count',
  '[two **words**](a.pdf) once',
  'https://example.org/c bare',
  '**bold** `code()` *em* H~~2~~O',
  'C++ & C#',
  '“quoted” — dash',
  'x <b>y</b> z',
  '![alt](a.png) picture',
  '!!!',
  'Twice',
  'Twice',
  'Own {#goals}',
]

test('headings have the ids that Hugo gives them', ({skip}) => {
  if (!hasHugo()) skip('hugo is not installed (Debian: apt install hugo)')
  const markdown = headings.map((heading) => `## ${heading}\n`).join('\n')
  const {blocks} = parseBody(markdown, {path: 'p.md', line: 1, dialect: 'wowchemy'})
  const ids = (html: string) => [...html.matchAll(/<h2 id="?([^">\s]*)/g)].map(([, id]) => id)
  const [page = ''] = renderWithHugo([markdown])
  expect(ids(page)).toHaveLength(headings.length)
  expect(ids(renderToStaticMarkup(<Body value={blocks} />))).toEqual(ids(page))
})
