import {expect, test} from 'vitest'
import {blockMeaning} from './blockMeaning.ts'
import {parseBody} from './parseBody.ts'
import {hasHugo, renderWithHugo} from './testing/renderWithHugo.ts'
import {serializeBody} from './testing/serializeBody.ts'
import type {MarkdownContext} from './types.ts'

const context: MarkdownContext = {path: 'page.md', line: 1, dialect: 'wowchemy'}

/** What fuzzing found: texts that were read or written as something else than Hugo shows. */
const texts = [
  '\\\t{.c}\n---\n',
  '--\n',
  '*<<!-- \n',
  '{#id}```\n&\n',
  '{.c} word\n\nword\n',
  '1. {.c}word\n',
  '> {#id}bar\n> baz\n',
  'a---\n{#id}---\nb\n',
  'foo\nbaz\n: \n',
  'Foo\n[bar]\n\n: /baz\n',
  '``www.e.org\n',
  '---https://e.org/| a\n',
  '~~<https://a.b> c\n',
  '***https://e.org/_a_\n',
  '(\\(www.e.org\n',
  '&amp;a@e.org\n',
  'see [ https://a.b c\n',
  'a@e.orgword__=\n',
  '**foo**a@e.org**\n',
  '$$x$$www.e.org\n',
  '1**===\n|---|---|\n!\n',
  '> foo\n--\n',
  'b\\\n\\|---|\n',
  '![](<[foo](<b>url)\n',
  '![a\nb](c)\n\nd\n',
  '10. [r]: /u\n**word\n',
  '- \n   [r]: /u\n\n[r]\n',
  '> a\n>\n> [r]: /u\n\n[r]\n',
  '<br>"&ouml;"\n',
  '"<https://a.b>\n',
  "'\n&amp; word\n",
  "[a&gt;'\\)\n",
  '   [foo]: \n      /url  \n     : \n           word  \n\n[]\n',
  '>a \\)    foo\n    > bar\n',
  '### [ word](https://e.org)\n',
  '- 项目　\n- b\n',
  'word[^ 2] and[^b c]\n\n[^ 2]: foo\n\n[^b c]: bar\n',
  'a[^b] c[^d]\n\n[^b]: x\n\n    > q\n[^d]: y\n',
  '> q[^b]\n[^b]: x\n',
  '- a[^b]\n[^b]: x\n',
  'a[^b]\n\n[^b]: x\n\n    - y\n[^c]: z\n',
  'a[^ ]\n\n[^ ]: b\n',
  'a[^b\nc]\n\n[^b\nc]: d\n',
  '1.  word\n\n   <img src="a.png">\n\n   > foo\n',
  '| a | b |\n|---|---|\n    | c | d |\n\t2 | e\n     foo\n    - | 1. x\n    > y\n\nword\n',
  '| a | b |\n|---|---|\n| 　c　 | \u00a0d |\n　e　| \\|　|\n',
  '**_foo_** _**bar**_ *__x__* [**_y_**](u)\n',
  'a **_foo_**b\n',
  '**foo?**\u2028\\\nbar\u2029_baz_\n',
  'foo\r\r\nbar\r\r\n\r\r\n- a\r\r\n- b\r\r\n',
  '[a](b "") [c](d \'\') [**e**](f ()) [g](h ")")\n',
  'x ![a](b "") ![c *d*](<e> ()) ![](f ")")\n\n![a](b \'\')\n\n[![a](b "")](c)\n\n[![a](b "")](c "")\n',
  '| a |\n|---|\n| b |\n\u00a0\n　\n| c |\n    d\n\u00a0　\n\nword\n',
  '| a |\n|---|\n\u00a0\nword\n',
  '| a ![b](c "") |\n|---|\n| ![d](e "") |\n',
  '![a $b_1$ c](d.png)\n\nword ![$e_1$ and $$f$$](g.png)\n',
  'a[^b]\n\n[^b]:    c\n\n[^d]:   e\n',
  '`a@e.org```\n',
  'x ~a@e.org_\n',
  'https://e.org/a"가" www.e.org\'\n',
  '- [ ]\n- [x]\n\n',
  '\u00a0| a | b |\n|---|---|\n',
  'x | a | b |\n|---|---|\ny\n| a | b |\n|---|---|\n',
  'x\n|:-:|\n| a | b |\n|---|---|\n',
]

test.for(texts)('%j is the same blocks when written anew', (text) => {
  const {blocks} = parseBody(text, context)
  const written = parseBody(serializeBody(blocks, context), context).blocks
  expect(written.map(blockMeaning)).toEqual(blocks.map(blockMeaning))
})

test('all of them give the same page in Hugo when written anew', {timeout: 60_000}, ({skip}) => {
  if (!hasHugo()) skip('hugo is not installed (Debian: apt install hugo)')
  const pages = renderWithHugo([
    ...texts,
    ...texts.map((text) => serializeBody(parseBody(text, context).blocks, context)),
  ])
  expect(pages.slice(texts.length)).toEqual(pages.slice(0, texts.length))
})
