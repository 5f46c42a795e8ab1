import fc from 'fast-check'
import {expect, test} from 'vitest'
import type {Notice} from '../../notices.ts'
import {blockMeaning} from '../blockMeaning.ts'
import {finishedBlocks} from '../finishedBlocks.ts'
import {mergeBody} from '../mergeBody.ts'
import {parseBody} from '../parseBody.ts'
import {arbitraryStep, takeStep} from '../testing/editorSteps.ts'
import {hasHugo, renderWithHugo} from '../testing/renderWithHugo.ts'
import type {Body, BodyBlock, MarkdownContext} from '../types.ts'
import {settleForms} from './settleForms.ts'
import {settleLists} from './settleLists.ts'

const context: MarkdownContext = {path: 'page.md', line: 1, dialect: 'wowchemy'}
const seed = Number(process.env['FUZZ_SEED'] ?? 20261127)

/** Spelled as nothing is printed. */
const parts = [
  'hard *wrapped*\n__lines__ &amp; more',
  'Head\n====',
  '## H {#id}',
  '***',
  '* one\n* two\n    * deep',
  '3) x\n4) y',
  '+ p\n\n+ q',
  '- [ ] task\n- [x] done',
  '> q\n>\n> r',
  'see [a](<b>)  \nbreak',
  '~~~js\nx\n~~~',
  '    code',
  '| a |\n|:-|\n|b|',
]
const edited = fc
  .tuple(fc.array(fc.constantFrom(...parts), {maxLength: 4}), fc.array(arbitraryStep, {minLength: 1, maxLength: 8}))
  .map(([some, steps]) => {
    const source = `${some.join('\n\n')}\n`
    const current: Body = steps.reduce<Body>(takeStep, parseBody(source, context).blocks)
    return {source, current: finishedBlocks(current).blocks, context}
  })

const meaningsOf = (markdown: string) => parseBody(markdown, context).blocks.map(blockMeaning)

/** What a block is in a page: a list that is raw only right behind another is one when it is parted from it. */
function meaningsIn(block: BodyBlock, markdown: string): string[] {
  const own = blockMeaning(block)
  return block._type === 'rawMarkdown' && !meaningsOf(markdown).includes(own) ? meaningsOf(block.markdown) : [own]
}

/** A block that Markdown cannot hold; items that it can only hold less far in are told as well. */
const isRefusal = ({kind, message}: Notice) => kind === 'unsupportedBlock' && !message.startsWith('A list ')

test(
  'whatever steps an editor takes, the page is read as what the Studio has, and a second export changes nothing',
  {timeout: 60_000},
  () => {
    let [all, refused] = [0, 0]
    fc.assert(
      fc.property(edited, (input) => {
        all++
        const {markdown, notices} = mergeBody(input)
        if (notices.some(isRefusal)) return void refused++
        const settled = settleLists(settleForms(input.current))
        expect(meaningsOf(markdown)).toEqual(settled.flatMap((block) => meaningsIn(block, markdown)))
        expect(mergeBody({...input, source: markdown}).markdown).toBe(markdown)
      }),
      {numRuns: 200, seed},
    )
    expect(refused / all).toBeLessThan(0.02)
  },
)

test('Hugo builds whatever an editor leaves', {timeout: 60_000}, ({skip}) => {
  if (!hasHugo()) skip('hugo is not installed (Debian: apt install hugo)')
  const texts = fc.sample(edited, {numRuns: 200, seed}).map((input) => mergeBody(input).markdown)
  expect(renderWithHugo(texts).filter((html) => !html.startsWith('<main>'))).toEqual([])
})
