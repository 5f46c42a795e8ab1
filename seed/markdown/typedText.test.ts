import {expect, test} from 'vitest'
import {blockMeaning} from './blockMeaning.ts'
import {parseBody} from './parseBody.ts'
import {hasHugo, renderWithHugo} from './testing/renderWithHugo.ts'
import {serializeBody} from './testing/serializeBody.ts'
import {textBlock as text} from './testing/textBlock.ts'
import type {BodyBlock, CodeBlock, MarkdownContext, TextBlock} from './types.ts'

const context: MarkdownContext = {path: 'page.md', line: 1, dialect: 'wowchemy'}

const item: Partial<TextBlock> = {listItem: 'bullet', level: 1}
const link: Partial<TextBlock> = {markDefs: [{_type: 'link', _key: 'l', href: 'https://x.com/me'}]}
const code = (words: string): CodeBlock => ({_type: 'codeBlock', _key: 'k', code: words})

/** Blocks that an editor types, how they are written, and what Hugo shows. */
const typed: Array<[block: BodyBlock, markdown: string, html: string]> = [
  // Hugo takes a link's text for a checkbox, and `[x]` anywhere in an item.
  [
    text('X', {...item, ...link}, ['l']),
    '- [&#88;](https://x.com/me)',
    '<ul><li><a href="https://x.com/me">X</a></li></ul>',
  ],
  [text('a [x] b', item), '- a \\[x] b', '<ul><li>a [x] b</li></ul>'],
  [text('[ ] c', item), '- \\[ ] c', '<ul><li>[ ] c</li></ul>'],
  [text('a [x] b'), 'a [x] b', '<p>a [x] b</p>'],
  [text('[!NOTE] x', {style: 'blockquote'}), '> \\[!NOTE] x', '<blockquote><p>[!NOTE] x</p></blockquote>'],
  // Escaped, both brackets would be those of a formula to another generation of the theme.
  [text('[a] \\](b)'), '\\[a] &#92;](b)', '<p>[a] \\](b)</p>'],
  // The brackets of a footnote's mark have to pair in the text of a link.
  [text('a[^1]', link, ['l']), '[a[&#94;1]](https://x.com/me)', '<p><a href="https://x.com/me">a[^1]</a></p>'],
  [text('[^1]: b', link, ['l']), '[[&#94;1]: b](https://x.com/me)', '<p><a href="https://x.com/me">[^1]: b</a></p>'],
  // Behind a backslash Goldmark does not see the backslash of a line break.
  [text('a\\\nb'), 'a\\\\  \nb', '<p>a\\<br>b</p>'],
  [text('a\\\nb', item), '- a\\\\  \n  b', '<ul><li>a\\<br>b</li></ul>'],
  [text('a \\\\\nb'), 'a \\\\\\\\  \nb', '<p>a \\\\<br>b</p>'],
  // Hugo takes the comment of a sample away before it reads the Markdown.
  [text('{{< x >}}'), '{{</* x */>}}', '<p>{{&lt; x &gt;}}</p>'],
  [text('{{<x>}}'), '{&#123;\\<x>}}', '<p>{{&lt;x&gt;}}</p>'],
  [text('{{< x *y* >}}'), '{&#123;< x \\*y\\* >}}', '<p>{{&lt; x *y* &gt;}}</p>'],
  [text('{{</* x */>}}'), '{&#123;\\</\\* x \\*/>}}', '<p>{{&lt;/* x */&gt;}}</p>'],
  [text('{{% y %}}', {}, ['strong'], '는'), '<strong>{{%/* y */%}}</strong>는', '<p><strong>{{% y %}}</strong>는</p>'],
  [text('a {{</* x */>}}', {}, ['code']), '`a {{</*/* x */*/>}}`', '<p><code>a {{&lt;/* x */&gt;}}</code></p>'],
  [code('{{</* x */>}}'), '```\n{{</*/* x */*/>}}\n```', '<pre tabindex="0"><code>{{&lt;/* x */&gt;}}</code></pre>'],
  // What an editor's object or mark is where it came to stand.
  [
    {...text('', item), children: [{_type: 'inlineMarkdown', _key: 'b', markdown: '[x]'}, ...text('').children]},
    '- [x]',
    '<ul><li><input checked="" disabled="" type="checkbox"></li></ul>',
  ],
  [
    {...text(' a', item), children: [{_type: 'inlineMarkdown', _key: 'b', markdown: '[x]'}, ...text(' a').children]},
    '- [x] a',
    '<ul><li><input checked="" disabled="" type="checkbox"> a</li></ul>',
  ],
  [
    {...text(' a'), children: [{_type: 'inlineMarkdown', _key: 'b', markdown: '[x]'}, ...text(' a').children]},
    '[x] a',
    '<p>[x] a</p>',
  ],
  [
    {...text('a', item), children: [{_type: 'inlineMarkdown', _key: 'b', markdown: '[x]'}, ...text('a').children]},
    '- \\[x]a',
    '<ul><li>[x]a</li></ul>',
  ],
  [
    {
      ...text('b', {style: 'h2'}),
      children: [...text('a').children, {_type: 'inlineHtml', _key: 'h', html: '<br>'}, ...text('b').children],
    },
    '## a<br>b',
    '<h2 id="abrb">a<br>b</h2>',
  ],
  [text('a \n b', {}, ['code']), '`a`\\\n`b`', '<p><code>a</code><br><code>b</code></p>'],
  [text(' ', {}, ['code', 'strong'], 'x'), 'x', '<p>x</p>'],
  [
    {...text('', {style: 'h2'}), children: [{_type: 'inlineMarkdown', _key: 'b', markdown: ' {#id}'}]},
    '##',
    '<h2 id="heading"></h2>',
  ],
  // Of two of these Hugo makes one character, but not when one is escaped.
  [text('>> a'), '\\>> a', '<p>&gt;&gt; a</p>'],
  [text('<<a'), '\\<\\<a', '<p>&lt;&lt;a</p>'],
  [text('---'), '\\---', '<p>-&ndash;</p>'],
  [text('<', {}, ['underline'], 'div>'), '<u>\\<</u>div>', '<p><u>&lt;</u>div&gt;</p>'],
  [
    {...text(''), children: [...text('<').children, ...text('br>', {}, ['subscript']).children]},
    '\\<<sub>br></sub>',
    '<p>&lt;<sub>br&gt;</sub></p>',
  ],
  // Brackets that do not pair would end a link.
  [text(']', link, ['l'], 'a'), '[&#93;](https://x.com/me)a', '<p><a href="https://x.com/me">]</a>a</p>'],
  [
    text('[!', link, ['l'], 'NOTE]'),
    '[&#91;\\!](https://x.com/me)NOTE]',
    '<p><a href="https://x.com/me">[!</a>NOTE]</p>',
  ],
  [
    {...text(''), children: [...text('[').children, ...text('a]: x', {}, ['em']).children]},
    '\\[*a]\\: x*',
    '<p>[<em>a]: x</em></p>',
  ],
  [text('[a]', link, ['l']), '[[a]](https://x.com/me)', '<p><a href="https://x.com/me">[a]</a></p>'],
  [text('a <\nb', {style: 'h2'}), '## a \\<<br>b', '<h2 id="a-brb">a &lt;<br>b</h2>'],
  // An emoji is a letter to the Goldmark of older generations.
  [
    {...text(''), children: [...text('🎉').children, ...text('[공지]', {}, ['strong'], ' 글').children]},
    '🎉<strong>[공지]</strong> 글',
    '<p>🎉<strong>[공지]</strong> 글</p>',
  ],
  [
    {...text(''), children: [...text('“글”', {}, ['em'], '▶').children, ...text('글', {}, ['strong']).children]},
    '<em>“글”</em>▶**글**',
    '<p><em>“글”</em>▶<strong>글</strong></p>',
  ],
  // Goldmark forgets emphasis that is open in a link's text where a bracket begins.
  [
    text('[공지]', link, ['l', 'strong']),
    '[**&#91;공지&#93;**](https://x.com/me)',
    '<p><a href="https://x.com/me"><strong>[공지]</strong></a></p>',
  ],
  [
    text('[공지]', link, ['strong', 'l']),
    '**[[공지]](https://x.com/me)**',
    '<p><strong><a href="https://x.com/me">[공지]</a></strong></p>',
  ],
  // Hugo takes a tag behind braces for a shortcode, and stops; and a link between spaces for a checkbox.
  [
    {...text('{{'), children: [...text('{{').children, ...text('a{{', {}, ['underline']).children]},
    '{&#123;<u>a{&#123;</u>',
    '<p>{{<u>a{{</u></p>',
  ],
  [text('{{ ', {}, ['underline'], 'a'), '<u>{&#123;</u> a', '<p><u>{{</u> a</p>'],
  [
    {...text('{{'), children: [...text('{{').children, ...text('a', {}, ['code', 'underline']).children]},
    '{&#123;<u>`a`</u>',
    '<p>{{<u><code>a</code></u></p>',
  ],
  [
    {...text('', link), children: [...text('<').children, ...text('https://x.com/me', {}, ['l']).children]},
    '<[https\\://x.com/me](https://x.com/me)',
    '<p>&lt;<a href="https://x.com/me">https://x.com/me</a></p>',
  ],
  [
    {
      ...text('', {...item, ...link}),
      children: [{_type: 'inlineMarkdown', _key: 'b', markdown: '[ ]'}, ...text(' a', {}, ['l']).children],
    },
    '- [ ] [a](https://x.com/me)',
    '<ul><li><input disabled="" type="checkbox"><a href="https://x.com/me">a</a></li></ul>',
  ],
  // The separators of Unicode end no line.
  [text('a\u2028b', {style: 'blockquote'}), '> a\u2028b', '<blockquote><p>a b</p></blockquote>'],
  [{...code('a\u2028b'), indented: true}, '    a\u2028b', '<pre><code>a b</code></pre>'],
  // Hugo stops at `~~` inside another mark of a heading.
  [
    text('a', {style: 'h2', ...link}, ['l', 'strike-through'], ' b'),
    '## [<del>a</del>](https://x.com/me) b',
    '<h2 id="deladelhttpsxcomme-b"><a href="https://x.com/me"><del>a</del></a> b</h2>',
  ],
  [
    text('a', {style: 'h2', ...item}, ['strong', 'strike-through']),
    '- ## <strong><del>a</del></strong>',
    '<ul><li><h2 id="strongdeladelstrong"><strong><del>a</del></strong></h2></li></ul>',
  ],
  // An editor leaves empty spans with marks behind.
  [
    {
      ...text('a', {style: 'h2'}, ['em']),
      children: [...text('a', {}, ['em']).children, ...text('', {}, ['strong', 'strike-through']).children],
    },
    '## *a*',
    '<h2 id="a"><em>a</em></h2>',
  ],
  // A line end stops Hugo between double quotes.
  [
    {_type: 'figure', _key: 'k', src: 'a.png', caption: 'a\nb', syntax: 'shortcode'},
    '{{< figure src="a.png" caption=`a\nb` >}}',
    '<figure><img src="a.png" alt="a b"/><figcaption><p>a b</p></figcaption></figure>',
  ],
  // A delimiter that begins no shortcode stops Hugo, in code too.
  [text('{{<', {}, ['code']), '<code>{&#123;&lt;</code>', '<p><code>{{&lt;</code></p>'],
  [
    text('{{< *a* "b" -- c', {}, ['code']),
    '<code>{&#123;&lt; &#42;a&#42; &#34;b&#34; &#45;- c</code>',
    '<p><code>{{&lt; *a* &quot;b&quot; -- c</code></p>',
  ],
  [text('a {{< b'), 'a {&#123;< b', '<p>a {{&lt; b</p>'],
  [code('{{< x'), '<pre><code>{&#123;&lt; x\n</code></pre>', '<pre><code>{&#123;&lt; x</code></pre>'],
  [code('{{% x >}}'), '<pre><code>{&#123;% x &gt;}}\n</code></pre>', '<pre><code>{&#123;% x &gt;}}</code></pre>'],
]

test('what an editor types is written so that it is text', () => {
  expect(typed.map(([block]) => serializeBody([block], context))).toEqual(typed.map(([, markdown]) => `${markdown}\n`))
})

test('what an editor types is read back', () => {
  // An unfinished shortcode in a block of code is written as HTML.
  const held = typed.filter(([, markdown]) => !markdown.includes('<pre>'))
  const read = held.map(([, markdown]) => parseBody(`${markdown}\n`, context).blocks.map(blockMeaning))
  expect(read).toEqual(held.map(([block]) => [blockMeaning(block)]))
})

test('Hugo shows what the editor typed', {timeout: 60_000}, ({skip}) => {
  if (!hasHugo()) skip('hugo is not installed (Debian: apt install hugo)')
  const pages = renderWithHugo(typed.map(([, markdown]) => `${markdown}\n`))
  expect(pages).toEqual(typed.map(([, , html]) => `<main>${html}</main>`))
})
