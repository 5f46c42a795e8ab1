import {CodeIcon} from '@sanity/icons/Code'
import {defineType} from '@sanity/types'
import {plainField} from '../fields/plainField.ts'
import {firstLine} from '../text/firstLine.ts'
import type {Say} from '../text/say.ts'

/** HTML inside a line of text, kept as written. */
export function inlineHtml(say: Say) {
  return defineType({
    name: 'inlineHtml',
    title: say({ko: '줄 안 HTML', en: 'Inline HTML'}),
    type: 'object',
    icon: CodeIcon,
    fields: [
      plainField(say, {
        name: 'html',
        type: 'text',
        title: {ko: 'HTML', en: 'HTML'},
        description: {ko: '안전한 부분만 사이트에 표시됩니다.', en: 'The site shows only the safe part of it.'},
        rows: 3,
      }),
    ],
    preview: {
      select: {html: 'html'},
      prepare: ({html}) => ({title: firstLine(html) ?? say({ko: '빈 HTML', en: 'Empty HTML'})}),
    },
  })
}
