import {CodeIcon} from '@sanity/icons/Code'
import {defineType} from '@sanity/types'
import {plainField} from '../fields/plainField.ts'
import {firstLine} from '../text/firstLine.ts'
import type {Say} from '../text/say.ts'

/** HTML kept as written. The site shows only what is safe of it. */
export function rawHtml(say: Say) {
  return defineType({
    name: 'rawHtml',
    title: say({ko: 'HTML', en: 'HTML'}),
    type: 'object',
    icon: CodeIcon,
    fields: [
      plainField(say, {
        name: 'html',
        type: 'text',
        title: {ko: 'HTML', en: 'HTML'},
        description: {ko: '안전한 부분만 사이트에 표시됩니다.', en: 'The site shows only the safe part of it.'},
        rows: 6,
      }),
    ],
    preview: {
      select: {html: 'html'},
      prepare: ({html}) => ({title: firstLine(html) ?? say({ko: '빈 HTML', en: 'Empty HTML'}), subtitle: 'HTML'}),
    },
  })
}
