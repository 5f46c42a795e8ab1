import type {InlineChild, TextBlock} from '../content.ts'
import {showEmoji} from '../text/emoji.ts'
import {arrangeInlineHtml} from './arrangeInlineHtml.ts'

/** A text block made ready to be shown; the given one is not changed. */
export function arrangeText(block: TextBlock): TextBlock {
  return arrangeInlineHtml(withEmoji(dropDecoration(block)))
}

/** The theme's icons are pictures, without a word. Beside words they say nothing; alone, their name says what they stand for. */
function dropDecoration(block: TextBlock): TextBlock {
  const children = block.children ?? []
  if (!children.some(({_type}) => _type === 'icon') || !children.some(saysSomething)) return block
  return {...block, children: children.filter(({_type}) => _type !== 'icon')}
}

/** Emoji in place of their names, but for code and bare addresses. */
function withEmoji(block: TextBlock): TextBlock {
  if (!block.children?.some((child) => child._type === 'span' && child.text?.includes(':'))) return block
  const addresses = new Map(block.markDefs?.map(({_key, href}) => [_key, href]))
  return {
    ...block,
    children: block.children.map((child) => {
      if (child._type !== 'span') return child
      const isLiteral = child.marks?.some((mark) => mark === 'code' || addresses.get(mark) === child.text)
      return isLiteral || !child.text ? child : {...child, text: showEmoji(child.text)}
    }),
  }
}

function saysSomething(child: InlineChild): boolean {
  if (child._type === 'span') return /[\p{L}\p{N}]/u.test(child.text ?? '')
  return child._type === 'inlineMarkdown' || child._type === 'inlineShortcode' || child._type === 'inlineMath'
}
