import {printBlockquote} from './constructs/blockquote.ts'
import {printHeading} from './constructs/heading.ts'
import {printParagraph} from './constructs/paragraph.ts'
import type {Printing} from './printing.ts'
import type {TextBlock} from './types.ts'

interface OpenList {
  listItem: 'bullet' | 'number'
  /** Columns to the item's text. */
  indent: number
  count: number
}

/** The characters of list markers. */
export interface ListMarkers {
  bullet: string
  dot: string
}

const usualMarkers: ListMarkers = {bullet: '-', dot: '.'}

/** Prints text blocks one after another; remembers the lists that are open, for indents and numbers. */
export interface TextPrinter {
  print(block: TextBlock, printing: Printing, markers?: ListMarkers): string
  /** Something else stands between: lists begin anew. */
  reset(): void
}

export function createTextPrinter(): TextPrinter {
  let open: OpenList[] = []
  return {
    reset: () => {
      open = []
    },
    print: (block, printing, markers = usualMarkers) => {
      if (block.listItem === undefined) {
        open = []
        return printStyled(block, printing)
      }
      const level = Math.max(1, block.level ?? 1)
      open.length = Math.min(open.length, level)
      const listItem = block.listItem === 'number' ? 'number' : 'bullet'
      if (open.length === level && open[level - 1]?.listItem !== listItem) open.length = level - 1
      const parentIndent = open[Math.min(level, open.length + 1) - 2]?.indent ?? 0
      const list = open[level - 1] ?? {listItem, indent: 0, count: 0}
      list.count++
      const marker = listItem === 'bullet' ? markers.bullet : `${list.count}${markers.dot}`
      list.indent = parentIndent + marker.length + 1
      open[open.length < level ? open.length : level - 1] = list
      return indentItem(printParagraph(block, printing), marker, parentIndent, list.indent)
    },
  }
}

function indentItem(text: string, marker: string, before: number, indent: number): string {
  const lines = text.split('\n')
  const first = `${' '.repeat(before)}${marker} ${lines[0] ?? ''}`.trimEnd()
  return [first, ...lines.slice(1).map((line) => ' '.repeat(indent) + line)].join('\n')
}

function printStyled(block: TextBlock, printing: Printing): string {
  switch (block.style) {
    case 'normal':
      return printParagraph(block, printing)
    case 'blockquote':
      return printBlockquote(block, printing)
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return printHeading(block, printing)
    default:
      throw new Error(`Unknown block style "${String(block.style)}"`)
  }
}

/** What stands between two neighbours: a line end inside a list, an empty quoted line inside a quote, else a blank line. */
export function separatorBetween(before: {_type: string} | undefined, after: {_type: string}): string {
  if (before === undefined) return ''
  if (!isTextBlock(before) || !isTextBlock(after)) return '\n\n'
  if (before.listItem !== undefined && after.listItem !== undefined) {
    const sameList =
      before.listItem === after.listItem || (before.level ?? 1) !== (after.level ?? 1) || (after.level ?? 1) > 1
    return sameList ? '\n' : '\n\n'
  }
  const bothQuoted = before.style === 'blockquote' && after.style === 'blockquote'
  return bothQuoted && before.listItem === undefined && after.listItem === undefined ? '\n>\n' : '\n\n'
}

export function isTextBlock(block: {_type: string}): block is TextBlock {
  return block._type === 'block'
}

/** Text blocks as one text, as in a callout or a footnote. */
export function printTextBlocks(blocks: readonly TextBlock[], printing: Printing): string {
  const printer = createTextPrinter()
  return blocks
    .map((block, index) => separatorBetween(blocks[index - 1], block) + printer.print(block, printing))
    .join('')
}
