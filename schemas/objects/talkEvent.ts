import {defineField, defineType} from '@sanity/types'
import {urlField} from '../fields/urlField.ts'
import type {Say} from '../text/say.ts'

/** The conference, meetup or seminar at which a talk is given. */
export function talkEvent(say: Say) {
  return defineType({
    name: 'talkEvent',
    title: say({ko: '행사', en: 'Event'}),
    type: 'object',
    description: say({
      ko: '발표가 열리는 행사입니다.',
      en: 'Where the talk is given: a conference, meetup or seminar.',
    }),
    options: {columns: 2},
    fields: [
      defineField({
        name: 'name',
        title: say({ko: '행사 이름', en: 'Event name'}),
        type: 'string',
        description: say({
          ko: '페이지의 "행사" 줄에 표시됩니다. 예: 파이콘 한국 2026',
          en: 'Shown in the page’s Event row, e.g. PyCon Korea 2026.',
        }),
      }),
      urlField(say, {
        name: 'url',
        title: {ko: '행사 웹사이트', en: 'Event website'},
        description: {ko: '행사 이름에 이 링크가 걸립니다.', en: 'The event’s name links here.'},
      }),
    ],
  })
}
