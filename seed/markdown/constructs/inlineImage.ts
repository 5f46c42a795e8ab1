import {printLinkTarget} from '../inline/printLinkTarget.ts'
import type {InlineImage} from '../inline/types.ts'
import type {Printing} from '../printing.ts'
import type {Reading} from '../reading.ts'
import type {Token} from '../rules/markdownIt.ts'
import {closingDelimiter} from '../rules/math.ts'
import {breakCalls} from '../shortcodes/escapeSamples.ts'
import {unmask, unmaskText} from '../shortcodes/placeholders.ts'

/** An image's source, alternative text (plain, as Hugo prints it) and title. */
export function readInlineImage(token: Token, reading: Reading): Omit<InlineImage, '_key'> {
  const src = unmask(token.attrGet('src') ?? '', reading.units)
  const alt = unmaskText(plainText(token.children ?? []), reading.units)
  const title = token.attrGet('title')
  const asset = reading.context.resolveFile?.(src)
  return {
    _type: 'inlineImage',
    src,
    ...(asset === undefined ? {} : {asset}),
    ...(alt === '' ? {} : {alt}),
    ...(title === null ? {} : {title: unmaskText(title, reading.units)}),
  }
}

/**
 * Escapes in the alternative text only where it cannot be without: without the theme's template, Goldmark shows them. A
 * bracket becomes an entity, since the kit takes `\\[` for a formula, and so does a brace at which Hugo would run something.
 */
export function printInlineImage(image: Omit<InlineImage, '_key'>, escape: Printing['escape']): string {
  const alt = (image.alt ?? '').replace(/\s*\n\s*/g, ' ')
  const escaped = escape === 'full' ? alt.replace(/[\\`*_\]<&~$^=!]/g, '\\$&').replaceAll('[', '&#91;') : alt
  return `![${breakCalls(escaped)}](${printLinkTarget(image.src ?? '', image.title)})`
}

/** The text of tokens without their markup: what Hugo writes into `alt`. Formulas stay as they are written. */
function plainText(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      if (token.type === 'softbreak' || token.type === 'hardbreak') return ' '
      if (token.type === 'html_inline') return ''
      if (token.type === 'math_inline') return token.markup + token.content + closingDelimiter(token.markup)
      return token.type === 'image' ? plainText(token.children ?? []) : token.content
    })
    .join('')
}
