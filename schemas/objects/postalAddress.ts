import {defineField, defineType} from '@sanity/types'
import type {Say, Text} from '../text/say.ts'

const PARTS: ReadonlyArray<{name: string; title: Text; description: Text}> = [
  {
    name: 'street',
    title: {ko: '도로명 주소', en: 'Street'},
    description: {ko: '예: 테헤란로 212', en: 'E.g. 212 Teheran-ro'},
  },
  {name: 'city', title: {ko: '시·군·구', en: 'City'}, description: {ko: '예: 강남구', en: 'E.g. Gangnam-gu'}},
  {
    name: 'region',
    title: {ko: '시·도', en: 'Region'},
    description: {ko: '예: 서울', en: 'State or province, e.g. Seoul'},
  },
  {name: 'postcode', title: {ko: '우편번호', en: 'Postcode'}, description: {ko: '예: 06220', en: 'E.g. 06220'}},
  {
    name: 'country',
    title: {ko: '나라', en: 'Country'},
    description: {
      ko: '예: 대한민국. 주소 형식에 따라 표시되지 않을 수 있습니다.',
      en: 'Some address formats leave it out.',
    },
  },
]

/** Where a talk takes place, as on an envelope. The site shows it under the location's name. */
export function postalAddress(say: Say) {
  return defineType({
    name: 'postalAddress',
    title: say({ko: '주소', en: 'Address'}),
    type: 'object',
    description: say({
      ko: '장소 이름 아래에 표시됩니다. 장소가 비어 있으면 표시되지 않습니다.',
      en: 'Shown under the location. Without a location the site leaves it out.',
    }),
    options: {columns: 2, collapsible: true, collapsed: true},
    fields: PARTS.map(({name, title, description}) =>
      defineField({name, title: say(title), type: 'string', description: say(description)}),
    ),
  })
}
