import {CodeIcon} from '@sanity/icons/Code'
import {defineType} from '@sanity/types'
import {plainField} from '../fields/plainField.ts'
import {firstLine} from '../text/firstLine.ts'
import {endsSummary, htmlComment} from '../text/htmlComment.ts'
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
      prepare: ({html}) => {
        const title = firstLine(htmlComment(html) ?? html) ?? say({ko: '빈 HTML', en: 'Empty HTML'})
        return {title, subtitle: kindOf(html, say)}
      },
    },
  })
}

function kindOf(html: unknown, say: Say): string {
  if (endsSummary(html)) return say({ko: '목록에 보일 요약은 여기까지', en: 'The summary in lists ends here'})
  if (htmlComment(html) === undefined) return 'HTML'
  return say({ko: '메모 (사이트에 보이지 않음)', en: 'Comment (not shown on the site)'})
}
