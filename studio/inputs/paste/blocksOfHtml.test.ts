import type {ArraySchemaType} from '@sanity/types'
import {isArraySchemaType} from '@sanity/types'
import {JSDOM} from 'jsdom'
import {createSchema} from 'sanity'
import {expect, test} from 'vitest'
import {createSchemaTypes} from '../../../schemas/index.ts'
import {blocksOfHtml} from './blocksOfHtml.ts'

const schema = createSchema({name: 'default', types: createSchemaTypes('en')})

function arrayType(name: string): ArraySchemaType {
  const type = schema.get(name)
  if (!isArraySchemaType(type)) throw new Error(`${name} is no array`)
  return type
}

const paste = (html: string) =>
  blocksOfHtml(html, {
    text: arrayType('body'),
    cell: arrayType('cellBlocks'),
    newKey: () => 'k',
    parseHtml: (text) => new JSDOM(text).window.document,
  })
const span = (text: string, ...marks: string[]) => ({_type: 'span', _key: 'k', text, marks})
const block = (...children: object[]) => ({_type: 'block', _key: 'k', style: 'normal', markDefs: [], children})
const table = (...rows: object[][][]) => ({
  _type: 'table',
  _key: 'k',
  header: true,
  rows: rows.map((cells) => ({
    _type: 'tableRow',
    _key: 'k',
    cells: cells.map((content) => ({_type: 'tableCell', _key: 'k', content})),
  })),
})

test('HTML with nothing of ours is left to the editor', () => {
  expect(paste('<p>글 <b>굵게</b></p><ul><li>하나</li></ul>')).toBeUndefined()
  expect(paste('')).toBeUndefined()
})

test('a table of Word stays a table among its paragraphs', () => {
  const html = `<html><body><!--StartFragment--><p class=MsoNormal>앞</p>
    <table class=MsoTableGrid border=1><tr><td><p class=MsoNormal><b>이름</b></p></td><td><p class=MsoNormal>값</p></td></tr>
    <tr><td><p class=MsoNormal>지연</p></td><td><p class=MsoNormal>3초</p></td></tr></table>
    <p class=MsoNormal>뒤</p><!--EndFragment--></body></html>`
  expect(paste(html)).toEqual([
    block(span('앞')),
    table([[block(span('이름', 'strong'))], [block(span('값'))]], [[block(span('지연'))], [block(span('3초'))]]),
    block(span('뒤')),
  ])
})

test('a table of Google Docs stays one, a cell over two columns is followed by an empty one, a frame is taken away', () => {
  const html = (rows: string) =>
    `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><div dir="ltr"><table><colgroup><col/></colgroup><tbody>${rows}</tbody></table></div></b>`
  const cell = (text: string, attributes = '') => `<td ${attributes}><p dir="ltr"><span>${text}</span></p></td>`
  expect(paste(html(`<tr>${cell('가', 'colspan="2"')}</tr><tr>${cell('나')}${cell('다')}</tr>`))).toEqual([
    table([[block(span('가'))], []], [[block(span('나'))], [block(span('다'))]]),
  ])
  expect(paste(html(`<tr>${cell('틀 안의 글')}</tr>`))).toEqual([block(span('틀 안의 글'))])
})

test('code keeps its lines, a rule its place, and raised, lowered and marked text its marks', () => {
  const html =
    '<p>H<sub>2</sub>O, x<sup>2</sup>, <mark>표시</mark></p><pre><code class="hljs language-js">const a = 1\n\n  b()\n</code></pre><hr><pre>줄\n둘</pre>'
  expect(paste(html)).toEqual([
    block(
      span('H'),
      span('2', 'subscript'),
      span('O, x'),
      span('2', 'superscript'),
      span(', '),
      span('표시', 'highlight'),
    ),
    {_type: 'codeBlock', _key: 'k', code: 'const a = 1\n\n  b()', language: 'js'},
    {_type: 'divider', _key: 'k'},
    {_type: 'codeBlock', _key: 'k', code: '줄\n둘'},
  ])
})

test('a numbered list begins with the number that it has', () => {
  const item = (...children: object[]) => ({...block(...children), listItem: 'number', level: 1})
  expect(paste('<ol start="3"><li>셋</li><li>넷</li></ol><ol start="1"><li>하나</li></ol>')).toEqual([
    item({_type: 'listStart', _key: 'k', number: 3}, span('셋')),
    item(span('넷')),
    item(span('하나')),
  ])
})

test('pictures of the web stay where they are, a picture of a file that nobody else has is left out', () => {
  const picture = (name: string) => `<img width=10 src="https://example.org/${name}.png" alt="${name}">`
  const figure = (name: string) => ({_type: 'figure', _key: 'k', src: `https://example.org/${name}.png`, alt: name})
  expect(
    paste(
      `<p>앞 ${picture('a')} 뒤</p><p><a href="https://example.org">${picture('b')}</a></p>
      <p>글<img src="file:///C:/image001.png"></p><table><tr><td>가 ${picture('c')}</td><td>나</td></tr></table>`,
    ),
  ).toEqual([
    block(span('앞')),
    figure('a'),
    block(span('뒤')),
    {...figure('b'), link: 'https://example.org'},
    block(span('글')),
    table([[block(span('가 '), {...figure('c'), _type: 'inlineImage'})], [block(span('나'))]]),
  ])
})

test('text of Hancom’s word processor keeps its marks, and the empty lines between its paragraphs are left out', () => {
  const run = (text: string, style = '') =>
    `<SPAN STYLE='font-family:"함초롬바탕";${style}line-height:160%'>${text}</SPAN>`
  const line = (inner: string) => `<P CLASS=HStyle0 STYLE='line-height:160%;'>${inner}</P>\n\n`
  const html = `<HTML><HEAD><META NAME="Generator" CONTENT="Hancom HWP 12.0.0.535"></HEAD><BODY>
    ${line(run('이 발표는 ') + run('굵은 글', 'font-weight:bold;') + run('과 ') + run('기울임', 'font-style:italic;font-weight:bold;'))}
    ${line('<BR>')}${line(run('밑줄', 'text-decoration:underline;') + run(' 취소선', 'text-decoration:line-through;'))}
    ${line(`<TABLE><TR><TD>${line(run('시각'))}</TD><TD>${line('<BR>')}</TD></TR></TABLE>`)}</BODY></HTML>`
  expect(paste(html)).toEqual([
    block(span('이 발표는 '), span('굵은 글', 'strong'), span('과 '), span('기울임', 'strong', 'em')),
    block(span('밑줄', 'underline'), span(' 취소선', 'strike-through')),
    table([[block(span('시각'))], []]),
  ])
})

test('what Google Docs lowers stays lowered and bold', () => {
  const lowered = '<span style="font-weight:700"><span style="font-size:0.6em;vertical-align:sub;">2</span></span>'
  const html = `<b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr"><span style="font-weight:400">H</span>${lowered}<span style="font-weight:400">O</span></p></b>`
  expect(paste(html)).toEqual([block(span('H'), span('2', 'subscript', 'strong'), span('O'))])
})

test('a formula of a web page arrives once, as TeX', () => {
  const annotation = (tex: string) => `<annotation encoding="application/x-tex">${tex}</annotation>`
  const mathml = (tex: string, display = '') =>
    `<math${display}><semantics><mrow><mi>E</mi></mrow>${annotation(tex)}</semantics></math>`
  const katex = (tex: string) =>
    `<span class="katex"><span class="katex-mathml">${mathml(tex)}</span><span class="katex-html" aria-hidden="true"><span class="mord">E</span></span></span>`
  const wikipedia = `<span class="mwe-math-element"><span>${mathml(String.raw`{\displaystyle E=m}`)}</span><img src="https://example.org/e.svg" alt="E=m"></span>`
  expect(
    paste(
      `<p>앞 ${katex('E=m')} 뒤 ${wikipedia}</p><span class="katex-display">${katex('x^2')}</span>${mathml('y', ' display="block"')}
      <table><tr><td>${katex('z')}</td><td>나</td></tr></table>`,
    ),
  ).toEqual([
    block(span('앞 '), {_type: 'inlineMath', _key: 'k', tex: 'E=m'}, span(' 뒤 '), {
      _type: 'inlineMath',
      _key: 'k',
      tex: 'E=m',
    }),
    {_type: 'mathBlock', _key: 'k', tex: 'x^2'},
    {_type: 'mathBlock', _key: 'k', tex: 'y'},
    table([[block({_type: 'inlineMath', _key: 'k', tex: 'z'})], [block(span('나'))]]),
  ])
})

test('code has no buttons of its page, and its lines stay apart also where they are colored', () => {
  const html = `<pre class="rounded"><div><div>python</div><button>코드 복사</button></div><div dir="ltr"><code class="language-python"><span><span class="hljs-keyword">def</span> f():
    <span>return</span> 1
</span></code></div></pre><pre>하나<br>둘</pre>`
  expect(paste(html)).toEqual([
    {_type: 'codeBlock', _key: 'k', code: 'def f():\n    return 1', language: 'python'},
    {_type: 'codeBlock', _key: 'k', code: '하나\n둘'},
  ])
})

test('a term and what it means are two paragraphs', () => {
  expect(paste('<dl><dt>용어</dt><dd>뜻</dd></dl>')).toEqual([block(span('용어')), block(span('뜻'))])
})
