import {mergeBody} from '../markdown/mergeBody.ts'
import {parseBlocks} from '../markdown/parseBody.ts'
import {parseInline} from '../markdown/parseInline.ts'
import {serializeInline} from '../markdown/serializeInline.ts'
import type {Body, InlineBlocks} from '../markdown/types.ts'
import {namePictures} from './namePictures.ts'
import {lineOfKey} from './page.ts'
import type {Reader} from './reader.ts'
import type {Writer} from './writer.ts'

/** Inline Markdown of a front matter text, a caption for instance; notices carry the key's line. */
export function readInlineText(reader: Reader, text: string, key: string): InlineBlocks {
  const line = lineOfKey(reader.page.parts, key)
  const {blocks, notices} = parseInline(text, reader.markdown(line))
  for (const notice of notices) reader.notices.push({...notice, field: key, line})
  return blocks
}

/** Inline Markdown of a field's blocks. */
export function writeInlineText(writer: Writer, blocks: InlineBlocks): string {
  return serializeInline(namePictures(blocks, writer), writer.markdown())
}

/** Block Markdown of a front matter text, an abstract for instance; notices carry the key's line. */
export function readBlockText(reader: Reader, text: string, key: string): Body {
  const line = lineOfKey(reader.page.parts, key)
  const {blocks, notices} = parseBlocks(text, reader.markdown(line))
  for (const notice of notices) reader.notices.push({...notice, field: key, line})
  return blocks
}

/** The text of edited blocks, with the smallest difference from the text in the file. */
export function mergeBlockText(writer: Writer, source: string, current: Body): string {
  const {markdown, notices} = mergeBody({source, current: namePictures(current, writer), context: writer.markdown()})
  writer.notices.push(...notices)
  return markdown
}
