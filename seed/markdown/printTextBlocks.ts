import {printBlockquote} from './constructs/blockquote.ts'
import {printHeading} from './constructs/heading.ts'
import {printParagraph} from './constructs/paragraph.ts'
import {isLoose, isNumbered, type ListStyle} from './listStyles.ts'
import type {Printing} from './printing.ts'
import type {TextBlock} from './types.ts'

interface OpenList {
  listItem: ListStyle
  /** Columns to the item's text. */
  indent: number
  /** The last item's number. */
  number: number
  markers: ListMarkers
}

/** The characters of list markers. */
export interface ListMarkers {
  bullet: string
  dot: string
}

const usualMarkers: ListMarkers = {bullet: '-', dot: '.'}
const otherMarkers: ListMarkers = {bullet: '*', dot: ')'}

/** Prints text blocks one after another; remembers the lists that are open, for indents and numbers. */
export interface TextPrinter {
  print(block: TextBlock, printing: Printing, markers?: ListMarkers): string
  /** Something else stands between: lists begin anew. */
  reset(): void
}

/** A printer with no list open. */
export function createTextPrinter(): TextPrinter {
  let open: OpenList[] = []
  return {
    reset: () => {
      open = []
    },
    print: (block, printing, markers = usualMarkers) => {
      const {listItem} = block
      if (listItem === undefined) {
        open = []
        return printStyled(block, printing)
      }
      const level = Math.max(1, block.level ?? 1)
      open.length = Math.min(open.length, level)
      const last = open[level - 1]
      if (last !== undefined && last.listItem !== listItem) open.length = level - 1
      const parentIndent = open[Math.min(level, open.length + 1) - 2]?.indent ?? 0
      const list = open[level - 1] ?? {
        listItem,
        indent: 0,
        number: (listStart(block) ?? 1) - 1,
        markers: last !== undefined && isNumbered(last.listItem) === isNumbered(listItem) ? otherThan(last) : markers,
      }
      list.number++
      const marker = isNumbered(listItem) ? `${list.number}${list.markers.dot}` : list.markers.bullet
      list.indent = parentIndent + Math.max(marker.length + 1, nestingWidth(printing))
      open[open.length < level ? open.length : level - 1] = list
      return indentItem(printStyled(block, {...printing, isItem: true}), marker, parentIndent, list.indent)
    },
  }
}

/** Two lists of the same kind beside one another differ in their markers. */
function otherThan({markers}: OpenList): ListMarkers {
  return markers.bullet === otherMarkers.bullet || markers.dot === otherMarkers.dot ? usualMarkers : otherMarkers
}

/** Blackfriday, which rendered Academic until 4.6, wants four columns for what an item holds. */
function nestingWidth({context: {dialect}}: Printing): number {
  return dialect === 'academic2' || dialect === 'academic4' ? 4 : 0
}

/** The number that an item says its list begins with. */
export function listStart(block: TextBlock): number | undefined {
  return block.children.find((child) => child._type === 'listStart')?.number
}

function indentItem(text: string, marker: string, before: number, indent: number): string {
  const lines = text.split('\n')
  const first = lines[0] === '' ? marker : `${marker} ${lines[0]}`
  return [' '.repeat(before) + first, ...lines.slice(1).map((line) => ' '.repeat(indent) + line)].join('\n')
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

/** The block at an index, of whatever kind of list. */
type BlockAt = (index: number) => {_type: string} | undefined

/**
 * What stands between a block and the one before it: a line end inside a tight list, an empty quoted line inside a
 * quote, else a blank line. A blank line before a nested list or after it makes the list around it loose.
 */
export function separatorBefore(index: number, blockAt: BlockAt): string {
  const [before, after] = [blockAt(index - 1), blockAt(index)]
  if (before === undefined || after === undefined) return ''
  if (!isOneConstruct(index, blockAt) || !isTextBlock(before) || !isTextBlock(after)) return '\n\n'
  if (before.listItem === undefined || after.listItem === undefined) return '\n>\n'
  const deeper = (after.level ?? 1) > (before.level ?? 1)
  return isLoose(deeper ? before.listItem : after.listItem) ? '\n\n' : '\n'
}

/** Whether a block is printed as a part of the list or the quote that the one before it belongs to. */
export function isOneConstruct(index: number, blockAt: BlockAt): boolean {
  const [before, after] = [blockAt(index - 1), blockAt(index)]
  if (before === undefined || after === undefined || !isTextBlock(before) || !isTextBlock(after)) return false
  if (before.listItem === undefined && after.listItem === undefined)
    return before.style === 'blockquote' && after.style === 'blockquote'
  if (before.listItem === undefined || after.listItem === undefined) return false
  return (after.level ?? 1) > 1 || outerList(index - 1, blockAt) === after.listItem
}

/** The list of the first level to which an item belongs, however deep it stands in it. */
function outerList(index: number, blockAt: BlockAt): ListStyle | undefined {
  let list: ListStyle | undefined
  for (let at = index; at >= 0; at--) {
    const block = blockAt(at)
    if (!isListItem(block)) break
    list = block.listItem
    if ((block.level ?? 1) === 1) break
  }
  return list
}

export function isTextBlock(block: {_type: string}): block is TextBlock {
  return block._type === 'block'
}

/** An item of a list. */
export type ListItem = TextBlock & {listItem: ListStyle}

export function isListItem(block: {_type: string} | undefined): block is ListItem {
  return block !== undefined && isTextBlock(block) && block.listItem !== undefined
}

/** Text blocks as one text, as in a callout or a footnote. */
export function printTextBlocks(blocks: readonly TextBlock[], printing: Printing): string {
  const printer = createTextPrinter()
  return blocks
    .map((block, index) => separatorBefore(index, (at) => blocks[at]) + printer.print(block, printing))
    .join('')
}
