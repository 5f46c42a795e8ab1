import {needsShortcode} from '../constructs/figure.ts'
import type {Body, BodyBlock, Embed} from '../types.ts'

/**
 * Blocks in the form in which they will be written: an image that got a caption or a size is the shortcode, a video
 * that got a title or a start has named arguments, and indented code that got a language is fenced.
 */
export function settleForms(blocks: Body): Body {
  return blocks.map(settleForm)
}

function settleForm(block: BodyBlock): BodyBlock {
  if (block._type === 'figure' && block.syntax === 'markdown' && needsShortcode(block))
    return {...block, syntax: 'shortcode'}
  if (block._type === 'codeBlock' && (block.language ?? block.info) !== undefined) {
    const {indented: _, ...fenced} = block
    return fenced
  }
  return block._type === 'embed' && lacksNames(block) ? {...block, attributes: '{}'} : block
}

function lacksNames({provider, syntax, url, title, start, attributes}: Embed): boolean {
  if (syntax === 'html' || provider === 'iframe' || provider === 'gdocs' || attributes !== undefined) return false
  return (url ?? title ?? start) !== undefined
}
