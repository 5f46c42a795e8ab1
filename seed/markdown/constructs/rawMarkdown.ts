import type {Draft, Node, Reading} from '../reading.ts'
import {sliceLines} from '../reading.ts'
import {unmask} from '../shortcodes/placeholders.ts'
import type {RawMarkdown} from '../types.ts'

/** Lines of the source as they are: whatever has no type or no exact way back. */
export function readRawMarkdown(node: Pick<Node, 'lines'>, reading: Reading): Draft {
  const markdown = unmask(sliceLines(reading, node.lines), reading.units)
  return {block: {_type: 'rawMarkdown', _key: '', markdown}, lines: node.lines}
}

export function printRawMarkdown(block: RawMarkdown): string {
  return block.markdown
}
