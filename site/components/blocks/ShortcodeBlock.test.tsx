import {renderToStaticMarkup} from 'react-dom/server'
import {expect, test} from 'vitest'
import type {BodyItem, NamedFile} from '../../content.ts'
import {Body} from '../Body.tsx'
import {Files} from '../Files.tsx'

const files: NamedFile[] = [
  {name: 'talk.mp4', asset: 'file-aa-mp4'},
  {name: 'talk.jpg', asset: 'image-bb-40x30-jpg'},
  {name: 'piano.mp3', asset: 'file-cc-mp3'},
  {name: 'results.csv', asset: 'file-dd-csv'},
  {name: 'demo/b.jpg', asset: 'image-ee-40x30-jpg'},
  {name: 'demo/a.jpg', asset: 'image-ff-40x30-jpg'},
  {name: 'demo/notes.pdf', asset: 'file-gg-pdf'},
]

function shown(source: string, before: BodyItem[] = []): string {
  const name = /^\{\{[<%]\s*(\w+)/.exec(source)?.[1] ?? ''
  const markup = renderToStaticMarkup(
    <Files value={files}>
      <Body value={[...before, {_type: 'shortcode', _key: 's', name, source}]} />
    </Files>,
  )
  return markup.replace('<div class="prose">', '').replace(/<\/div>$/, '')
}

const root = '/files/lectern/production'
const query = '?w=40&amp;fit=max&amp;auto=format'
const thumbnail = (id: string, name: string) =>
  `<a href="/images/lectern/production/${id}-40x30.jpg"><img src="/images/lectern/production/${id}-40x30.jpg${query}" ` +
  `width="40" height="30" alt="${name}" loading="lazy" decoding="async"/></a>`

test.each([
  [
    '{{< video src="talk.mp4" controls="yes" >}}',
    `<p><video controls="" preload="none" poster="/images/lectern/production/bb-40x30.jpg" src="${root}/aa.mp4"></video></p>`,
  ],
  ['{{< video src="/static.mp4" >}}', '<p><video controls="" preload="metadata" src="/static.mp4"></video></p>'],
  [
    '{{< video src="https://example.org/v.mp4" >}}',
    '<p><a href="https://example.org/v.mp4" target="_blank" rel="noopener">example.org</a></p>',
  ],
  ['{{< audio src="piano.mp3" >}}', `<p><audio controls="" preload="metadata" src="${root}/cc.mp3"></audio></p>`],
  [
    '{{< table path="results.csv" header="true" caption="*결과*" >}}',
    `<p><a href="${root}/dd.csv"><span><em>결과</em></span></a></p>`,
  ],
  ['{{< gallery album="demo" >}}', `<div class="gallery">${thumbnail('ff', 'a.jpg')}${thumbnail('ee', 'b.jpg')}</div>`],
  [
    '{{< gallery album="demo" order="desc" >}}',
    `<div class="gallery">${thumbnail('ee', 'b.jpg')}${thumbnail('ff', 'a.jpg')}</div>`,
  ],
  [
    '{{< highlight go "linenos=true" >}}\nfmt.Print("<a>")\n{{< /highlight >}}',
    '<pre class="code" data-language="go" tabindex="0"><code class="language-go">fmt.Print(&quot;&lt;a&gt;&quot;)</code></pre>',
  ],
  [
    '{{< details summary="더" open=true >}}\n*글*\n{{< /details >}}',
    '<details class="callout note" open=""><summary class="callout-title">더</summary><div class="markdown"><p><em>글</em></p>\n</div></details>',
  ],
  [
    '{{< gist jmooring 50a7482715eac222e230d1e64dd9a89b >}}',
    '<p><a href="https://gist.github.com/jmooring/50a7482715eac222e230d1e64dd9a89b" target="_blank" rel="noopener">gist.github.com</a></p>',
  ],
])('%s is shown as the theme does', (source, markup) => {
  expect(shown(source)).toBe(markup)
})

test('a table of contents lists the headings of the body that it stands in', () => {
  const heading: BodyItem = {
    _type: 'block',
    _key: 'h',
    style: 'h2',
    children: [{_type: 'span', _key: 's', text: '시작'}],
  }
  expect(shown('{{< toc >}}', [heading])).toBe(
    '<h2 id="시작">시작</h2><nav class="contents" aria-label="차례"><ul><li class="level-2"><a href="#시작">시작</a></li></ul></nav>',
  )
})

test.each([
  '{{< gallery album="none" >}}',
  '{{< video >}}',
  '{{< list_tags >}}',
  '{{< callout note >}}',
  '{{< chart data="x" >}}',
])('%s, of which the document does not have enough, keeps its source', (source) => {
  expect(shown(source)).toMatch(/^<aside class="shortcode">/)
})
