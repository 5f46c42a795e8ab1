import {mergeBody} from '../markdown/mergeBody.ts'
import {parseBlocks} from '../markdown/parseBody.ts'
import {parseInline} from '../markdown/parseInline.ts'
import {serializeInline} from '../markdown/serializeInline.ts'
import type {Body, InlineBlocks} from '../markdown/types.ts'
import {blocksToWrite} from './blocksToWrite.ts'
import type {Reader} from './reader.ts'
import type {Writer} from './writer.ts'

/** Texts that were read without a question or a notice: the theme's own caption stands on most pages of many sites. */
const inlineTexts = new Map<string, InlineBlocks>()
const INLINE_TEXTS = 500

/**
 * Inline Markdown of a front matter text, a caption for instance; notices carry the key's line. The blocks may be
 * shared with other pages.
 */
export function readInlineText(reader: Reader, text: string, key: string): InlineBlocks {
  const context = reader.markdown(reader.page.parts.headerLine)
  const name = `${context.dialect}\n${text}`
  const known = inlineTexts.get(name)
  if (known) return known
  let asked = false
  const resolveFile = (file: string) => {
    asked = true
    return context.resolveFile?.(file)
  }
  const {blocks, notices} = parseInline(text, {...context, resolveFile})
  for (const notice of notices) reader.notices.push({...notice, field: key, line: reader.lineOf(key)})
  if (!asked && notices.length === 0 && inlineTexts.size < INLINE_TEXTS) inlineTexts.set(name, blocks)
  return blocks
}

/** Inline Markdown of the blocks of a field, a caption for instance. */
export function writeInlineText(writer: Writer, blocks: InlineBlocks, field: string): string {
  return serializeInline(blocksToWrite(blocks, field, writer), writer.markdown())
}

/** Block Markdown of a front matter text, an abstract for instance; notices carry the key's line. */
export function readBlockText(reader: Reader, text: string, key: string): Body {
  const line = reader.lineOf(key)
  const {blocks, notices} = parseBlocks(text, reader.markdown(line))
  for (const notice of notices) reader.notices.push({...notice, field: key, line})
  return blocks
}

/** The text of edited blocks, with the smallest difference from the text in the file. */
export function mergeBlockText(writer: Writer, source: string, blocks: Body, field: string): string {
  const current = blocksToWrite(blocks, field, writer)
  const {markdown, notices} = mergeBody({source, current, context: writer.markdown()})
  writer.notices.push(...notices)
  return markdown
}
