import type {Reader} from '../reading.ts'
import {sliceLines} from '../reading.ts'
import {unmask} from '../shortcodes/placeholders.ts'
import type {RawHtml} from '../types.ts'
import {readPlayer} from './embed.ts'

/**
 * Raw HTML and comments (`<!--more-->`) as they are; the frame of a known player becomes an embed. The indentation of
 * the first line shows nothing, and behind a list it would make the block a part of the last item.
 */
export const readHtml: Reader = (node, reading) => {
  const html = unmask(sliceLines(reading, node.lines), reading.units).replace(/^ {1,3}(?=<)/, '')
  return [{block: readPlayer(html) ?? {_type: 'rawHtml', _key: '', html}, lines: node.lines}]
}

export function printRawHtml(block: RawHtml): string {
  return block.html
}
