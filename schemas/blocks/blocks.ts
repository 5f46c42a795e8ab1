import {defineType} from '@sanity/types'
import type {Say} from '../text/say.ts'
import {textBlock} from './textBlock.ts'

/** Text without other blocks: what stands inside a callout or a footnote. */
export function blocks(say: Say) {
  return defineType({name: 'blocks', title: say({ko: '글', en: 'Text'}), type: 'array', of: [textBlock(say)]})
}
