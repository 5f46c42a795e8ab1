import {renderToStaticMarkup} from 'react-dom/server'
import {expect, test} from 'vitest'
import {parseBody} from '../../seed/markdown/parseBody.ts'
import {Body} from './Body.tsx'

/** The notes of a page: which are shown, in their order. */
function notes(markdown: string): string[] {
  const {blocks} = parseBody(markdown, {path: 'p.md', line: 1, dialect: 'wowchemy'})
  const html = renderToStaticMarkup(<Body value={blocks} />)
  return [...html.matchAll(/<li id="fn:[^"]*">(.*?)<a href="#fnref[^"]*" class="back"/gs)].map(([, note]) => note ?? '')
}

test('notes that nothing refers to are not shown, as in Hugo', () => {
  expect(notes('글[^b]\n\n[^a]: 가\n\n[^b]: 나\n')).toEqual(['<p>나</p>'])
})

test('a note that only another note refers to is shown, with its number', () => {
  expect(notes('글[^a]\n\n[^b]: 나\n\n[^a]: 가[^b]\n')).toEqual([
    '<p>가<sup class="footnote-reference"><a id="fnref:b" href="#fn:b">2</a></sup></p>',
    '<p>나</p>',
  ])
})

test('a note to which a shortcode refers is shown', () => {
  const {blocks} = parseBody('{{% other %}}\n글[^a]\n{{% /other %}}\n\n[^a]: 가\n\n[^b]: 나\n', {
    path: 'p.md',
    line: 1,
    dialect: 'wowchemy',
  })
  expect(renderToStaticMarkup(<Body value={blocks} />)).toContain('<ol><li id="fn:a"><p>가</p></li></ol>')
})
