import {expect, test} from 'vitest'
import {mergeBody} from './mergeBody.ts'
import {parseBody} from './parseBody.ts'
import type {Body, MarkdownContext} from './types.ts'

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
    ['unsupportedBlock', undefined, undefined],
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
