import {DesktopIcon} from '@sanity/icons/Desktop'
import {defineField, defineType} from '@sanity/types'
import {authorNotesField} from '../fields/authorNotesField.ts'
import {authorsField} from '../fields/authorsField.ts'
import {hugoField} from '../fields/hugoField.ts'
import {plainField} from '../fields/plainField.ts'
import {slugField} from '../fields/slugField.ts'
import type {Say} from '../text/say.ts'
import {dateField, dateOrderings, datePreviewLine} from './datedDocument.ts'

/** The themes that come with reveal.js; a site may add its own. */
export const SLIDE_THEMES = ['black', 'white', 'league', 'beige', 'sky', 'night', 'serif', 'simple', 'solarized']

/** A deck of slides written in Markdown. */
export function slideDeck(say: Say) {
  return defineType({
    name: 'slideDeck',
    title: say({ko: '슬라이드', en: 'Slide deck'}),
    type: 'document',
    icon: DesktopIcon,
    description: say({ko: 'Markdown으로 쓴 발표 슬라이드입니다.', en: 'Slides written in Markdown.'}),
    orderings: dateOrderings(say),
    fields: [
      titleField(say),
      slugField(say, {source: 'title'}),
      ...detailFields(say),
      markdownField(say),
      hugoField(say),
    ],
    preview: {
      select: {title: 'title', summary: 'summary', date: 'date', spoken: 'hugo.language'},
      prepare: ({title, ...about}) => ({
        title: String(title || say({ko: '제목 없는 슬라이드', en: 'Deck without a title'})),
        subtitle: datePreviewLine(say, about),
        media: DesktopIcon,
      }),
    },
  })
}

function titleField(say: Say) {
  return defineField({
    name: 'title',
    title: say({ko: '제목', en: 'Title'}),
    type: 'string',
    description: say({
      ko: '발표에서 이 슬라이드를 고를 때 보입니다.',
      en: 'What you see when you choose the deck for a talk.',
    }),
    validation: (rule) => rule.required().error(say({ko: '제목을 적어 주세요.', en: 'Give the deck a title.'})),
  })
}

function detailFields(say: Say) {
  return [
    plainField(say, {
      name: 'summary',
      type: 'text',
      title: {ko: '한 줄 요약', en: 'Summary'},
      description: {ko: '목록에 표시됩니다.', en: 'Shown in lists.'},
      rows: 2,
    }),
    dateField(say),
    authorsField(say, {
      title: {ko: '만든 사람', en: 'Authors'},
      description: {ko: '이 순서대로 표시됩니다.', en: 'Shown in this order.'},
    }),
    authorNotesField(say),
    defineField({
      name: 'theme',
      title: say({ko: '테마', en: 'Theme'}),
      type: 'string',
      description: say({
        ko: '슬라이드의 색과 글꼴입니다. 비워 두면 black입니다.',
        en: 'Colours and fonts of the slides; black when empty.',
      }),
    }),
  ]
}

function markdownField(say: Say) {
  return defineField({
    name: 'markdown',
    title: say({ko: '슬라이드 원문', en: 'Slides'}),
    type: 'text',
    description: say({
      ko: '--- 만 있는 줄에서 다음 슬라이드가 시작됩니다. 위아래에 빈 줄을 두세요.',
      en: 'A line with only --- starts the next slide; leave blank lines around it.',
    }),
    rows: 24,
  })
}
