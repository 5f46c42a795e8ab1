import {expect, test} from 'vitest'
import {blockMarkdown, inlineMarkdown, markdownText} from './markdown.ts'

test('addresses without a scheme are links where they begin with www, as in Goldmark', () => {
  expect(inlineMarkdown('www.example.org/a, README.md www. 끝')).toBe(
    '<a href="https://www.example.org/a" target="_blank" rel="noopener">www.example.org/a</a>, README.md www. 끝',
  )
})

test('shortcodes of the theme in raw Markdown say what they say, all others stay', () => {
  expect(
    blockMarkdown(
      '> - {{< youtube abc >}} {{< staticref "a.pdf" >}}글{{< /staticref >}} {{< icon name="x" >}}{{< other >}}',
    ),
  ).toBe(
    '<blockquote>\n<ul>\n<li><a href="https://www.youtube.com/watch?v=abc" target="_blank" rel="noopener">' +
      'https://www.youtube.com/watch?v=abc</a> 글 {{&lt; other &gt;}}</li>\n</ul>\n</blockquote>\n',
  )
})

test('a formula with an error stays as its source', () => {
  expect(blockMarkdown('$\\frac{$ 글')).toBe('<p><code>$\\frac{$</code> 글</p>\n')
})

test('code in TeX stays code', () => {
  expect(blockMarkdown('- 글\n\n  ```tex\n  \\frac{1}{2}\n  ```\n')).toBe(
    '<ul>\n<li>\n<p>글</p>\n<pre><code class="language-tex">\\frac{1}{2}\n</code></pre>\n</li>\n</ul>\n',
  )
})

test('the words of a one-line text', () => {
  expect(markdownText('**굵은** [글](https://example.org) <b>a &amp; b</b>')).toBe('굵은 글 a & b')
})
