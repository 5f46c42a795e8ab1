import fc from 'fast-check'
import {expect, test} from 'vitest'
import {mergeBody} from '../mergeBody.ts'
import {parseBody} from '../parseBody.ts'
import type {Body, MarkdownContext} from '../types.ts'

const context: MarkdownContext = {path: 'page.md', line: 1, dialect: 'wowchemy'}

/** Each spelled as nothing is printed. */
const parts = ['***', 'hard\nwrapped', 'Head\n====', '* x\n\n* x\n* y', '3) a', '![a](b.png "")']

test('a copy before its original, or a text that comes to say what its neighbour says, is written once', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...parts), {minLength: 1, maxLength: 4}), fc.nat(), fc.nat(), (some, a, b) => {
      const source = `${some.join('\n\n***\n\n')}\n`
      const {blocks} = parseBody(source, context)
      const original = blocks[a % blocks.length]
      if (original === undefined) return
      const current: Body = blocks.toSpliced(b % (blocks.length + 1), 0, {...original, _key: 'copy'})
      const {markdown} = mergeBody({source, current, context})
      expect(mergeBody({source: markdown, current, context}).markdown).toBe(markdown)
    }),
    {numRuns: 100, seed: Number(process.env['FUZZ_SEED'] ?? 20261127)},
  )
})

test('of two equal blocks the one that is left keeps its spelling', () => {
  const source = 'same *text*\n\nsame _text_\n'
  const [, second] = parseBody(source, context).blocks
  expect(mergeBody({source, current: second === undefined ? [] : [second], context}).markdown).toBe('same _text_\n')
})
