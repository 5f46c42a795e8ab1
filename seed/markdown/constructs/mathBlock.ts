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

export function printMathBlock(block: MathBlock): string {
  return block.delimiter + block.tex + closingDelimiter(block.delimiter)
}
