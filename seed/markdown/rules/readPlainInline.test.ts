import fc from 'fast-check'
import {expect, test} from 'vitest'
import {createParser, parseTokens} from '../parseTokens.ts'
import {corpusFolder, readCorpus} from '../testing/corpusBodies.ts'
import type {Token} from './markdownIt.ts'
import {readPlainInline} from './readPlainInline.ts'

const seed = Number(process.env['FUZZ_SEED'] ?? 20241003)
const parsers = [createParser(true), createParser(false)]

/** What markdown-it itself reads, without its empty texts. */
function fullTokens(content: string, parser: (typeof parsers)[number]): Token[] {
  const tokens: Token[] = []
  parser.inline.parse(content, parser, {footnotes: new Set()}, tokens)
  return tokens.filter(({type, content: text}) => type !== 'text' || text !== '')
}

function expectTheSame(content: string): boolean {
  const plain = readPlainInline(content)
  if (plain === undefined) return false
  for (const parser of parsers) expect({content, tokens: plain}).toEqual({content, tokens: fullTokens(content, parser)})
  return true
}

test.each([
  '글',
  'Wow! (really)',
  '**굵게**는 *기울임*이고 `코드`다',
  'a **b**, *c*; "**d**" **(e)** x',
  '[링크](https://e.org/a?b=c#d), [**b**](x) and **[b](x)**',
  '[a *b* `c` d](e)',
  '![그림 one](a.png) and ![b](c)',
  'one\ntwo **three\nfour**\n[five\nsix](x)',
  'first 1, **2**3 and 4*5*',
])('is read as markdown-it reads it: %s', (content) => {
  expect(expectTheSame(content)).toBe(true)
})

test.each([
  '',
  '***a***',
  '**a *b* c**',
  '**a** b**',
  '*a **b***',
  '** a**',
  '**중요(重要)**입니다',
  '2 * 3',
  '**a**[b](c)',
  '[a][b]',
  '[a](b "t")',
  '[a [b](c)](d)',
  '[![a](b)](c)',
  '![a_b](c)',
  '[](a)',
  '``a``',
  '`a',
  'a  \nb',
  'a_b',
  'https://e.org',
  'www.e.org',
  '**✅**',
  '\u2028**a**',
])('is left to markdown-it: %j', (content) => {
  expect(readPlainInline(content)).toBeUndefined()
})

// prettier-ignore
const pieces = ['a', 'b1', '가', '나다', ' ', '\n', '*', '**', '***', '_', '`', '``', '[', ']', '](u)', '](u "t")', '![', '!', '(', ')', '.', ',', '"', '“', '、', '✅', '\u00a0', '\u3000', '\u2028', '\t', '\\', '<b>', '&amp;', ':/', 'http://e.org', 'www.', '@', '|', '{', '~', '$', '漢', '٠', '\u0301']

test('whatever is read is what markdown-it reads', () => {
  let read = 0
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), {maxLength: 14}), (parts) => {
      // The inline text of a block has no space at its ends.
      if (expectTheSame(parts.join('').trim())) read++
    }),
    {numRuns: 60_000, seed},
  )
  expect(read).toBeGreaterThan(1000)
})

test.skipIf(corpusFolder() === undefined)('and so for the texts of real pages, most of which are read', () => {
  let [read, texts] = [0, 0]
  for (const {body} of readCorpus(corpusFolder() ?? '')) {
    for (const {type, content} of parseTokens(body, 'wowchemy', {footnotes: new Set()})) {
      if (type !== 'inline') continue
      texts++
      if (expectTheSame(content)) read++
    }
  }
  expect(read / texts).toBeGreaterThan(0.7)
})
