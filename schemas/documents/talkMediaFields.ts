import {defineArrayMember, defineField} from '@sanity/types'
import {imageField} from '../fields/imageField.ts'
import {linksField} from '../fields/linksField.ts'
import type {Say} from '../text/say.ts'

/** What accompanies a talk: picture, buttons, slides, projects. */
export function talkMediaFields(say: Say) {
  return [
    imageField(say, 'media'),
    linksField(say, 'media'),
    defineField({
      name: 'slides',
      title: say({ko: 'Markdown 슬라이드', en: 'Markdown slides'}),
      type: 'reference',
      to: [{type: 'slideDeck'}],
      description: say({
        ko: '이 사이트에서 Markdown으로 만든 슬라이드입니다. 다른 곳의 발표자료는 위의 링크에 넣어 주세요.',
        en: 'A deck written in Markdown on this site. For slides elsewhere, add a link above.',
      }),
      group: 'media',
    }),
    defineField({
      name: 'projects',
      title: say({ko: '프로젝트', en: 'Projects'}),
      type: 'array',
      description: say({
        ko: '발표와 관련된 프로젝트입니다. 페이지에 버튼으로 표시됩니다.',
        en: 'Projects the talk belongs to. Each becomes a button on the page.',
      }),
      group: 'media',
      of: [defineArrayMember({type: 'reference', to: [{type: 'project'}]})],
      validation: (rule) =>
        rule.unique().warning(say({ko: '같은 프로젝트가 두 번 있습니다.', en: 'A project is listed twice.'})),
    }),
  ]
}
