import {renderToStaticMarkup} from 'react-dom/server'
import {expect, test} from 'vitest'
import {parseBody} from '../../seed/markdown/parseBody.ts'
import {Body} from './Body.tsx'

test.each([
  [
    '앞 **글**\n{{% callout note %}}\n상자 **안**\n{{% /callout %}}\n뒤\n',
    '<p>앞 <strong>글</strong></p><aside class="callout note"><p class="callout-title">참고</p>' +
      '<div class="markdown"><p>상자 <strong>안</strong></p>\n</div></aside><p>뒤</p>',
  ],
  [
    '{{< spoiler text="더" >}}숨은 글{{< /spoiler >}} 뒤  \n끝\n',
    '<details class="callout note"><summary class="callout-title">더</summary><div class="markdown"><p>숨은 글</p>\n</div></details>' +
      '<p>뒤<br/>끝</p>',
  ],
  ['글 {{< hl >}}표시{{< /hl >}} 글\n', '<p>글 <mark>표시</mark> 글</p>'],
  [
    '- 글\n  {{< toc >}}\n',
    '<ul><li>글 <code class="shortcode" title="Hugo 쇼트코드 ‘toc’">{{&lt; toc &gt;}}</code></li></ul>',
  ],
])('%j is shown as Hugo shows it, as far as a list allows', (markdown, html) => {
  const {blocks} = parseBody(markdown, {path: 'p.md', line: 1, dialect: 'wowchemy'})
  expect(renderToStaticMarkup(<Body value={blocks} />)).toBe(`<div class="prose">${html}</div>`)
})
