import {printFrame, readPlayer} from '../constructs/embed.ts'
import {needsShortcode} from '../constructs/figure.ts'
import {isMathCall} from '../constructs/mathBlock.ts'
import {fromBlock} from '../inline/fromBlock.ts'
import type {Body, BodyBlock, Embed, MathBlock, RawHtml, TextBlock} from '../types.ts'
import {settleTable} from './settleTable.ts'

/**
 * Blocks in the form in which they will be written: a picture alone in its paragraph is a figure, an image that got a
 * caption or a size is the shortcode, a video that got a title or a start has named arguments, indented code that got a
 * language is fenced, the frame of a player that nobody knows is HTML, a formula and HTML have no lines that would end
 * them, and a table as many cells in each row.
 */
export function settleForms(blocks: Body): Body {
  return blocks.map(settleForm)
}

function settleForm(block: BodyBlock): BodyBlock {
  switch (block._type) {
    case 'block':
      return settleLonePicture(block)
    case 'figure':
      return block.syntax === 'markdown' && needsShortcode(block) ? {...block, syntax: 'shortcode'} : block
    case 'codeBlock': {
      if ((block.language ?? block.info) === undefined) return block
      const {indented: _, ...fenced} = block
      return fenced
    }
    case 'embed':
      return settleEmbed(block)
    case 'mathBlock':
      return settleMath(block)
    case 'table':
      return settleTable(block)
    case 'rawHtml':
      return settleHtml(block)
    default:
      return block
  }
}

/** A picture of the line that is left alone in its paragraph is a picture between paragraphs to Markdown. */
function settleLonePicture(block: TextBlock): BodyBlock {
  const [first, ...others] = block.style === 'normal' && block.listItem === undefined ? fromBlock(block) : []
  if (first?.object?._type !== 'inlineImage' || others.length > 0) return block
  return {...first.object, _type: 'figure', _key: block._key, syntax: 'markdown'}
}

function settleEmbed(block: Embed): BodyBlock {
  if (block.syntax === 'html' || block.provider === 'iframe') {
    const html = printFrame(block)
    return {...(readPlayer(html) ?? {_type: 'rawHtml', html}), _key: block._key}
  }
  return lacksNames(block) ? {...block, attributes: '{}'} : block
}

function lacksNames({provider, url, title, start, attributes}: Embed): boolean {
  if (provider === 'gdocs' || attributes !== undefined) return false
  return (url ?? title ?? start) !== undefined
}

const blankLines = /\n(?:[ \t]*\n)+/g

/** Where a line of a formula that an operator begins would end the paragraph, as a list, a quote or a heading (CommonMark 4 and 5). */
const otherBlocks = /(?<!%[^\n]*)\n {0,3}(?=(?:[-+*]|1[.)])[ \t]+\S|#{1,6}[ \t\n]|>|(?:-+|=+)[ \t]*\n)/g

/** `{{<` of TeX, which is no shortcode, stops Hugo. */
const braces = /\{\{(?=[<%](?![ \t]*\/?[\w*]))/g

/**
 * TeX takes a blank line in a formula for an error, Markdown for the end of the paragraph that the formula is; the
 * theme's `math` keeps Markdown off it. A line end is a space to TeX, and a space is none.
 */
function settleMath(block: MathBlock): MathBlock {
  const tex = block.tex.replace(braces, '{ {')
  const settled = isMathCall(block) ? tex : tex.replace(blankLines, '\n').replace(otherBlocks, ' ')
  return settled === block.tex ? block : {...block, tex: settled}
}

/** A blank line ends HTML in Markdown, and what is indented behind it is code; in HTML it says nothing, but in a few elements. */
function settleHtml(block: RawHtml): RawHtml {
  if (block.html.search(blankLines) < 0 || /<(?:pre|textarea|script|style)\b|<!--/i.test(block.html)) return block
  return {...block, html: block.html.trim().replace(blankLines, '\n')}
}
