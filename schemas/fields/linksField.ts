import {defineArrayMember, defineField} from '@sanity/types'
import type {Say} from '../text/say.ts'

/** The buttons of a page, in the order in which the theme shows them. */
export function linksField(say: Say, group?: string) {
  return defineField({
    name: 'links',
    title: say({ko: '링크', en: 'Links'}),
    type: 'array',
    description: say({
      ko: '페이지에 버튼으로 표시됩니다: 발표자료, 영상, 코드 등. 끌어서 순서를 바꿀 수 있습니다.',
      en: 'Shown as buttons on the page: slides, video, code and so on. Drag to reorder.',
    }),
    ...(group === undefined ? {} : {group}),
    of: [defineArrayMember({type: 'talkLink'})],
  })
}
