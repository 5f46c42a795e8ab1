import {calloutSyntax} from '../../markdown/fillBlocks.ts'
import {mergeBody} from '../../markdown/mergeBody.ts'
import {parseBody} from '../../markdown/parseBody.ts'
import type {Body, BodyBlock, Dialect, MarkdownContext} from '../../markdown/types.ts'
import {rewriteShortcodes} from './rewriteShortcodes.ts'

/**
 * A body as another generation writes it, where that means exactly the same: shortcodes by their names there, and
 * callouts as the kit's alerts or back. Lines that say the same in both stay.
 */
export function rewriteBody(markdown: string, context: MarkdownContext, dialect: Dialect): string {
  const from = context.dialect
  if (from === dialect) return markdown
  const source = rewriteShortcodes(markdown, from, dialect)
  if ((from === 'kit') === (dialect === 'kit') || !/callout|\[!/.test(source)) return source
  const {blocks} = parseBody(source, {...context, dialect})
  const current: Body = blocks.map((block) => callout(block, dialect))
  if (current.every((block, index) => block === blocks[index])) return source
  const merged = mergeBody({source, current, context: {...context, dialect}})
  return merged.notices.length > 0 ? source : merged.markdown
}

/** An alert has more to say than a callout: a title, a fold, and kinds that only the kit draws. */
function callout(block: BodyBlock, dialect: Dialect): BodyBlock {
  if (block._type !== 'callout') return block
  const {delimiter: _, ...others} = block
  if (dialect === 'kit')
    return block.syntax === 'shortcode' && isAlertKind(block.kind) ? {...others, syntax: 'alert'} : block
  const plain = block.title === undefined && block.folded === undefined
  return block.syntax === 'alert' && plain && ['note', 'warning'].includes(block.kind)
    ? {...block, syntax: calloutSyntax(dialect)}
    : block
}

function isAlertKind(kind: string): boolean {
  return /^[a-z][\w-]*$/.test(kind)
}
