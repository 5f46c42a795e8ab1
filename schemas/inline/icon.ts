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
        title: {ko: '모음', en: 'Pack'},
        description: {
          ko: 'fas(기본), fab(상표), far(윤곽), ai(학술)',
          en: 'fas (default), fab (brands), far (outline) or ai (academic)',
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
