import type {Draft, Node, Reading} from '../reading.ts'
import type {Token} from '../rules/markdownIt.ts'
import {closingDelimiter} from '../rules/math.ts'
import {unmask} from '../shortcodes/placeholders.ts'
import type {MathBlock} from '../types.ts'

/** A paragraph that is one displayed formula. */
export function readLoneMath(inline: Token, node: Node, reading: Reading): Draft[] | undefined {
  const [token, ...others] = inline.children ?? []
  if (token?.type !== 'math_inline' || others.length > 0 || ['$', '\\(', '\\\\('].includes(token.markup))
    return undefined
  const tex = unmask(token.content, reading.units)
  return [{block: {_type: 'mathBlock', _key: '', tex, delimiter: token.markup}, lines: node.lines}]
}

/**
 * The theme's `math` around one displayed formula, which keeps Markdown off it. The call is part of what the formula
 * stands between, so that it stays while the formula is edited.
 */
export function readMathShortcode(source: string): MathBlock | undefined {
  const [, delimiter, tex] = FORMULA.exec(source) ?? []
  if (delimiter === undefined || tex === undefined) return undefined
  if (tex.trim() === '' || /\$\$|\{\{[<%]/.test(tex)) return undefined
  const block: MathBlock = {_type: 'mathBlock', _key: '', tex, delimiter}
  return printMathBlock(block) === source ? block : undefined
}

const CALL = /^\{\{< math >\}\}(\n?)/
const FORMULA = /^(\{\{< math >\}\}\n?(?:\$\$|\\\[))([\s\S]*?)(?:\$\$|\\\])\n?\{\{< \/math >\}\}$/

/** Whether a formula stands in the theme's `math`. */
export function isMathCall({delimiter}: MathBlock): boolean {
  return CALL.test(delimiter)
}

export function printMathBlock({delimiter, tex}: MathBlock): string {
  const [call = '', lineEnd = ''] = CALL.exec(delimiter) ?? []
  const closing = closingDelimiter(delimiter.slice(call.length))
  return delimiter + tex + closing + (call === '' ? '' : `${lineEnd}{{< /math >}}`)
}
