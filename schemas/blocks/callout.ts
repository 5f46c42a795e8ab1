import {InfoOutlineIcon} from '@sanity/icons/InfoOutline'
import {defineField, defineType} from '@sanity/types'
import {type PlainField, plainField, SYNTAX_FIELD} from '../fields/plainField.ts'
import {firstLine} from '../text/firstLine.ts'
import {plainText} from '../text/plainText.ts'
import type {Say} from '../text/say.ts'
import {CALLOUT_KINDS} from './calloutKinds.ts'

const DELIMITER_FIELD: PlainField = {
  name: 'delimiter',
  title: {ko: '원본의 괄호', en: 'Brackets in the file'},
  description: {ko: '숏코드가 {{< … >}} 로 적혀 있으면 < 입니다.', en: 'A < where the shortcode is written {{< … >}}.'},
  fromFile: true,
}

/** A coloured box beside the flow of the text. */
export function callout(say: Say) {
  return defineType({
    name: 'callout',
    title: say({ko: '강조 상자', en: 'Callout'}),
    type: 'object',
    icon: InfoOutlineIcon,
    fields: [
      kindField(say),
      titleField(say),
      contentField(say),
      foldedField(say),
      plainField(say, SYNTAX_FIELD),
      plainField(say, DELIMITER_FIELD),
    ],
    preview: {
      select: {kind: 'kind', title: 'title', content: 'content'},
      prepare: ({kind, title, content}) => {
        const known = typeof kind === 'string' ? CALLOUT_KINDS[kind] : undefined
        const name = known === undefined ? String(kind ?? say({ko: '강조 상자', en: 'Callout'})) : say(known)
        return {title: firstLine(title) ?? firstLine(plainText(content)) ?? name, subtitle: name}
      },
    },
  })
}

function kindField(say: Say) {
  return defineField({
    name: 'kind',
    title: say({ko: '종류', en: 'Kind'}),
    type: 'string',
    description: say({ko: '상자의 색과 아이콘을 정합니다.', en: 'Decides the box’s colour and icon.'}),
    initialValue: 'note',
    validation: (rule) =>
      rule.required().error(say({ko: '상자의 종류를 골라 주세요.', en: 'Choose the kind of callout.'})),
  })
}

function titleField(say: Say) {
  return plainField(say, {
    name: 'title',
    title: {ko: '제목', en: 'Title'},
    description: {ko: '비워 두면 종류의 이름이 쓰입니다.', en: 'When empty, the kind’s name is used.'},
  })
}

function contentField(say: Say) {
  return defineField({
    name: 'content',
    title: say({ko: '내용', en: 'Content'}),
    type: 'blocks',
    description: say({ko: '상자 안의 글입니다.', en: 'The text inside the box.'}),
  })
}

function foldedField(say: Say) {
  return defineField({
    name: 'folded',
    title: say({ko: '접기', en: 'Folding'}),
    type: 'string',
    description: say({
      ko: '방문자가 상자를 접고 펼 수 있게 합니다. 비워 두면 항상 펼쳐져 있습니다.',
      en: 'Lets visitors fold the box. When empty, it is always open.',
    }),
    options: {
      layout: 'radio',
      direction: 'horizontal',
      list: [
        {value: 'open', title: say({ko: '펼쳐진 채로', en: 'Starts open'})},
        {value: 'closed', title: say({ko: '접힌 채로', en: 'Starts closed'})},
      ],
    },
  })
}
