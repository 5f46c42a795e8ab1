import {defineArrayMember, defineType} from '@sanity/types'
import type {Say} from '../text/say.ts'
import {textBlock} from './textBlock.ts'

/** A talk's abstract: text, and Markdown kept as written where it has no better form. */
export function abstractBlocks(say: Say) {
  return defineType({
    name: 'abstractBlocks',
    title: say({ko: '초록', en: 'Abstract'}),
    type: 'array',
    of: [textBlock(say), defineArrayMember({type: 'rawMarkdown'})],
  })
}
