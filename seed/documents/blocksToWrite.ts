import {finishedBlocks} from '../markdown/finishedBlocks.ts'
import {spoiltFormulas} from '../markdown/spoiltFormulas.ts'
import type {BodyBlock} from '../markdown/types.ts'
import type {Notice} from '../notices.ts'
import {namePictures} from './namePictures.ts'
import type {Writer} from './writer.ts'

/** The blocks of a field as they are written: finished, and with the names that their pictures get. */
export function blocksToWrite<Block extends BodyBlock>(
  blocks: readonly Block[],
  field: string,
  writer: Writer,
): Block[] {
  const finished = finishedBlocks(blocks)
  for (const name of finished.left) {
    const message = `In "${field}", ${name} has nothing in it yet and was not written: fill it in or remove it in the Studio.`
    writer.notices.push({kind: 'unsupportedBlock', path: writer.page.file.path, field, message})
  }
  // The kit's Hugo keeps formulas, and what the page says already is the owner's.
  const formulas = writer.page.dialect === 'kit' ? [] : new Set(spoiltFormulas(finished.blocks))
  for (const formula of formulas) {
    if (!writer.page.text.includes(formula)) writer.notices.push(noticeSpoilt(formula, field, writer))
  }
  return namePictures(finished.blocks, writer)
}

/** A formula of the Studio that Hugo's Markdown changes. */
function noticeSpoilt(formula: string, field: string, {page}: Writer): Notice {
  const message = `In "${field}", Hugo's Markdown reads signs of a formula as its own (\\\\ as \\, a*b*c as emphasis), so the site may show another one: set markup.goldmark.extensions.passthrough (since Hugo 0.122), put the formula in the shortcode "math" (since Wowchemy 5.5), or write each such backslash twice.`
  return {kind: 'unsupportedBlock', path: page.file.path, field, message, value: formula}
}
