import {expect, test} from 'vitest'
import {blockMeaning} from './blockMeaning.ts'
import {mergeBody} from './mergeBody.ts'
import {parseBody} from './parseBody.ts'
import type {Body, MarkdownContext} from './types.ts'

const context: MarkdownContext = {path: 'page.md', line: 1, dialect: 'wowchemy'}

/** A body whose first block gets a text at its end, as an editor types it. */
function type(source: string, text: string): {current: Body; markdown: string; notices: unknown[]} {
  const {blocks} = parseBody(source, context)
  const current = blocks.map((block, index): Body[number] =>
    index === 0 && block._type === 'block'
      ? {...block, children: [...block.children, {_type: 'span', _key: 'new', text, marks: ['em']}]}
      : block,
  )
  return {current, ...mergeBody({source, current, context})}
}

test.for([
  ['## Slides {.small}\n\nText\n', '## Slides *more* {.small}\n\nText\n'],
  ['## *A* `b` {#id .c}\n', '## *A* `b` *more* {#id .c}\n'],
  ['Title {#id}\n===\n', '# Title *more* {#id}\n'],
] as const)('what is typed behind the attributes of a heading stands before them: %j', ([source, wanted]) => {
  const {current, markdown, notices} = type(source, ' more')
  expect([markdown, notices]).toEqual([wanted, []])
  expect(parseBody(markdown, context).blocks.map(blockMeaning)).toEqual(current.map(blockMeaning))
})
