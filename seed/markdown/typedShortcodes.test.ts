import {expect, test} from 'vitest'
import {blockMeaning} from './blockMeaning.ts'
import {parseBody} from './parseBody.ts'
import {hasHugo, renderWithHugo} from './testing/renderWithHugo.ts'
import {serializeBody} from './testing/serializeBody.ts'
import {textBlock as text} from './testing/textBlock.ts'
import type {BodyBlock, MarkdownContext, TextBlock} from './types.ts'

const context: MarkdownContext = {path: 'page.md', line: 1, dialect: 'wowchemy'}
const kit: MarkdownContext = {...context, dialect: 'kit'}

test('a shortcode in the alternative text or the title of a picture is text: Hugo ran it, or stopped', () => {
  const picture = (words: string): BodyBlock => {
    return {_type: 'figure', _key: '', src: 'a.png', alt: words, title: words, syntax: 'markdown'}
  }
  const pictures = ['{{< x >}}', '{{<', '{{% "a" %}}'].map(picture)
  const texts = pictures.map((block) => serializeBody([block], context))
  expect(texts).toEqual([
    '![{&#123;< x >}}](a.png "{&#123;< x >}}")\n',
    '![{&#123;<](a.png "{&#123;<")\n',
    '![{&#123;% "a" %}}](a.png "{&#123;% \\"a\\" %}}")\n',
  ])
  expect(texts.map((markdown) => parseBody(markdown, context).blocks.map(blockMeaning))).toEqual(
    pictures.map((block) => [blockMeaning(block)]),
  )
})

test('an alternative text that looks like a link is read back by the kit, which takes a bracket with a backslash for a formula', () => {
  const picture: BodyBlock = {_type: 'figure', _key: '', src: 'a.png', alt: '[b](c)', syntax: 'markdown'}
  const markdown = serializeBody([picture], kit)
  expect(markdown).toBe('![&#91;b\\](c)](a.png)\n')
  expect(parseBody(markdown, kit).blocks.map(blockMeaning)).toEqual([blockMeaning(picture)])
})

/** A callout as the theme shows it: its text is Markdown with shortcodes for Hugo once more. */
const inCallout: Array<[content: TextBlock, markdown: string, html: string]> = [
  [text('a {{< figure src="b" >}}'), 'a {&#123;< figure src="b" >}}', 'a {{&lt; figure src=&ldquo;b&rdquo; &gt;}}'],
  [text('{{% /callout %}}'), '{&#123;% /callout %}}', '{{% /callout %}}'],
  [text('{{< /callout >}}', {}, ['strong']), '**{&#123;< /callout >}}**', '<strong>{{&lt; /callout &gt;}}</strong>'],
  [
    text('{{< x "y" >}}', {}, ['code']),
    '<code>{&#123;&lt; x &#34;y&#34; &gt;}}</code>',
    '<code>{{&lt; x &quot;y&quot; &gt;}}</code>',
  ],
]

test('a shortcode that an editor types in a callout is text, which the theme renders once more', ({skip}) => {
  if (!hasHugo()) skip('hugo is not installed (Debian: apt install hugo)')
  const callouts = inCallout.map(([content]): BodyBlock => {
    return {_type: 'callout', _key: '', kind: 'note', syntax: 'shortcode', content: [content]}
  })
  const texts = callouts.map((callout) => serializeBody([callout], context))
  expect(texts).toEqual(inCallout.map(([, inner]) => `{{% callout note %}}\n${inner}\n{{% /callout %}}\n`))
  expect(texts.map((markdown) => parseBody(markdown, context).blocks.map(blockMeaning))).toEqual(
    callouts.map((callout) => [blockMeaning(callout)]),
  )
  expect(renderWithHugo(texts)).toEqual(inCallout.map(([, , html]) => `<main><aside>${html}</aside></main>`))
})

/** Titles of an alert, how they are written, and what Hugo shows. */
const titles: Array<[title: string, markdown: string, html: string]> = [
  ['{{< x >}} *b*', '{{</* x */>}} *b*', '{{&lt; x &gt;}} <em>b</em>'],
  ['{{% x %}}', '{{%/* x */%}}', '{{% x %}}'],
  ['{{%/* x */%}}', '{{%/*/* x */*/%}}', '{{%/* x */%}}'],
  ['{{</* x */>}}', '{&#123;&lt;/* x */>}}', '{{&lt;/* x */&gt;}}'],
  ['{{<x>}}', '{&#123;&lt;x>}}', '{{&lt;x&gt;}}'],
  ['{{< x >}} {{%', '{&#123;&lt; x >}} {&#123;%', '{{&lt; x &gt;}} {{%'],
]

test('a shortcode in the title of an alert is text: Hugo ran it, or stopped', ({skip}) => {
  const alerts = titles.map(([title]): BodyBlock => {
    return {_type: 'callout', _key: '', kind: 'note', title, syntax: 'alert', content: [text('글')]}
  })
  const texts = alerts.map((alert) => serializeBody([alert], kit))
  expect(texts).toEqual(titles.map(([, markdown]) => `> [!NOTE] ${markdown}\n> 글\n`))
  expect(texts.map((markdown) => parseBody(markdown, kit).blocks.map(blockMeaning))).toEqual(
    alerts.map((alert) => [blockMeaning(alert)]),
  )
  if (!hasHugo()) skip('hugo is not installed (Debian: apt install hugo)')
  expect(renderWithHugo(texts)).toEqual(
    titles.map(([, , html]) => `<main><blockquote><p>[!NOTE] ${html} 글</p></blockquote></main>`),
  )
})

test('a title in which a shortcode runs stays as it is: as text it would be shown instead', () => {
  const markdown = '> [!NOTE] a {{< icon name="x" >}}\n> b'
  expect(parseBody(`${markdown}\n`, kit).blocks.map(blockMeaning)).toEqual([
    blockMeaning({_type: 'rawMarkdown', _key: '', markdown}),
  ])
})

test('a title with an entity of its own keeps it', () => {
  const titles = ['{&#123;< x >}}', '{&#123;% x %}}', 'a {&#123; b']
  expect(titles.map((title) => parseBody(`> [!NOTE] ${title}\n> 글\n`, kit).blocks.map(blockMeaning))).toEqual(
    titles.map((title) => [
      blockMeaning({_type: 'callout', _key: '', kind: 'note', title, syntax: 'alert', content: [text('글')]}),
    ]),
  )
})

test('a comment does not keep a shortcode of a callout from running: it stays as it is', () => {
  const source = '{{% callout note %}}\na {{</* figure */>}}\n{{% /callout %}}'
  expect(parseBody(`${source}\n`, context).blocks).toEqual([
    {_type: 'shortcode', _key: '4742dfb06b95', name: 'callout', source},
  ])
})
