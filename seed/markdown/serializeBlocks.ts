import {blockMeaning} from './blockMeaning.ts'
import {printCustomBlock} from './constructs/index.ts'
import {isNumbered, listStyle} from './listStyles.ts'
import {parseWith} from './parseBody.ts'
import {normalizeLabel, type MarkdownEnvironment} from './parseTokens.ts'
import {printEach} from './printBlocks.ts'
import {createPrinting, spellings, tagSpellings, type Printing} from './printing.ts'
import {createTextPrinter, isListItem, isTextBlock} from './printTextBlocks.ts'
import {hasStruckHeading} from './struckHeading.ts'
import type {BodyBlock, MarkdownContext, RawHtml, RawMarkdown, Shortcode} from './types.ts'

/**
 * Each block as Markdown, in the plainest spelling that is read back as the same block. List items stand with their
 * marker and indent. Throws, naming it, for a block, style or inline object that the content model does not have.
 *
 * The renderers of @portabletext/markdown are not used: they write a bare address as `[url](url)`, drop the title of an
 * inline image and the link around an image, flatten quotes, and do not check that Markdown reads the text back as the
 * same block.
 */
export function serializeBlocks(blocks: readonly BodyBlock[], context: MarkdownContext): string[] {
  return serializeEach(blocks, context).map(({text}) => text)
}

export interface SerializedBlock {
  text: string
  /** Whether reading the text gives the block again. */
  exact: boolean
  /** Whether emphasis had to be written as HTML tags. */
  usesTags: boolean
}

/** @param needed Which blocks are written; the others are printed without the check that they are read back. */
export function serializeEach(
  blocks: readonly BodyBlock[],
  context: MarkdownContext,
  needed: (index: number) => boolean = () => true,
): SerializedBlock[] {
  const labels = definedLabels(blocks)
  const printing = createPrinting(context, labels)
  const environment = createEnvironment(blocks, labels)
  const plain = printEach(blocks, printing)
  return blocks.map((block, index) => {
    const asPlain = {text: plain[index] ?? '', exact: true, usesTags: false}
    if (!needed(index) || isVerbatim(block)) return asPlain
    const candidates = hasStruckHeading(block) ? tagSpellings : spellings
    const spelling = candidates.find((candidate) => readsBack(block, {...printing, ...candidate}, environment))
    const nearest = spelling ?? candidates[0]
    const exact = spelling !== undefined
    if (nearest === undefined || nearest === spellings[0]) return {...asPlain, exact}
    const text = printEach(blocks, {...printing, ...nearest})[index] ?? asPlain.text
    return {text, exact, usesTags: nearest.emphasis === 'tags'}
  })
}

/** Blocks whose text is their own source. */
export function isVerbatim(block: BodyBlock): block is RawMarkdown | RawHtml | Shortcode {
  return block._type === 'rawMarkdown' || block._type === 'rawHtml' || block._type === 'shortcode'
}

/** Normalised labels of the link definitions in raw blocks. */
function definedLabels(blocks: readonly BodyBlock[]): ReadonlySet<string> {
  const labels = new Set<string>()
  for (const block of blocks) {
    if (block._type !== 'rawMarkdown') continue
    for (const match of block.markdown.matchAll(/^[\s>]*\[([^\]]+)\]:/gm)) labels.add(normalizeLabel(match[1] ?? ''))
  }
  return labels
}

/** The links that raw blocks define, and every footnote that a block refers to. */
function createEnvironment(blocks: readonly BodyBlock[], labels: ReadonlySet<string>): MarkdownEnvironment {
  return {
    references: Object.fromEntries([...labels].map((label) => [label, {href: '#', title: ''}])),
    footnotes: new Set(blocks.flatMap(footnoteLabels)),
  }
}

function footnoteLabels(block: BodyBlock): string[] {
  if (isTextBlock(block)) {
    return block.children.flatMap((child) => (child._type === 'footnoteReference' ? [child.label] : []))
  }
  const inner = block._type === 'table' ? block.rows.flatMap(({cells}) => cells.flatMap(({content}) => content)) : []
  return ('content' in block ? block.content : inner).flatMap(footnoteLabels)
}

function readsBack(block: BodyBlock, printing: Printing, environment: MarkdownEnvironment): boolean {
  const alone = isTextBlock(block)
    ? createTextPrinter().print(asAlone(block), printing)
    : printCustomBlock(block, printing)
  const own = {references: {...environment.references}, footnotes: new Set(environment.footnotes)}
  const [first, ...others] = parseWith(alone, printing.context, own).blocks
  if (first === undefined) return alone === ''
  return others.length === 0 && blockMeaning(first) === blockMeaning(asAlone(block))
}

/** An item as the only one of a list of its own, which cannot be loose. */
function asAlone<Block extends BodyBlock>(block: Block): Block {
  if (!isListItem(block)) return block
  return {...block, level: 1, listItem: listStyle({numbered: isNumbered(block.listItem), loose: false})}
}
