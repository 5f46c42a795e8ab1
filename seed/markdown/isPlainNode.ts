import {isPlainInline} from './inline/isPlainInline.ts'
import type {Node} from './reading.ts'
import type {Token} from './rules/markdownIt.ts'

/** Constructs of nothing but text that have one way to be read, whatever their markers and spaces. */
const textConstructs: ReadonlySet<string> = new Set([
  'paragraph_open',
  'heading_open',
  'bullet_list_open',
  'ordered_list_open',
  'blockquote_open',
  'table_open',
])

/** Those of them that may be put together in a way that printing does not keep. */
const shapedConstructs: ReadonlySet<string> = new Set([
  'heading_open',
  'bullet_list_open',
  'ordered_list_open',
  'blockquote_open',
])

/**
 * Whether the blocks of a construct need no check that they are read back: its texts are plain, and it is put together
 * in a way that printing keeps. Only for constructs that their reader did not refuse.
 */
export function isPlainNode({tokens}: Node): boolean {
  const type = tokens[0]?.type ?? ''
  if (!textConstructs.has(type)) return false
  const hasShape = shapedConstructs.has(type)
  let hasHeader = false
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]
    if (token === undefined || (hasShape && !keepsShape(token, tokens[index + 1]))) return false
    if (token.type === 'inline') {
      if (!isPlainInline(token)) return false
      if (token.content !== '' && tokens[index - 1]?.type === 'th_open') hasHeader = true
    }
  }
  return hasHeader || type !== 'table_open'
}

function keepsShape(token: Token, next: Token | undefined): boolean {
  switch (token.type) {
    case 'heading_open':
      return next !== undefined && next.content !== '' && !/[#}]$/.test(next.content)
    case 'list_item_open':
      return next?.type === 'paragraph_open' && next.hidden
    case 'ordered_list_open':
      return token.attrGet('start') === null
    case 'bullet_list_close':
    case 'ordered_list_close':
      return next === undefined || !next.type.endsWith('_list_open')
    default:
      return true
  }
}
