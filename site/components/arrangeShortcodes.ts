import type {BodyItem, InlineChild, InlineShortcode, TextBlock} from '../content.ts'

/** The theme's shortcodes that are blocks wherever they stand: boxes, pictures, tables. */
const blocks = new Set([
  'alert',
  'callout',
  'cards',
  'details',
  'diagram',
  'embed',
  'emoji_list',
  'gallery',
  'notebook',
  'spoiler',
  'steps',
  'table',
  'toc',
])

/**
 * Cuts a paragraph at shortcodes that are blocks. Without an empty line before it, `{{% callout note %}}` belongs to the sentence above
 * for Markdown, yet Hugo shows a box. List items and quotes stay whole. The given body is not changed.
 */
export function arrangeShortcodes(body: BodyItem[]): BodyItem[] {
  return body.flatMap((item) => (item._type === 'block' ? cut(item) : item))
}

function cut(block: TextBlock): BodyItem[] {
  const children = block.children ?? []
  if (block.listItem || (block.style ?? 'normal') !== 'normal' || !children.some(isBlock)) return [block]
  const pieces: BodyItem[] = []
  let from = 0
  const add = (to: number) => {
    const text = trim(children.slice(from, to))
    if (text.length > 0) pieces.push({...block, _key: `${block._key}-${from}`, children: text})
  }
  for (const [index, child] of children.entries()) {
    if (!isBlock(child)) continue
    add(index)
    pieces.push({...child, _type: 'shortcode'})
    from = index + 1
  }
  add(children.length)
  return pieces
}

function isBlock(child: InlineChild): child is InlineShortcode {
  return child._type === 'inlineShortcode' && blocks.has(child.name ?? '')
}

/** The children of a piece without the space and line breaks at its ends. */
function trim(children: InlineChild[]): InlineChild[] {
  const from = children.findIndex(saysSomething)
  const piece = from < 0 ? [] : children.slice(from, children.findLastIndex(saysSomething) + 1)
  return piece.map((child, index) => {
    if (child._type !== 'span') return child
    const text = index === 0 ? child.text?.trimStart() : child.text
    return {...child, text: index === piece.length - 1 ? text?.trimEnd() : text}
  })
}

function saysSomething(child: InlineChild): boolean {
  return child._type !== 'span' || Boolean(child.text?.trim())
}
