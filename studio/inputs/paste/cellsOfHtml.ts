import type {PortableTextBlock} from '@portabletext/block-tools'
import {cellContent, type PasteContext} from './blocksOfHtml.ts'
import {cellElements} from './rowsOfTable.ts'

/**
 * What the cells of a table say that was copied from a spreadsheet or a page, row by row. Undefined when the clipboard has
 * something besides the table, or no more than one cell.
 */
export function cellsOfHtml(
  html: string,
  context: Pick<PasteContext, 'cell' | 'newKey' | 'parseHtml'>,
): PortableTextBlock[][][] | undefined {
  if (!/<table[\s>]/i.test(html)) return undefined
  const {body} = context.parseHtml(html)
  for (const style of body.querySelectorAll('style')) style.remove()
  const [table, another] = body.querySelectorAll('table')
  if (table === undefined || another !== undefined || wordsOf(body) !== wordsOf(table)) return undefined
  return cellElements(table)?.map((cells) =>
    cells.map((cell) => (cell === undefined ? [] : cellContent(cell, context))),
  )
}

const wordsOf = ({textContent}: Element): string => textContent.trim()
