import {defineField} from '@sanity/types'
import type {Say} from '../text/say.ts'

/** Where a talk is given. */
export function talkPlaceFields(say: Say) {
  return [
    defineField({
      name: 'event',
      title: say({ko: '행사', en: 'Event'}),
      type: 'talkEvent',
      description: say({
        ko: '발표가 열리는 컨퍼런스, 모임, 세미나입니다.',
        en: 'The conference, meetup or seminar where the talk is given.',
      }),
      group: 'when',
    }),
    defineField({
      name: 'location',
      title: say({ko: '장소', en: 'Location'}),
      type: 'string',
      description: say({
        ko: '건물이나 도시의 이름, 또는 "온라인"입니다. 날짜 옆에 표시됩니다.',
        en: 'The venue or city, or “Online”. Shown next to the dates.',
      }),
      group: 'when',
    }),
    defineField({
      name: 'address',
      title: say({ko: '주소', en: 'Address'}),
      type: 'postalAddress',
      description: say({
        ko: '장소 아래에 표시됩니다. 장소가 비어 있으면 표시되지 않습니다.',
        en: 'Shown under the location; without a location it is left out.',
      }),
      group: 'when',
    }),
  ]
}
