import {PresentationIcon} from '@sanity/icons/Presentation'
import {defineField, defineType} from '@sanity/types'
import {authorNotesField} from '../fields/authorNotesField.ts'
import {authorsField} from '../fields/authorsField.ts'
import {hugoField} from '../fields/hugoField.ts'
import type {Say} from '../text/say.ts'
import {talkContentFields} from './talkContentFields.ts'
import {talkGroups} from './talkGroups.ts'
import {talkMediaFields} from './talkMediaFields.ts'
import {talkPlaceFields} from './talkPlaceFields.ts'
import {describeTalk, TALK_PREVIEW_FIELDS} from './talkPreview.ts'
import {talkPublicationFields} from './talkPublicationFields.ts'
import {talkTimeFields} from './talkTimeFields.ts'

/** A talk: the theme's `event` (before: `talk`) page. */
export function talk(say: Say) {
  return defineType({
    name: 'talk',
    title: say({ko: '발표', en: 'Talk'}),
    type: 'document',
    icon: PresentationIcon,
    description: say({
      ko: '컨퍼런스나 모임에서 하는 발표입니다.',
      en: 'A talk given at a conference, meetup or seminar.',
    }),
    groups: talkGroups(say),
    orderings: orderings(say),
    fields: [
      ...talkContentFields(say),
      ...talkTimeFields(say),
      ...talkPlaceFields(say),
      authorsField(say, {
        title: {ko: '발표자', en: 'Speakers'},
        description: {
          ko: '이 순서대로 표시됩니다. 사람마다 짧은 메모를 붙일 수 있습니다(예: 공동 발표).',
          en: 'Shown in this order. Each person may carry a short note, e.g. Equal contribution.',
        },
        group: 'people',
      }),
      authorNotesField(say),
      ...talkMediaFields(say),
      ...talkPublicationFields(say),
      pageSettingsField(say),
      hugoField(say),
    ],
    preview: {
      select: TALK_PREVIEW_FIELDS,
      prepare: (selection) => ({
        title: selection.title ?? say({ko: '제목 없는 발표', en: 'Talk without a title'}),
        subtitle: describeTalk(selection, new Date(), say),
        media: selection.image?.asset === undefined ? PresentationIcon : selection.image,
      }),
    },
  })
}

function pageSettingsField(say: Say) {
  return defineField({
    name: 'pageSettings',
    title: say({ko: '페이지 설정', en: 'Page settings'}),
    type: 'pageSettings',
    description: say({
      ko: '이 페이지에만 적용됩니다. 건드리지 않은 설정은 사이트의 기본값을 따릅니다.',
      en: 'For this page only. Whatever you leave alone follows the site’s defaults.',
    }),
    group: 'page',
  })
}

function orderings(say: Say) {
  return [
    {
      name: 'startDesc',
      title: say({ko: '발표 날짜, 최근 것부터', en: 'Date, newest first'}),
      by: [{field: 'start', direction: 'desc' as const}],
    },
    {
      name: 'startAsc',
      title: say({ko: '발표 날짜, 오래된 것부터', en: 'Date, oldest first'}),
      by: [{field: 'start', direction: 'asc' as const}],
    },
    {name: 'title', title: say({ko: '제목', en: 'Title'}), by: [{field: 'title', direction: 'asc' as const}]},
  ]
}
