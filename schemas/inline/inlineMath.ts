import {NumberIcon} from '@sanity/icons/Number'
import {defineType} from '@sanity/types'
import {delimiterField, texField} from '../blocks/mathBlock.ts'
import {firstLine} from '../text/firstLine.ts'
import type {Say} from '../text/say.ts'

/** A formula inside a line of text. */
export function inlineMath(say: Say) {
  return defineType({
    name: 'inlineMath',
    title: say({ko: '줄 안 수식', en: 'Inline formula'}),
    type: 'object',
    icon: NumberIcon,
    fields: [texField(say), delimiterField(say)],
    preview: {
      select: {tex: 'tex'},
      prepare: ({tex}) => ({title: firstLine(tex) ?? say({ko: '빈 수식', en: 'Empty formula'})}),
    },
  })
}
