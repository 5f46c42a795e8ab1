import fc from 'fast-check'
import {expect, test} from 'vitest'
import type {Notice} from '../notices.ts'
import {blockMeaning} from './blockMeaning.ts'
import {readerFor} from './constructs/index.ts'
import {createReading} from './createReading.ts'
import {isExactWhenPrinted} from './isExact.ts'
import {isPlainNode} from './isPlainNode.ts'
import {settleLists} from './merge/settleLists.ts'
import {mergeBody} from './mergeBody.ts'
import {noteInline} from './noteInline.ts'
import {parseBody} from './parseBody.ts'
import {parseTokens} from './parseTokens.ts'
import {isRefusal, sliceLines} from './reading.ts'
import {maskShortcodes} from './shortcodes/placeholders.ts'
import {readSourceText} from './sourceText.ts'
import {arbitraryBody} from './testing/arbitraryBlocks.ts'
import {serializeBody} from './testing/serializeBody.ts'
import {topLevelNodes} from './topLevelNodes.ts'
import type {Body, BodyBlock, MarkdownContext} from './types.ts'

/** The same cases in every run; FUZZ_SEED tries others. */
const seed = Number(process.env['FUZZ_SEED'] ?? 20241003)
const patience = {timeout: 180_000}
const dialects = fc.constantFrom('wowchemy', 'kit', 'academic2')
const contexts = dialects.map((dialect): MarkdownContext => ({path: 'page.md', line: 1, dialect}))

/** Pieces of Markdown that mean something, put together in any order. */
const snippets = [
  '\n', '\n\n', ' ', '    ', '\t', '- ', '1. ', '3) ', '> ', '# ', '***', '**', '*', '_', '`', '```\n', '~~~\n', '$$', '$', '\\(', '\\)', '\\', '[', ']', '(', ')', '![', '](a)', '[^1]', '[^1]: ', '[r]: /u\n', '[r]', '<b>', '</b>', '<!-- ', ' -->', '<div>\n', '&amp;', '"', "'", '| a | b |\n', '|---|---|\n', '{.c}', '{{< x >}}', '{{% y %}}', '{{% /y %}}', '{{</* z */>}}', '{{<', '>}}', ': ', '~', '~~', '==', '^', 'https://e.org/_a_', 'www.e.org', 'a@e.org', '> [!NOTE]- T\n', '가나', 'word', '1', '\r\n', '\u00a0', '✅', '---\n', '===\n', '<br>', '\uFDD0',
] // prettier-ignore
const markdown = fc.array(fc.constantFrom(...snippets), {maxLength: 24}).map((parts) => parts.join(''))

test('any text is read, comes back byte for byte, and is the same blocks when written anew', patience, () => {
  fc.assert(
    fc.property(markdown, contexts, (source, context) => {
      const {blocks, spans} = parseBody(source, context)
      expect(mergeBody({source, current: blocks, context}).markdown).toBe(source)
      if (source.includes('<<')) return
      const written = parseBody(serializeBody(blocks, context), context).blocks
      expect(written.map(blockMeaning)).toEqual(blocks.map(blockMeaning))
      expect(spans.every(({start, end}, index) => start >= (spans[index - 1]?.end ?? 0) && end >= start)).toBe(true)
    }),
    {numRuns: 3000, seed},
  )
})

test(
  'what is taken for plain text without printing it is the same when it is printed, and gives no notice',
  patience,
  () => {
    fc.assert(
      fc.property(markdown, contexts, (source, context) => {
        const masked = maskShortcodes(readSourceText(source).text)
        const environment = {footnotes: new Set<string>()}
        const readInner = () => ({refused: 'not read here'})
        const notices: Notice[] = []
        const reading = createReading(masked, {context, environment, notices, readInner})
        const nodes = topLevelNodes(parseTokens(masked.text, context.dialect, environment), reading)
        const plain = nodes.filter((node) => node.bound === undefined && isPlainNode(node))
        const changed = plain.filter((node) => {
          const drafts = readerFor(node.tokens[0]?.type ?? '')(node, reading)
          if (isRefusal(drafts)) return false
          for (const draft of drafts) noteInline(draft, reading)
          return !isExactWhenPrinted(drafts, node, reading)
        })
        expect(notices).toEqual([])
        expect(changed.map(({lines}) => sliceLines(reading, lines))).toEqual([])
      }),
      {numRuns: 3000, seed},
    )
  },
)

test('keys are 12 hexadecimal digits, the same for the same text, and no two blocks share one', () => {
  fc.assert(
    fc.property(markdown, contexts, (source, context) => {
      const keys = parseBody(source, context).blocks.map(({_key}) => _key)
      expect(parseBody(source, context).blocks.map(({_key}) => _key)).toEqual(keys)
      expect(keys.filter((key, index) => !/^[0-9a-f]{12}$/.test(key) || keys.indexOf(key) !== index)).toEqual([])
    }),
    {numRuns: 300, seed},
  )
})

test('a key stays when other blocks come before it', () => {
  const context: MarkdownContext = {path: 'page.md', line: 1, dialect: 'wowchemy'}
  const [paragraph] = parseBody('같은 **글**', context).blocks
  expect(parseBody('# 앞\n\n같은 **글**', context).blocks[1]?._key).toBe(paragraph?._key)
})

test('bodies made in the Studio are read back as they are', patience, () => {
  fc.assert(
    fc.property(arbitraryBody, contexts, (body, context) => {
      const read = parseBody(serializeBody(body, context), context).blocks
      expect(read.map(blockMeaning)).toEqual(body.map(blockMeaning))
    }),
    {numRuns: 1000, seed},
  )
})

const paragraph = fc.constantFrom(
  '첫 문단 **굵게** 쓴다.',
  'a  \nb',
  '- one\n- two\n  - deep',
  '1. x\n2. y',
  '> q\n>\n> r',
  '```\nx\n```',
  '# H',
  '<div>',
  '| a |\n|---|\n| b |',
  '[r]: /u',
)

test('an edited block changes only its own lines', patience, () => {
  fc.assert(
    fc.property(
      fc.array(paragraph, {minLength: 1, maxLength: 6}),
      fc.nat(),
      fc.constantFrom('\n', '\r\n'),
      (parts, pick, lineEnd) => {
        const context: MarkdownContext = {path: 'page.md', line: 1, dialect: 'wowchemy'}
        const source = parts.join('\n\n').replaceAll('\n', lineEnd)
        const {blocks, spans} = parseBody(source, context)
        const texts = blocks.flatMap(({_type}, index) => (_type === 'block' ? [index] : []))
        const index = texts[pick % Math.max(1, texts.length)]
        const span = index === undefined ? undefined : spans[index]
        if (index === undefined || span === undefined) return
        const current = appendWord(blocks, index)
        const merged = mergeBody({source, current, context}).markdown
        expect(merged.slice(0, span.start)).toBe(source.slice(0, span.start))
        expect(merged.endsWith(source.slice(span.end))).toBe(true)
        expect(parseBody(merged, context).blocks.map(blockMeaning)).toEqual(current.map(blockMeaning))
      },
    ),
    {numRuns: 500, seed},
  )
})

function appendWord(blocks: Body, index: number): Body {
  return blocks.map((block, at) =>
    at === index && block._type === 'block'
      ? {...block, children: [...block.children, {_type: 'span', _key: 'edited', text: ' 편집', marks: []}]}
      : block,
  )
}

/** A list or a quote is raw only right behind another: parted from it, it is what it is by itself. */
function standsAlone(block: BodyBlock, read: readonly string[]): boolean {
  if (block._type !== 'rawMarkdown') return false
  const alone = parseBody(block.markdown, {path: 'page.md', line: 1, dialect: 'wowchemy'}).blocks
  return alone.every((own) => own._type === 'block' && read.includes(blockMeaning(own)))
}

/** Definitions that come to stand next to each other are one block. */
function isPartOf(block: BodyBlock, body: Body): boolean {
  if (block._type !== 'rawMarkdown') return false
  const apart = (markdown: string) => `\n\n${markdown}\n\n`
  return body.some((own) => own._type === 'rawMarkdown' && apart(own.markdown).includes(apart(block.markdown)))
}

test('blocks can be removed, moved and added anywhere', patience, () => {
  fc.assert(
    fc.property(
      fc.array(paragraph, {minLength: 2, maxLength: 6}),
      arbitraryBody,
      fc.nat(),
      fc.nat(),
      (parts, added, from, to) => {
        const context: MarkdownContext = {path: 'page.md', line: 1, dialect: 'wowchemy'}
        const source = `${parts.join('\n\n')}\n`
        const {blocks} = parseBody(source, context)
        const moved = blocks.toSpliced(from % blocks.length, 1)
        const current = moved.toSpliced(to % (moved.length + 1), 0, ...added.slice(0, 1))
        const {markdown: merged, notices} = mergeBody({source, current, context})
        if (notices.some(({kind}) => kind === 'unsupportedBlock')) return
        const body = parseBody(merged, context).blocks
        const read = body.map(blockMeaning)
        const lost = settleLists(current).filter((block) => !read.includes(blockMeaning(block)))
        expect(lost.filter((block) => !standsAlone(block, read) && !isPartOf(block, body))).toEqual([])
      },
    ),
    {numRuns: 500, seed},
  )
})
