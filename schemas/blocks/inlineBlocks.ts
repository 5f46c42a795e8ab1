import {defineType} from '@sanity/types'
import type {Say} from '../text/say.ts'
import {inlineTextBlock} from './textBlock.ts'

/** Short text without headings and lists: captions. */
export function inlineBlocks(say: Say) {
  return defineType({
    name: 'inlineBlocks',
    title: say({ko: '짧은 글', en: 'Short text'}),
    type: 'array',
    of: [inlineTextBlock(say)],
  })
}
