import {UserIcon} from '@sanity/icons/User'
import {defineField, defineType} from '@sanity/types'
import {iconPackField} from '../fields/iconPackField.ts'
import {urlField} from '../fields/urlField.ts'
import type {Say} from '../text/say.ts'

/** A person's page elsewhere, shown as an icon. */
export function profileLink(say: Say) {
  return defineType({
    name: 'profileLink',
    title: say({ko: '프로필 링크', en: 'Profile link'}),
    type: 'object',
    icon: UserIcon,
    fields: [
      urlField(say, {
        name: 'url',
        title: {ko: '주소', en: 'Address'},
        description: {
          ko: '예: https://github.com/이름 또는 mailto:이름@example.org',
          en: 'E.g. https://github.com/name or mailto:name@example.org',
        },
        required: true,
      }),
      defineField({
        name: 'label',
        title: say({ko: '이름', en: 'Label'}),
        type: 'string',
        description: say({ko: '아이콘에 마우스를 올리면 보입니다.', en: 'Shown when the pointer rests on the icon.'}),
      }),
      defineField({
        name: 'icon',
        title: say({ko: '아이콘', en: 'Icon'}),
        type: 'string',
        description: say({
          ko: '아이콘 이름입니다. 예: github, envelope',
          en: 'Name of an icon, e.g. github or envelope.',
        }),
      }),
      iconPackField(say),
    ],
    preview: {
      select: {label: 'label', icon: 'icon', url: 'url'},
      prepare: ({label, icon, url}: Record<string, string | undefined>) => ({
        title: label ?? icon ?? url ?? say({ko: '프로필 링크', en: 'Profile link'}),
        ...(url === undefined ? {} : {subtitle: url}),
      }),
    },
  })
}
