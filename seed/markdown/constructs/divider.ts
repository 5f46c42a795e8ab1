import type {Reader} from '../reading.ts'

/** A thematic break. */
export const readDivider: Reader = (node) => [{block: {_type: 'divider', _key: ''}, lines: node.lines}]

export function printDivider(): string {
  return '---'
}
