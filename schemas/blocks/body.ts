import {defineArrayMember, defineType} from '@sanity/types'
import type {Say} from '../text/say.ts'
import {checkFootnotes} from './checkFootnotes.ts'
import {textBlock} from './textBlock.ts'

/** Blocks that stand between paragraphs, in the order of the editor's insert menu. */
const BLOCK_TYPES = [
  'figure',
  'codeBlock',
  'callout',
  'table',
  'mathBlock',
  'embed',
  'button',
  'divider',
  'footnote',
  'shortcode',
  'rawMarkdown',
  'rawHtml',
]

/** The text of a page: paragraphs and every block that a Hugo Blox page can hold. */
export function body(say: Say) {
  return defineType({
    name: 'body',
    title: say({ko: '본문', en: 'Body'}),
    type: 'array',
    of: [textBlock(say), ...BLOCK_TYPES.map((type) => defineArrayMember({type}))],
    validation: (rule) => rule.custom((value) => checkFootnotes(say, value)).warning(),
  })
}
