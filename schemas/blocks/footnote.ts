import {AsteriskIcon} from '@sanity/icons/Asterisk'
import {defineField, defineType} from '@sanity/types'
import {firstLine} from '../text/firstLine.ts'
import {plainText} from '../text/plainText.ts'
import type {Say} from '../text/say.ts'

/** The text of a footnote; `footnoteReference` marks the place in the text. */
export function footnote(say: Say) {
  return defineType({
    name: 'footnote',
    title: say({ko: '각주', en: 'Footnote'}),
    type: 'object',
    icon: AsteriskIcon,
    fields: [
      footnoteLabelField(say),
      defineField({
        name: 'content',
        title: say({ko: '내용', en: 'Content'}),
        type: 'blocks',
        description: say({ko: '페이지 아래에 표시됩니다.', en: 'Shown at the foot of the page.'}),
      }),
    ],
    preview: {
      select: {label: 'label', content: 'content'},
      prepare: ({label, content}) => ({
        title: firstLine(plainText(content)) ?? say({ko: '빈 각주', en: 'Empty footnote'}),
        subtitle: `${say({ko: '각주', en: 'Footnote'})} ${String(label ?? '?')}`,
      }),
    },
  })
}

/** The name that ties a footnote to its mark in the text. */
export function footnoteLabelField(say: Say) {
  return defineField({
    name: 'label',
    title: say({ko: '이름', en: 'Label'}),
    type: 'string',
    description: say({
      ko: '본문의 각주 표시와 각주를 잇는 이름입니다. 둘이 같아야 합니다. 예: 1, 참고',
      en: 'Ties the mark in the text to its footnote: both need the same label, e.g. 1 or note.',
    }),
    validation: (rule) => [
      rule.required().error(say({ko: '이름을 적어 주세요.', en: 'Enter a label.'})),
      rule
        .custom((label) =>
          label !== undefined && /[\s\]]/.test(label)
            ? say({ko: '이름에 빈칸이나 ] 를 쓸 수 없습니다.', en: 'A label cannot contain spaces or ].'})
            : true,
        )
        .error(),
    ],
  })
}
