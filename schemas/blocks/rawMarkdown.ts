import {HashIcon} from '@sanity/icons/Hash'
import {defineType} from '@sanity/types'
import {plainField} from '../fields/plainField.ts'
import {firstLine} from '../text/firstLine.ts'
import type {Say} from '../text/say.ts'

/** Markdown that has no structured form yet, kept as written and still editable. */
export function rawMarkdown(say: Say) {
  return defineType({
    name: 'rawMarkdown',
    title: say({ko: 'Markdown', en: 'Markdown'}),
    type: 'object',
    icon: HashIcon,
    fields: [
      plainField(say, {
        name: 'markdown',
        type: 'text',
        title: {ko: 'Markdown', en: 'Markdown'},
        description: {
          ko: '파일에 적힌 그대로이며 내보낼 때도 그대로 씁니다.',
          en: 'As written in the file; the export writes it back unchanged.',
        },
        rows: 6,
      }),
    ],
    preview: {
      select: {markdown: 'markdown'},
      prepare: ({markdown}) => ({
        title: firstLine(markdown) ?? say({ko: '빈 Markdown', en: 'Empty Markdown'}),
        subtitle: 'Markdown',
      }),
    },
  })
}
