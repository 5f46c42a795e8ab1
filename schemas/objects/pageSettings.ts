import {CogIcon} from '@sanity/icons/Cog'
import {defineArrayMember, defineField, defineType} from '@sanity/types'
import {urlField} from '../fields/urlField.ts'
import type {Say} from '../text/say.ts'
import {PAGE_SWITCHES} from './pageSwitches.ts'

/** How the theme builds one page. Whatever is not set follows the site's configuration. */
export function pageSettings(say: Say) {
  return defineType({
    name: 'pageSettings',
    title: say({ko: '페이지 설정', en: 'Page settings'}),
    type: 'object',
    icon: CogIcon,
    fields: [
      ...PAGE_SWITCHES.map(({name, title, description}) =>
        defineField({name, title: say(title), type: 'boolean', description: say(description)}),
      ),
      ...addressFields(say),
      weightField(say),
      layoutField(say),
    ],
  })
}

function addressFields(say: Say) {
  return [
    urlField(say, {
      name: 'externalLink',
      title: {ko: '다른 사이트의 페이지', en: 'Page elsewhere'},
      description: {
        ko: '목록의 카드가 이 페이지 대신 이 주소를 엽니다.',
        en: 'The card in lists opens this address instead of the page.',
      },
    }),
    defineField({
      name: 'doi',
      title: say({ko: 'DOI', en: 'DOI'}),
      type: 'string',
      description: say({
        ko: 'doi.org 로 가는 버튼이 생깁니다. 예: 10.5555/12345678',
        en: 'Adds a button to doi.org, e.g. 10.5555/12345678.',
      }),
    }),
    defineField({
      name: 'aliases',
      title: say({ko: '이전 주소', en: 'Former addresses'}),
      type: 'array',
      description: say({
        ko: '이 페이지로 넘어오는 옛 주소입니다. 예: /talk/old-name/',
        en: 'Old addresses that lead to this page, e.g. /talk/old-name/.',
      }),
      of: [defineArrayMember({type: 'string'})],
    }),
  ]
}

function weightField(say: Say) {
  return defineField({
    name: 'weight',
    title: say({ko: '순서 값', en: 'Weight'}),
    type: 'number',
    description: say({
      ko: '값이 작을수록 목록에서 앞에 옵니다.',
      en: 'Smaller numbers come first in lists.',
    }),
    validation: (rule) => rule.integer().error(say({ko: '정수를 넣어 주세요.', en: 'Enter a whole number.'})),
  })
}

function layoutField(say: Say) {
  return defineField({
    name: 'layout',
    title: say({ko: '레이아웃', en: 'Layout'}),
    type: 'string',
    description: say({
      ko: '테마의 다른 레이아웃을 쓸 때만 적어 주세요.',
      en: 'Only to use another layout of the theme.',
    }),
  })
}
