import {type Steps, toEnd} from '../inStep.ts'
import type {Notice} from '../notices.ts'
import {canonicalJson} from '../values/canonicalJson.ts'
import {readRawMarkdown} from './constructs/rawMarkdown.ts'
import {createReading} from './createReading.ts'
import {createKeyMaker, type KeyMaker} from './keys.ts'
import {parseTokens, type MarkdownEnvironment} from './parseTokens.ts'
import {isBlankLine, lineEnd, sliceLines, type Draft, type Node, type Reading, type Refusal} from './reading.ts'
import {readNode} from './readNode.ts'
import type {Token} from './rules/markdownIt.ts'
import {maskShortcodes, placeholderStart, type MaskedText} from './shortcodes/placeholders.ts'
import {readSourceText} from './sourceText.ts'
import {topLevelNodes} from './topLevelNodes.ts'
import type {BodyBlock, MarkdownContext, ParsedBody, TextBlock} from './types.ts'

/**
 * Markdown to Portable Text. Every construct becomes structured blocks where printing them gives the same page, else a
 * block with its source as it is, and a notice. Deterministic: the same text gives the same blocks and keys.
 */
export function parseBody(markdown: string, context: MarkdownContext): ParsedBody {
  return toEnd(parseInSteps(markdown, context))
}

/** The same beside definitions of links and footnotes that stand elsewhere. */
export function parseWith(markdown: string, context: MarkdownContext, environment: MarkdownEnvironment): ParsedBody {
  return toEnd(parseInSteps(markdown, context, environment))
}

/** The same in steps. */
export function* parseInSteps(
  markdown: string,
  context: MarkdownContext,
  environment: MarkdownEnvironment = {footnotes: new Set()},
): Steps<ParsedBody> {
  const source = readSourceText(markdown)
  const notices: Notice[] = []
  if (/[\uFDD0\uFDD1]/.test(markdown)) return keepWhole(markdown, context)
  const masked = maskShortcodes(source.text)
  const options = {context, environment, readInner: innerReader(context, environment)}
  const reading = createReading(masked, {...options, notices})
  noteUnclosed(source.text, masked, context, notices)
  yield
  const tokens = tokensOf(reading)
  yield
  const drafts = readDrafts(tokens, reading)
  yield
  if (masked.units.length > 0 && drafts.some(({block}) => canonicalJson(block).includes(placeholderStart)))
    return keepWhole(markdown, context)
  const key = createKeyMaker()
  return {
    blocks: drafts.map((draft) => keyed(draft, key)),
    notices: notices.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)),
    spans: drafts.map(({lines: [from, to]}) =>
      source.original(masked.unmasked(reading.lineStarts[from] ?? 0), masked.unmasked(lineEnd(reading, to))),
    ),
  }
}

/** The blocks of a text that may hold text blocks and raw Markdown only: abstracts, summaries. */
export function parseBlocks(markdown: string, context: MarkdownContext): ParsedBody {
  const parsed = parseBody(markdown, context)
  const key = createKeyMaker()
  return {
    ...parsed,
    blocks: parsed.blocks.map((block, index) => {
      if (block._type === 'block' || block._type === 'rawMarkdown') return block
      const span = parsed.spans[index]
      const raw: BodyBlock = {
        _type: 'rawMarkdown',
        _key: '',
        markdown: readSourceText(markdown.slice(span?.start, span?.end)).text,
      }
      return {...raw, _key: key(canonicalJson(raw))}
    }),
  }
}

function keyed({block, identity}: Draft, key: KeyMaker): BodyBlock {
  block._key = key(identity ?? canonicalJson(block))
  return block
}

function keepWhole(markdown: string, context: MarkdownContext): ParsedBody {
  const block: BodyBlock = {_type: 'rawMarkdown', _key: '', markdown: readSourceText(markdown).text.trimEnd()}
  const message =
    'The text has characters or a shortcode in a place that cannot be read apart: all of it is kept as it is.'
  return {
    blocks: [{...block, _key: createKeyMaker()(canonicalJson(block))}],
    notices: [{kind: 'rawBlock', path: context.path, line: context.line, message}],
    spans: [{start: 0, end: markdown.trimEnd().length}],
  }
}

function noteUnclosed(text: string, masked: MaskedText, context: MarkdownContext, notices: Notice[]): void {
  for (const offset of masked.unclosed) {
    const line = context.line + text.slice(0, offset).split('\n').length - 1
    const value = text.slice(offset, offset + 40).split('\n')[0] ?? ''
    const message = 'A shortcode begins here and never ends: Hugo stops the build.'
    notices.push({kind: 'unclosedShortcode', path: context.path, line, message, value})
  }
}

function innerReader(context: MarkdownContext, environment: MarkdownEnvironment): Reading['readInner'] {
  return (markdown, inShortcode) =>
    readInner(markdown, inShortcode === true ? {...context, inShortcode} : context, environment)
}

function readInner(
  markdown: string,
  context: MarkdownContext,
  environment: MarkdownEnvironment,
): TextBlock[] | Refusal {
  const options = {context, environment, readInner: innerReader(context, environment)}
  const reading = createReading(maskShortcodes(markdown), {...options, notices: []})
  const drafts = readDrafts(tokensOf(reading), reading)
  const key = createKeyMaker()
  const blocks: TextBlock[] = []
  for (const draft of drafts) {
    const block = keyed(draft, key)
    if (block._type !== 'block') return {refused: `${block._type} inside it`}
    blocks.push(block)
  }
  return blocks
}

function tokensOf({text, context, environment}: Reading): Token[] {
  return parseTokens(text, context.dialect, environment)
}

/** Reads every top-level construct, and what Markdown takes as link definitions between them. */
function readDrafts(tokens: readonly Token[], reading: Reading): Draft[] {
  const drafts: Draft[] = []
  let line = 0
  const addDefinitions = (until: number): void => {
    const lines = trimBlankLines(reading, line, until)
    if (lines !== undefined) drafts.push(readRawMarkdown({lines}, reading))
  }
  for (const node of topLevelNodes(tokens, reading)) {
    addDefinitions(node.lines[0])
    const last = drafts.at(-1)
    if (
      last !== undefined &&
      last.block._type === 'rawMarkdown' &&
      last.lines[1] === node.lines[0] &&
      isIndentedText(node, reading)
    ) {
      drafts[drafts.length - 1] = readRawMarkdown({lines: [last.lines[0], node.lines[1]]}, reading)
    } else {
      drafts.push(...readNode(node, reading, drafts))
    }
    line = node.lines[1]
  }
  addDefinitions(reading.lineStarts.length)
  return drafts
}

/** Text that would be code if it stood by itself: right after link definitions it belongs to their paragraph. */
function isIndentedText({tokens, lines: [line]}: Node, reading: Reading): boolean {
  const type = tokens[0]?.type
  if (type !== 'paragraph_open' && type !== 'code_block') return false
  return /^(?: {4}| {0,3}\t)/.test(sliceLines(reading, [line, line + 1]))
}

function trimBlankLines(reading: Reading, from: number, to: number): readonly [number, number] | undefined {
  let start = from
  let end = to
  while (start < end && isBlankLine(reading, start)) start++
  while (end > start && isBlankLine(reading, end - 1)) end--
  return start < end ? [start, end] : undefined
}
