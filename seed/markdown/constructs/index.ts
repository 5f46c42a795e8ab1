import type {Printing} from '../printing.ts'
import type {Reader} from '../reading.ts'
import type {BodyBlock, CustomBlock} from '../types.ts'
import {readBlockquote} from './blockquote.ts'
import {printButton} from './button.ts'
import {printCallout} from './callout.ts'
import {printCodeBlock, readFence} from './codeBlock.ts'
import {readDefinitionList} from './definitionList.ts'
import {printDivider, readDivider} from './divider.ts'
import {printEmbed} from './embed.ts'
import {printFigure} from './figure.ts'
import {printFootnote, readFootnote} from './footnote.ts'
import {readHeading} from './heading.ts'
import {readList} from './list.ts'
import {printMathBlock} from './mathBlock.ts'
import {readParagraph} from './paragraph.ts'
import {printRawHtml, readHtml} from './rawHtml.ts'
import {printRawMarkdown} from './rawMarkdown.ts'
import {printShortcode} from './shortcode.ts'
import {printTable, readTable} from './table.ts'

/** What reads the construct that begins with a token, by the token's type. */
const readers: Readonly<Record<string, Reader>> = {
  paragraph_open: readParagraph,
  heading_open: readHeading,
  bullet_list_open: readList,
  ordered_list_open: readList,
  blockquote_open: readBlockquote,
  table_open: readTable,
  dl_open: readDefinitionList,
  footnote_open: readFootnote,
  fence: readFence,
  code_block: readFence,
  hr: readDivider,
  html_block: readHtml,
}

/** What writes a block, by the block's type; text blocks are written by the text printer, which knows the open lists. */
const printers = {
  codeBlock: printCodeBlock,
  figure: printFigure,
  callout: printCallout,
  table: printTable,
  mathBlock: printMathBlock,
  footnote: printFootnote,
  divider: printDivider,
  embed: printEmbed,
  button: printButton,
  rawHtml: printRawHtml,
  rawMarkdown: printRawMarkdown,
  shortcode: printShortcode,
} satisfies {
  [Type in CustomBlock['_type']]: (block: Extract<BodyBlock, {_type: Type}>, printing: Printing) => string
}

/** The reader for a construct. Throws for a token that no construct claims. */
export function readerFor(tokenType: string): Reader {
  const reader = Object.hasOwn(readers, tokenType) ? readers[tokenType] : undefined
  if (reader === undefined) throw new Error(`Unknown Markdown construct "${tokenType}"`)
  return reader
}

/** A block that is not text as Markdown. Throws for a type that the content model does not have. */
export function printCustomBlock(block: CustomBlock, printing: Printing): string {
  if (!Object.hasOwn(printers, block._type)) throw new Error(`Unknown block "${block._type}"`)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the table's own type pairs each type with its printer
  const print = printers[block._type] as (block: CustomBlock, printing: Printing) => string
  return print(block, printing)
}
