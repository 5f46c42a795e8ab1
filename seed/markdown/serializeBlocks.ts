import {canonicalJson} from '../ids.ts'
import {fromBlock} from './inline/fromBlock.ts'
import {textMeaning} from './inline/textMeaning.ts'
import {parseBody} from './parseBody.ts'
import {normalizeLabel} from './parseTokens.ts'
import {joinPrinted, printEach} from './printBlocks.ts'
import {createPrinting, spellings, type Printing} from './printing.ts'
import {createTextPrinter, isTextBlock} from './printTextBlocks.ts'
import {printCustomBlock} from './constructs/index.ts'
import type {BodyBlock, MarkdownContext, TextBlock} from './types.ts'

/**
 * Each block as Markdown, in the plainest spelling that is read back as the same block. List items stand with their
 * marker and indent. Throws, naming it, for a block, style or inline object that the content model does not have.
 */
export function serializeBlocks(blocks: readonly BodyBlock[], context: MarkdownContext): string[] {
  return serializeEach(blocks, context).map(({text}) => text)
}

/** Blocks as one body that ends with a line feed; empty for no blocks. */
export function serializeBody(blocks: readonly BodyBlock[], context: MarkdownContext): string {
  return blocks.length === 0 ? '' : `${joinPrinted(blocks, serializeBlocks(blocks, context))}\n`
}

export interface SerializedBlock {
  text: string
  /** Whether reading the text gives the block again. */
  exact: boolean
}

export function serializeEach(blocks: readonly BodyBlock[], context: MarkdownContext): SerializedBlock[] {
  const printing = createPrinting(context, definedLabels(blocks))
  const environment = definitionsFor(blocks)
  const plain = printEach(blocks, printing)
  return blocks.map((block, index) => {
    const text = plain[index] ?? ''
    if (block._type === 'rawMarkdown' || block._type === 'rawHtml' || block._type === 'shortcode')
      return {text, exact: true}
    const spelling = spellings.find((candidate) => readsBack(block, {...printing, ...candidate}, environment))
    if (spelling === undefined || spelling === spellings[0]) return {text, exact: spelling !== undefined}
    return {text: printEach(blocks, {...printing, ...spelling})[index] ?? text, exact: true}
  })
}

/** Normalised labels of the link definitions in raw blocks. */
export function definedLabels(blocks: readonly BodyBlock[]): ReadonlySet<string> {
  const labels = new Set<string>()
  for (const block of blocks) {
    if (block._type !== 'rawMarkdown') continue
    for (const match of block.markdown.matchAll(/^[\s>]*\[([^\]]+)\]:/gm)) labels.add(normalizeLabel(match[1] ?? ''))
  }
  return labels
}

/** Markdown that defines every footnote that the blocks refer to, and the links that raw blocks define. */
function definitionsFor(blocks: readonly BodyBlock[]): string {
  const labels = new Set(
    JSON.stringify(blocks)
      .matchAll(/"_type":"footnoteReference"[^}]*?"label":"([^"\\]+)"|"label":"([^"\\]+)","_type":"footnoteReference"/g)
      .flatMap((match) => [match[1] ?? match[2] ?? '']),
  )
  for (const block of blocks) if (block._type === 'footnote') labels.add(block.label)
  const links = [...definedLabels(blocks)].map((label) => `[${label}]: #`)
  return [...[...labels].map((label) => `[^${label}]: x`), ...links].join('\n\n')
}

function readsBack(block: BodyBlock, printing: Printing, environment: string): boolean {
  const alone = isTextBlock(block)
    ? createTextPrinter().print(asAlone(block), printing)
    : printCustomBlock(block, printing)
  const isFootnote = block._type === 'footnote'
  const known = isFootnote ? environment.replace(`[^${block.label}]: x`, '') : environment
  const text = known.trim() === '' ? alone : `${alone}\n\n${known}`
  const [first, second] = parseBody(text, printing.context).blocks
  if (first === undefined || (known.trim() === '' && second !== undefined)) return alone === ''
  return blockMeaning(first) === blockMeaning(asAlone(block))
}

/** A nested item as an item of a list of its own. */
function asAlone<Block extends BodyBlock>(block: Block): Block {
  return isTextBlock(block) && block.listItem !== undefined ? {...block, level: 1} : block
}

/** What a block shows, whatever its keys and the order of its marks. */
export function blockMeaning(block: BodyBlock): string {
  if (isTextBlock(block)) return textBlockMeaning(block)
  const {_key, ...content} = block
  return canonicalJson(
    JSON.parse(JSON.stringify(content, (_, value: unknown) => (isTextLike(value) ? textBlockMeaning(value) : value))),
  )
}

function isTextLike(value: unknown): value is TextBlock {
  return typeof value === 'object' && value !== null && '_type' in value && value._type === 'block'
}

function textBlockMeaning(block: TextBlock): string {
  return [
    block.style,
    block.listItem ?? '',
    block.listItem === undefined ? '' : (block.level ?? 1),
    textMeaning(fromBlock(block)),
  ].join('|')
}
