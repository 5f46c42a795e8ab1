import {defineType} from '@sanity/types'
import type {Say} from '../text/say.ts'
import {inlineTextBlock} from './textBlock.ts'

/** Short text with bold, italics, code and links only: captions and table cells. */
export function inlineBlocks(say: Say) {
  return defineType({
    name: 'inlineBlocks',
    title: say({ko: '짧은 글', en: 'Short text'}),
    type: 'array',
    of: [inlineTextBlock(say)],
  })
}
