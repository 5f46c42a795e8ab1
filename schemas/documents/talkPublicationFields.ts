import {defineField} from '@sanity/types'
import {tagsField} from '../fields/tagsField.ts'
import {readInstant} from '../text/dateRange.ts'
import type {Say} from '../text/say.ts'

/** From when until when a talk can be seen, and where it is listed. */
export function talkPublicationFields(say: Say) {
  return [publishDateField(say), expiryDateField(say), featuredField(say), ...wordFields(say)]
}

function publishDateField(say: Say) {
  return defineField({
    name: 'publishDate',
    title: say({ko: '공개 날짜', en: 'Publish date'}),
    type: 'datetime',
    description: say({
      ko: '이때부터 사이트에 보입니다(발표 날짜가 아닙니다). 비워 두면 발표가 시작할 때까지 숨겨집니다.',
      en: 'The page is visible from then on (this is not the date of the talk). When empty, it stays hidden until the talk starts.',
    }),
    group: 'publication',
    initialValue: () => thisMinute(new Date()),
    validation: (rule) =>
      rule
        .custom((publishDate, {document}) => {
          const start = readInstant(typeof document?.['start'] === 'string' ? document['start'] : undefined)
          return publishDate === undefined && start !== undefined && start > new Date()
            ? say({
                ko: '공개 날짜가 없어서 발표가 시작할 때까지 보이지 않습니다. 미리 알리려면 오늘 날짜를 넣어 주세요.',
                en: 'Without a publish date the page is hidden until the talk starts. To announce it, set today’s date.',
              })
            : true
        })
        .warning(),
  })
}

function expiryDateField(say: Say) {
  return defineField({
    name: 'expiryDate',
    title: say({ko: '공개 종료', en: 'Expiry date'}),
    type: 'datetime',
    description: say({
      ko: '이때부터 사이트에서 사라집니다. 대개 비워 둡니다.',
      en: 'The page disappears from the site at this time. Usually empty.',
    }),
    group: 'publication',
    validation: (rule) =>
      rule.custom((expiryDate, {document}) => {
        const publishDate = readInstant(
          typeof document?.['publishDate'] === 'string' ? document['publishDate'] : undefined,
        )
        const expiry = readInstant(expiryDate)
        return publishDate !== undefined && expiry !== undefined && expiry <= publishDate
          ? say({
              ko: '공개 종료가 공개 날짜보다 빠릅니다. 페이지가 한 번도 보이지 않습니다.',
              en: 'The expiry date is before the publish date, so the page would never be visible.',
            })
          : true
      }),
  })
}

function featuredField(say: Say) {
  return defineField({
    name: 'featured',
    title: say({ko: '추천 발표', en: 'Featured'}),
    type: 'boolean',
    description: say({
      ko: '켜면 첫 화면의 추천 목록에 나옵니다.',
      en: 'When on, the talk appears in the featured list of the home page.',
    }),
    group: 'publication',
    initialValue: false,
  })
}

function wordFields(say: Say) {
  return [
    tagsField(say, {
      name: 'tags',
      title: {ko: '태그', en: 'Tags'},
      description: {
        ko: '페이지 아래에 표시되며, 같은 태그의 글을 모아 보여 줍니다.',
        en: 'Shown at the foot of the page; each leads to everything with that tag.',
      },
      group: 'publication',
    }),
    tagsField(say, {
      name: 'categories',
      title: {ko: '분류', en: 'Categories'},
      description: {
        ko: '태그보다 넓은 갈래입니다. 쓰지 않는 사이트도 많습니다.',
        en: 'Broader than tags. Many sites do not use them.',
      },
      group: 'publication',
    }),
  ]
}

/** An instant without its seconds, as it is written in a file: `2026-11-22T17:05:00Z`. */
function thisMinute(now: Date): string {
  return `${now.toISOString().slice(0, 16)}:00Z`
}
