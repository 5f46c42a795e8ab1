import {expect, test} from 'vitest'
import {mergeBody} from './mergeBody.ts'
import {parseBody} from './parseBody.ts'
import type {Body, BodyBlock, MarkdownContext} from './types.ts'

const context: MarkdownContext = {path: 'page.md', line: 5, dialect: 'wowchemy'}

function merge(source: string, edit: (blocks: Body) => Body): unknown {
  const {markdown, notices} = mergeBody({source, current: edit(parseBody(source, context).blocks), context})
  return [markdown, ...notices.map(({kind, line, value}) => [kind, line, value])]
}

test('a shortcode that an editor left without its end is told, since Hugo would stop', () => {
  const unfinished = (blocks: Body): Body =>
    blocks.map((block) => (block._type === 'shortcode' ? {...block, source: '{{< map "a"'} : block))
  expect(merge('a\n\n{{< map "a" >}}\n', unfinished)).toEqual([
    'a\n\n{{< map "a"\n',
    ['unclosedShortcode', 7, '{{< map "a"'],
  ])
})

test('a footnote that was removed while a text still refers to it is told, one that had no text before is not', () => {
  expect(merge('a[^1] b[^2]\n\n[^1]: one\n', (blocks) => blocks.slice(0, 1))).toEqual([
    'a[^1] b[^2]\n',
    ['danglingFootnote', 5, '[^1]'],
  ])
})

test('what of a callout Markdown cannot hold is named, and which callout it is', () => {
  const titled = (blocks: Body): Body =>
    blocks.map((block) => (block._type === 'callout' ? {...block, title: 'T', folded: 'closed' as const} : block))
  const source = '{{% callout note %}}\nBring a laptop.\n{{% /callout %}}\n'
  const {markdown, notices} = mergeBody({source, current: titled(parseBody(source, context).blocks), context})
  expect([markdown, notices.map(({message}) => message)]).toEqual([
    source,
    [
      'The callout "Bring a laptop." has something that Markdown cannot hold (folded, title), and was written as near as it can be.',
    ],
  ])
})

const reworded = (block: BodyBlock, text: string): BodyBlock =>
  block._type === 'block' ? {...block, children: [{_type: 'span', _key: 's', text, marks: []}]} : block

test('beside a footnote without its text and link definitions that came together, lines break where they broke', () => {
  const source = 'a[^1]\n\n[r]: /u\n\nb\n\n[s]: /v\n\none two\nthree\n\n[^1]: x\n'
  const edit = ([a, r, , s, text]: Body): Body => (a && r && s && text ? [a, r, s, reworded(text, 'one 2 three')] : [])
  expect(merge(source, edit)).toEqual([
    'a[^1]\n\n[r]: /u\n\n[s]: /v\n\none 2\nthree\n',
    ['danglingFootnote', 5, '[^1]'],
  ])
})

test('an image that gets a caption becomes the shortcode, a video that gets a start names its arguments: nothing to tell', () => {
  const edit = (blocks: Body): Body =>
    blocks.map((block) => {
      if (block._type === 'figure') return {...block, caption: '설명'}
      return block._type === 'embed' ? {...block, start: '10'} : block
    })
  expect(merge('![a](b.png)\n\n{{< youtube abc >}}\n', edit)).toEqual([
    '{{< figure src="b.png" alt="a" caption="설명" >}}\n\n{{< youtube id="abc" start="10" >}}\n',
  ])
})

test('a link definition that is removed, changed or added is the concern of the texts that name it only', () => {
  const others = '- hard\n  wrapped\n\n***\n'
  const source = `[r]: /u\n\n- see [a][r]\n${others}`
  expect(merge(source, (blocks) => blocks.slice(1))).toEqual([`- see [a](/u)\n${others}`])
  const moved = ([, ...rest]: Body): Body => [{_type: 'rawMarkdown', _key: 'k', markdown: '[R]: /v'}, ...rest]
  expect(merge(source, moved)).toEqual([`[R]: /v\n\n- see [a](/u)\n${others}`])
  const plain = `- see [a][r]\n${others}`
  const defined = (blocks: Body): Body => [...blocks, {_type: 'rawMarkdown', _key: 'k', markdown: '[r]: /v'}]
  expect(merge(plain, defined)).toEqual([`- see \\[a]\\[r]\n${others}\n[r]: /v\n`])
})

const without = (type: string, blocks: Body): Body => {
  const index = blocks.findIndex(({_type}) => _type === type)
  return blocks.filter((_, at) => at !== index)
}

test('an indented text that comes to stand behind a list is written anew, what is further away is not', () => {
  const far = '{{< figure attr="" src="b.png">}}\n'
  const source = `\nx\n\n- a\n- b\n\n{{< figure src="a.png" >}}\n\n  As part\nof it.\n\n${far}`
  expect(merge(source, (blocks) => without('figure', blocks))).toEqual([`\nx\n\n- a\n- b\n\nAs part of it.\n\n${far}`])
})

test('a quote right behind another is edited as Markdown, and there is nothing to tell', () => {
  const source = '> a\n\n> b\n\nc\n\n{{< figure attr="" src="d.png">}}\n'
  const retyped = (blocks: Body): Body =>
    blocks.map((block) => (block._type === 'rawMarkdown' ? {...block, markdown: '> b c'} : block))
  expect(merge(source, retyped)).toEqual([source.replace('> b', '> b c')])
})

test('a list that was raw right behind another, parted from it, keeps no other edit from its lines', () => {
  const source = '* a\n\n- b\n\none two\nthree\n'
  const edit = ([, b, text]: Body): Body => (b && text ? [b, reworded(text, 'one 2 three')] : [])
  expect(merge(source, edit)).toEqual(['- b\n\none 2\nthree\n'])
})

test('indented code that gets a language is fenced, and there is nothing to tell', () => {
  const edit = (blocks: Body): Body =>
    blocks.map((block) => (block._type === 'codeBlock' ? {...block, language: 'js'} : block))
  expect(merge('a\n\n    code\n', edit)).toEqual(['a\n\n```js\ncode\n```\n'])
})
