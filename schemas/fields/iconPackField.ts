import {type StringDefinition, defineField} from '@sanity/types'
import type {Say} from '../text/say.ts'

/** The set that the icon of a link belongs to. */
export function iconPackField(say: Say, more: Pick<StringDefinition, 'hidden'> = {}) {
  return defineField({
    name: 'iconPack',
    title: say({ko: '아이콘 모음', en: 'Icon pack'}),
    type: 'string',
    description: say({
      ko: '아이콘이 들어 있는 모음입니다. 회사나 서비스의 아이콘은 상표에 있습니다.',
      en: 'The set the icon belongs to. Those of companies and services are brands.',
    }),
    ...more,
  })
}
