import {defineField} from '@sanity/types'
import {slugField} from '../fields/slugField.ts'
import type {Say} from '../text/say.ts'

/** What a talk is about. */
export function talkContentFields(say: Say) {
  return [titleField(say), slugField(say, {source: 'title', group: ['content', 'publication']}), ...textFields(say)]
}

function titleField(say: Say) {
  return defineField({
    name: 'title',
    title: say({ko: '제목', en: 'Title'}),
    type: 'string',
    description: say({
      ko: '페이지와 목록의 제목입니다. 글자 그대로 표시되며 Markdown은 쓸 수 없습니다.',
      en: 'The heading of the page and of its card. Shown as it is, without Markdown.',
    }),
    group: 'content',
    validation: (rule) => rule.required().error(say({ko: '제목을 적어 주세요.', en: 'Give the talk a title.'})),
  })
}

function textFields(say: Say) {
  return [
    defineField({
      name: 'subtitle',
      title: say({ko: '부제', en: 'Subtitle'}),
      type: 'string',
      description: say({
        ko: '제목 아래에 표시됩니다. 새 테마(Kit)는 표시하지 않습니다.',
        en: 'Shown under the title; newer themes (Kit) leave it out.',
      }),
      group: 'content',
    }),
    defineField({
      name: 'summary',
      title: say({ko: '한 줄 요약', en: 'Summary'}),
      type: 'text',
      description: say({
        ko: '목록의 카드와 검색 결과에 표시됩니다. 페이지에는 나오지 않습니다.',
        en: 'Shown on cards and in search results, not on the page itself.',
      }),
      rows: 2,
      group: 'content',
    }),
    defineField({
      name: 'abstract',
      title: say({ko: '초록', en: 'Abstract'}),
      type: 'abstractBlocks',
      description: say({
        ko: '페이지의 본문 위에 "초록"으로 표시됩니다. 요약이 없으면 목록에도 쓰입니다.',
        en: 'Shown above the body as the Abstract, and on cards when there is no summary.',
      }),
      group: 'content',
    }),
    defineField({
      name: 'body',
      title: say({ko: '본문', en: 'Body'}),
      type: 'body',
      description: say({
        ko: '페이지의 본문입니다. 그림, 코드, 표, 영상 등은 도구 막대의 ⋯ 메뉴에서 넣습니다.',
        en: 'The text of the page. The ⋯ menu of the toolbar adds pictures, code, tables, videos and more.',
      }),
      group: 'content',
    }),
  ]
}
