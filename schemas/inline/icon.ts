import {StarIcon} from '@sanity/icons/Star'
import {defineType} from '@sanity/types'
import {plainField} from '../fields/plainField.ts'
import type {Say} from '../text/say.ts'

/** An icon of the theme inside a line of text. */
export function icon(say: Say) {
  return defineType({
    name: 'icon',
    title: say({ko: '아이콘', en: 'Icon'}),
    type: 'object',
    icon: StarIcon,
    fields: [
      plainField(say, {
        name: 'name',
        title: {ko: '이름', en: 'Name'},
        description: {ko: '예: github, terminal', en: 'E.g. github or terminal.'},
      }),
      plainField(say, {
        name: 'pack',
        title: {ko: '아이콘 모음', en: 'Pack'},
        description: {
          ko: '아이콘이 들어 있는 모음입니다. 회사나 서비스의 아이콘은 상표에 있습니다.',
          en: 'The set the icon belongs to. Those of companies and services are brands.',
        },
      }),
    ],
    preview: {
      select: {name: 'name', pack: 'pack'},
      prepare: ({name, pack}: Record<string, string | undefined>) => ({
        title: [pack, name].filter(Boolean).join(' ') || say({ko: '아이콘', en: 'Icon'}),
      }),
    },
  })
}
