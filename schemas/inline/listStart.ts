import {OlistIcon} from '@sanity/icons/Olist'
import {defineField, defineType} from '@sanity/types'
import type {Say} from '../text/say.ts'

/** At the start of a numbered list's first item: the number that the list begins with. */
export function listStart(say: Say) {
  return defineType({
    name: 'listStart',
    title: say({ko: '목록 시작 번호', en: 'First number of a list'}),
    type: 'object',
    icon: OlistIcon,
    fields: [
      defineField({
        name: 'number',
        title: say({ko: '번호', en: 'Number'}),
        type: 'number',
        description: say({
          ko: '번호 목록의 첫 항목 맨 앞에 두면 목록이 이 번호부터 시작합니다.',
          en: 'At the start of a numbered list’s first item: the list begins with this number.',
        }),
        initialValue: 1,
        validation: (rule) =>
          rule
            .required()
            .integer()
            .min(0)
            .max(999_999_999)
            .error(say({ko: '0 이상의 정수를 적어 주세요.', en: 'Enter a whole number, 0 or more.'})),
      }),
    ],
    preview: {
      select: {number: 'number'},
      prepare: ({number}) => ({title: say({ko: `${String(number ?? '?')}부터`, en: `from ${String(number ?? '?')}`})}),
    },
  })
}
