import fc from 'fast-check'
import MarkdownIt from 'markdown-it'
import {expect, test} from 'vitest'
import {createParser} from '../parseTokens.ts'
import {ruleOf} from './ruleOf.ts'

const characters = Array.from('\n\\`~*_[]()<>&$=^:/!#%+-@{}|."\'a가 \uFDD0')
const pieces = [...characters, 'https://', 'www.a.io', '![', '[^1]', '&amp;']
const inlineText = fc.oneof(
  fc.string({unit: fc.constantFrom(...pieces), maxLength: 60}),
  fc.string({unit: 'binary', maxLength: 60}),
)

test.each([true, false])('text is read as with the rule of markdown-it, kit: %s', (isKit) => {
  const fast = createParser(isKit)
  const slow = createParser(isKit)
  slow.inline.ruler.at('text', ruleOf(new MarkdownIt().inline.ruler, 'text'))
  const footnotes = new Set(['1'])
  fc.assert(
    fc.property(inlineText, (markdown) => {
      expect(fast.parseInline(markdown, {footnotes})).toEqual(slow.parseInline(markdown, {footnotes}))
    }),
    {numRuns: 500},
  )
})
