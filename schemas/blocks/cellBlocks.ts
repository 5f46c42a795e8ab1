import {defineType} from '@sanity/types'
import type {Say} from '../text/say.ts'
import {inlineTextBlock} from './textBlock.ts'

/** Short text inside a page: what a table's cell holds. */
export function cellBlocks(say: Say) {
  return defineType({
    name: 'cellBlocks',
    title: say({ko: '칸 안의 글', en: 'Cell text'}),
    type: 'array',
    of: [inlineTextBlock(say, 'page')],
  })
}
