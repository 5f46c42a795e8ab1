import {HashIcon} from '@sanity/icons/Hash'
import {defineType} from '@sanity/types'
import {plainField} from '../fields/plainField.ts'
import {firstLine} from '../text/firstLine.ts'
import type {Say} from '../text/say.ts'

/** Markdown inside a line of text that has no structured form, kept as written. */
export function inlineMarkdown(say: Say) {
  return defineType({
    name: 'inlineMarkdown',
    title: say({ko: '줄 안 Markdown', en: 'Inline Markdown'}),
    type: 'object',
    icon: HashIcon,
    fields: [
      plainField(say, {
        name: 'markdown',
        type: 'text',
        title: {ko: 'Markdown', en: 'Markdown'},
        description: {
          ko: '여기에 적힌 Markdown을 바꾸지 않고 그대로 내보냅니다.',
          en: 'Markdown that the export writes as it stands here.',
        },
        rows: 2,
      }),
    ],
    preview: {
      select: {markdown: 'markdown'},
      prepare: ({markdown}) => ({title: firstLine(markdown) ?? say({ko: '빈 Markdown', en: 'Empty Markdown'})}),
    },
  })
}
