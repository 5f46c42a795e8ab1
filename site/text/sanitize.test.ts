import {expect, test} from 'vitest'
import {safeHref} from './safeHref.ts'
import {sanitizeBlockHtml, sanitizeInlineHtml, sanitizeTag} from './sanitize.ts'

test.each([
  'javascript:alert(1)',
  'JavaScript:alert(1)',
  'java\nscript:alert(1)',
  ' \u0001javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x',
  'file:///etc/passwd',
  '',
])('%j becomes no link', (url) => {
  expect(safeHref(url)).toBeUndefined()
})

test.each([
  ['https://example.org/발표', 'https://example.org/발표'],
  ['mailto:yuna@example.org', 'mailto:yuna@example.org'],
  ['../slides/', '../slides/'],
  ['\\\\example.org', '//example.org'],
])('%j is the link %j', (url, href) => {
  expect(safeHref(url)).toBe(href)
})

test.each([
  ['<script>alert(1)</script>글', '글'],
  ['<img src="x.png" onerror="alert(1)">', '<img alt="" loading="lazy" src="x.png" />'],
  ['<svg onload="alert(1)"><a>x</a></svg>글', '글'],
  ['<p style="position:fixed" onclick="alert(1)" class="x">글</p>', '<p>글</p>'],
  ['<a name="a"></a><p id="b&quot; onclick=&quot;x">글</p>', '<a id="a"></a><p id="b&quot; onclick=&quot;x">글</p>'],
  ['<a href="java&#10;script:alert(1)">글</a>', '<a>글</a>'],
  ['<form action="/v1/auth/logout"><button>글</button></form>', '글'],
  ['<base href="https://evil.example/">글', '글'],
  ['<meta http-equiv="refresh" content="0;url=https://evil.example">글', '글'],
])('%s is shown as %s', (html, shown) => {
  expect(sanitizeBlockHtml(html)).toBe(shown)
})

test.each([
  ['<table><tr><td style="text-align:right;">1</td><th style="color: red; TEXT-ALIGN: Center">2</th></tr></table>'],
  ['<table><tr><td align="right" class="x">1</td><th align="CENTER">2</th></tr></table>'],
])('cells stay in the middle or to the right: %s', (html) => {
  expect(sanitizeBlockHtml(html)).toBe('<table><tr><td class="right">1</td><th class="center">2</th></tr></table>')
})

test('paragraphs and headings stay in the middle, and nothing else of a style stays', () => {
  expect(sanitizeBlockHtml('<h1 align="center">글</h1><p align="center">글</p><div align="left">글</div>')).toBe(
    '<h2 class="center">글</h2><p class="center">글</p><div>글</div>',
  )
  expect(sanitizeBlockHtml('<p style="x-text-align:center">글</p><ul style="text-align:center"></ul>')).toBe(
    '<p>글</p><ul></ul>',
  )
  expect(sanitizeInlineHtml('<span style="text-align:right">글</span>')).toBe('<span>글</span>')
})

test('what stands in a frame for browsers without frames is not shown', () => {
  expect(sanitizeBlockHtml('<iframe src="https://example.org/v"> <p>Your browser</p></iframe> after')).toBe(
    '<a href="https://example.org/v" target="_blank" rel="noopener">example.org</a> after',
  )
  expect(sanitizeBlockHtml('<iframe srcdoc="<script>x</script>" onload="x">y</iframe>')).toBe('<span></span>')
})

test('frames and pictures of other hosts become links to them', () => {
  expect(sanitizeBlockHtml('<iframe src="https://example.org/x"></iframe>')).toBe(
    '<a href="https://example.org/x" target="_blank" rel="noopener">example.org</a>',
  )
  expect(sanitizeBlockHtml('<img src="//example.org/x.png" alt="그림">')).toBe(
    '<a href="//example.org/x.png" target="_blank" rel="noopener">그림</a>',
  )
})

test('one line of HTML holds no blocks', () => {
  expect(sanitizeInlineHtml('<div><b>글</b></div>')).toBe('<b>글</b>')
})

test('pictures of other hosts are loaded where the site wants that, frames never', () => {
  expect(sanitizeBlockHtml('<img src="https://example.org/x.png">', {remoteImages: 'show'})).toBe(
    '<img alt="" loading="lazy" src="https://example.org/x.png" />',
  )
  expect(sanitizeBlockHtml('<iframe src="https://example.org/x"></iframe>', {remoteImages: 'show'})).toBe(
    '<a href="https://example.org/x" target="_blank" rel="noopener">example.org</a>',
  )
})

test('a link never holds another', () => {
  expect(sanitizeBlockHtml('<a href="/x">글 <img src="//example.org/x.png"></a> <a href="/y">끝</a>')).toBe(
    '<a href="/x">글 <span>example.org</span></a> <a href="/y">끝</a>',
  )
  expect(sanitizeInlineHtml('<a href="/x">글</a>', {insideLink: true})).toBe('<span>글</span>')
})

test.each([
  [
    '<a href="https://example.org" onclick="x" class="y">',
    'a',
    {href: 'https://example.org', target: '_blank', rel: 'noopener'},
  ],
  ['<kbd style="x" lang="en">', 'kbd', {lang: 'en'}],
  ['<a href="javascript:alert(1)">', 'a', {}],
])('the start tag %s', (tag, name, attributes) => {
  expect(sanitizeTag(tag)).toEqual({name, attributes})
})

test.each(['<script>', '<div>', '<iframe src="x">', '글'])('%s starts no element of a sentence', (tag) => {
  expect(sanitizeTag(tag)).toBeUndefined()
})
