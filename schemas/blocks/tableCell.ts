import {StopIcon} from '@sanity/icons/Stop'
import {defineField, defineType} from '@sanity/types'
import {plainText} from '../text/plainText.ts'
import type {Say} from '../text/say.ts'

/** One cell of a table. */
export function tableCell(say: Say) {
  return defineType({
    name: 'tableCell',
    title: say({ko: '칸', en: 'Cell'}),
    type: 'object',
    icon: StopIcon,
    fields: [
      defineField({
        name: 'content',
        title: say({ko: '내용', en: 'Content'}),
        type: 'cellBlocks',
        description: say({
          ko: '글과 링크, 작은 그림, 수식을 쓸 수 있습니다.',
          en: 'Text, links, small pictures, formulas.',
        }),
      }),
    ],
    preview: {
      select: {content: 'content'},
      prepare: ({content}) => ({title: plainText(content) || say({ko: '빈 칸', en: 'Empty cell'})}),
    },
  })
}
