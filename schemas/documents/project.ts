import {ProjectsIcon} from '@sanity/icons/Projects'
import {defineField, defineType} from '@sanity/types'
import {authorNotesField} from '../fields/authorNotesField.ts'
import {authorsField} from '../fields/authorsField.ts'
import {hugoField} from '../fields/hugoField.ts'
import {imageField} from '../fields/imageField.ts'
import {linksField} from '../fields/linksField.ts'
import {plainField} from '../fields/plainField.ts'
import {slugField} from '../fields/slugField.ts'
import {tagsField} from '../fields/tagsField.ts'
import {urlField} from '../fields/urlField.ts'
import type {Say} from '../text/say.ts'
import {dateField, dateOrderings, datePreviewLine} from './datedDocument.ts'

/** A project that talks belong to. */
export function project(say: Say) {
  return defineType({
    name: 'project',
    title: say({ko: '프로젝트', en: 'Project'}),
    type: 'document',
    icon: ProjectsIcon,
    description: say({ko: '발표와 이어지는 프로젝트입니다.', en: 'A project that talks belong to.'}),
    orderings: dateOrderings(say),
    fields: [
      titleField(say),
      slugField(say, {source: 'title'}),
      plainField(say, {
        name: 'summary',
        type: 'text',
        title: {ko: '한 줄 요약', en: 'Summary'},
        description: {ko: '목록의 카드에 표시됩니다.', en: 'Shown on the project’s card.'},
        rows: 2,
      }),
      dateField(say),
      tagsField(say, {
        name: 'tags',
        title: {ko: '태그', en: 'Tags'},
        description: {ko: '같은 태그의 글을 모아 보여 줍니다.', en: 'Each tag leads to everything with that tag.'},
      }),
      authorsField(say, {
        title: {ko: '함께한 사람', en: 'People'},
        description: {ko: '이 순서대로 표시됩니다.', en: 'Shown in this order.'},
      }),
      authorNotesField(say),
      urlField(say, {
        name: 'externalLink',
        title: {ko: '다른 사이트의 페이지', en: 'Page elsewhere'},
        description: {ko: '목록의 카드가 이 주소를 엽니다.', en: 'The project’s card opens this address.'},
      }),
      imageField(say),
      linksField(say),
      defineField({
        name: 'body',
        title: say({ko: '본문', en: 'Body'}),
        type: 'body',
        description: say({ko: '프로젝트 페이지의 본문입니다.', en: 'The text of the project’s page.'}),
      }),
      hugoField(say),
    ],
    preview: {
      select: {title: 'title', summary: 'summary', date: 'date', image: 'image', spoken: 'hugo.language'},
      prepare: ({title, image, ...about}) => ({
        title: String(title || say({ko: '제목 없는 프로젝트', en: 'Project without a title'})),
        subtitle: datePreviewLine(say, about),
        media: image?.asset === undefined ? ProjectsIcon : image,
      }),
    },
  })
}

function titleField(say: Say) {
  return defineField({
    name: 'title',
    title: say({ko: '제목', en: 'Title'}),
    type: 'string',
    description: say({ko: '페이지와 발표의 버튼에 쓰입니다.', en: 'Heads the page and names the button on a talk.'}),
    validation: (rule) => rule.required().error(say({ko: '제목을 적어 주세요.', en: 'Give the project a title.'})),
  })
}
