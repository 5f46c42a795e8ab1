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

const captions = [
  {album: 'demo', image: 'a.jpg', caption: '*첫* 사진'},
  {album: 'other', image: 'b.jpg', caption: '아님'},
]
const frontMatter = JSON.stringify({gallery_item: captions})
const pages = [{name: '/project/lectern', address: '/project/lectern/', title: 'Lectern'}]

function shown(source: string, before: BodyItem[] = []): string {
  const name = /^\{\{[<%]\s*(\w+)/.exec(source)?.[1] ?? ''
  const markup = renderToStaticMarkup(
    <Files value={files} pages={pages} frontMatter={frontMatter}>
      <Body value={[...before, {_type: 'shortcode', _key: 's', name, source}]} />
    </Files>,
  )
  return markup.replace('<div class="prose">', '').replace(/<\/div>$/, '')
}

const root = '/files/lectern/production'
const query = '?w=40&amp;fit=max&amp;auto=format'
const picture = (id: string, alt: string) =>
  `<a href="/images/lectern/production/${id}-40x30.jpg"><img src="/images/lectern/production/${id}-40x30.jpg${query}" ` +
  `width="40" height="30" alt="${alt}" loading="lazy" decoding="async"/></a>`
const first = `<figure>${picture('ff', '첫 사진')}<figcaption><span><em>첫</em> 사진</span></figcaption></figure>`
const second = `<figure>${picture('ee', 'b.jpg')}</figure>`

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
  ['{{< gallery album="demo" >}}', `<div class="gallery">${first}${second}</div>`],
  ['{{< gallery album="demo" order="desc" >}}', `<div class="gallery">${second}${first}</div>`],
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
  ['{{< cite page="/project/lectern" view="4" >}}', '<p><a href="/project/lectern/">Lectern</a></p>'],
  [
    '{{< diagram >}}\ngraph TD;\n  A-->B;\n{{< /diagram >}}',
    '<pre class="code" data-language="mermaid" tabindex="0"><code class="language-mermaid">graph TD;\n  A--&gt;B;</code></pre>',
  ],
  [
    '{{< cards >}}\n{{< card url="results.csv" title="*결과*" icon="x" >}}\n{{< card url="" title="없음" subtitle="주소" >}}\n{{< /cards >}}',
    `<ul class="cards"><li><a href="${root}/dd.csv"><span><em>결과</em></span></a></li><li><span>없음</span><p>주소</p></li></ul>`,
  ],
  ['{{< card url="/a/" title="하나" >}}', '<ul class="cards"><li><a href="/a/">하나</a></li></ul>'],
  ['{{< notebook src="talk.mp4" title="실습" >}}', `<p><a href="${root}/aa.mp4">실습</a></p>`],
  [
    '{{< embed platform="huggingface" resource="google/gemma" type="model" >}}',
    '<figure class="embed" data-provider="iframe"><a href="https://huggingface.co/google/gemma" target="_blank" rel="noopener">' +
      '<span class="embed-title">google/gemma</span><span class="embed-place">huggingface.co에서 열기</span></a></figure>',
  ],
  [
    '{{< embed url="https://example.org/x" title="글" >}}',
    '<figure class="embed" data-provider="iframe"><a href="https://example.org/x" target="_blank" rel="noopener">' +
      '<span class="embed-title">글</span><span class="embed-place">example.org에서 열기</span></a></figure>',
  ],
  ['{{< emoji_list >}}\n- ✅ 하나\n{{< /emoji_list >}}', '<div class="markdown"><ul>\n<li>✅ 하나</li>\n</ul>\n</div>'],
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
  '{{< cards >}}none{{< /cards >}}',
  '{{< notebook src="none.ipynb" >}}',
  '{{< embed platform="other" resource="x" >}}',
  '{{< cite page="/publication/none" >}}',
])('%s, of which the document does not have enough, keeps its source', (source) => {
  expect(shown(source)).toMatch(/^<details class="shortcode">/)
})

test('what only Hugo can show is said to be left out, its source behind it', () => {
  expect(shown('{{< chart data="x" >}}')).toBe(
    '<details class="shortcode"><summary class="callout-title">이 사이트에서는 차트를 표시하지 않습니다</summary>' +
      '<pre tabindex="0"><code>{{&lt; chart data=&quot;x&quot; &gt;}}</code></pre></details>',
  )
  expect(shown('{{< mine >}}')).toContain('>Hugo 쇼트코드 ‘mine’</summary>')
})
