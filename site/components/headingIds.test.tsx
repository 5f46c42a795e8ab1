import {renderToStaticMarkup} from 'react-dom/server'
import {expect, test} from 'vitest'
import {parseBody} from '../../seed/markdown/parseBody.ts'
import {hasHugo, renderWithHugo} from '../../seed/markdown/testing/renderWithHugo.ts'
import {Body} from './Body.tsx'

const headings = [
  '한글 제목: 부제 (2)',
  '🗺️ Maps',
  ':tada: Party :+1:',
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
  'Not own {#goals of mine}',
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

const elsewhere = `## First

> ## In a *quote*

- ## In a list
- item

  ## First

1. a

   ### Deep [x](u) {#own .lead}

Two
lines
-----

Term
: text

  ## In a definition

{{% callout note %}}
## In a callout
{{% /callout %}}

## In a list
`

test('headings in raw Markdown and in callouts have ids as in Hugo, and are in the contents', ({skip}) => {
  if (!hasHugo()) skip('hugo is not installed (Debian: apt install hugo)')
  const {blocks} = parseBody(elsewhere, {path: 'p.md', line: 1, dialect: 'wowchemy'})
  const ids = (html: string) => [...html.matchAll(/<h\d id="?([^">\s]*)/g)].map(([, id]) => id)
  const [page = ''] = renderWithHugo([elsewhere.replaceAll(/\{\{% .*/g, '')])
  const shown = renderToStaticMarkup(<Body value={blocks} contents />)
  expect(ids(page)).toHaveLength(9)
  expect(ids(shown)).toEqual(ids(page))
  expect([...shown.matchAll(/class="level-(\d)"><a href="#([^"]*)">([^<]*)/g)].map(([, ...parts]) => parts)).toEqual([
    ['2', 'first', 'First'],
    ['2', 'in-a-quote', 'In a quote'],
    ['2', 'in-a-list', 'In a list'],
    ['2', 'first-1', 'First'],
    ['3', 'own', 'Deep x'],
    ['2', 'lines', 'Two lines'],
    ['2', 'in-a-definition', 'In a definition'],
    ['2', 'in-a-callout', 'In a callout'],
    ['2', 'in-a-list-1', 'In a list'],
  ])
})

test('the contents say what stands in a heading beside its text', () => {
  const markdown =
    '## The $O(n)$ case\n\n## $x^2$\n\n## **bold[^1] word** `code`\n\n## ![the plot](a.png)\n\n[^1]: A note.\n'
  const {blocks} = parseBody(markdown, {path: 'p.md', line: 1, dialect: 'wowchemy'})
  const shown = renderToStaticMarkup(<Body value={blocks} contents />)
  expect([...shown.matchAll(/class="level-2"><a href="[^"]*">([^<]*)/g)].map(([, text]) => text)).toEqual([
    'The O(n) case',
    'x^2',
    'bold word code',
    'the plot',
  ])
})

test('headings inside a shortcode whose text is Markdown of the page are among its headings', () => {
  const source = '{{% steps %}}\n\n# One\n\ntext\n\n## <b>Two</b>\n\n{{% /steps %}}'
  expect(renderToStaticMarkup(<Body value={[{_type: 'shortcode', _key: 's', name: 'steps', source}]} contents />)).toBe(
    '<div class="prose"><nav class="contents" aria-label="차례"><ul><li class="level-2"><a href="#one">One</a></li>' +
      '<li class="level-3"><a href="#btwob">Two</a></li></ul></nav><div class="markdown"><h2 id="one">One</h2>\n<p>text</p>\n' +
      '<h3 id="btwob"><b>Two</b></h3>\n</div></div>',
  )
})

test('figures have ids as the theme gives them, each once', () => {
  const markdown =
    '## Figure one\n\n![](a.jpg "My *first* plot")\n\n{{< figure src="b.jpg" id="Second one" caption="x" >}}\n\n' +
    '![](c.jpg "My first plot")\n\n![](d.jpg)\n\n{{< figure src="e.jpg" id="one" >}}\n\n![](f.jpg "!")\n'
  const {blocks} = parseBody(markdown, {path: 'p.md', line: 1, dialect: 'wowchemy'})
  const shown = renderToStaticMarkup(<Body value={blocks} />)
  expect([...shown.matchAll(/<figure(?: id="([^"]*)")?/g)].map(([, id]) => id)).toEqual([
    'figure-my-first-plot',
    'figure-second-one',
    undefined,
    undefined,
    undefined,
    undefined,
  ])
})
