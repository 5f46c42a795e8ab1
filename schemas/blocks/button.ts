import {LaunchIcon} from '@sanity/icons/Launch'
import {defineType} from '@sanity/types'
import {ATTRIBUTES_FIELD, type PlainField, plainField} from '../fields/plainField.ts'
import {urlField} from '../fields/urlField.ts'
import type {Say} from '../text/say.ts'

const STYLE_FIELD: PlainField = {
  name: 'style',
  title: {ko: '모양', en: 'Style'},
  description: {ko: '버튼을 얼마나 눈에 띄게 할지 정합니다.', en: 'Decides how much the button stands out.'},
}

const SHORTCODE_FIELD: PlainField = {
  name: 'shortcode',
  title: {ko: '원본의 숏코드', en: 'Shortcode in the file'},
  description: {ko: 'cta 또는 button. 내보낼 때 쓰입니다.', en: 'cta or button; used by the export.'},
  fromFile: true,
}

/** A large button in the text, with an optional second one. */
export function button(say: Say) {
  return defineType({
    name: 'button',
    title: say({ko: '버튼', en: 'Button'}),
    type: 'object',
    icon: LaunchIcon,
    fields: [...mainFields(say), plainField(say, STYLE_FIELD), ...secondaryFields(say), ...fileFields(say)],
    preview: {
      select: {text: 'text', url: 'url'},
      prepare: ({text, url}: Record<string, string | undefined>) => ({
        title: text ?? say({ko: '이름 없는 버튼', en: 'Button without a text'}),
        subtitle: [say({ko: '버튼', en: 'Button'}), url].filter(Boolean).join(' · '),
      }),
    },
  })
}

function mainFields(say: Say) {
  return [
    plainField(say, {
      name: 'text',
      title: {ko: '버튼 글', en: 'Text'},
      description: {ko: '버튼에 쓰이는 글입니다.', en: 'What the button says.'},
    }),
    urlField(say, {
      name: 'url',
      title: {ko: '주소', en: 'Address'},
      description: {ko: '버튼을 누르면 여는 주소입니다.', en: 'What the button opens.'},
      required: true,
    }),
    plainField(say, {
      name: 'newTab',
      type: 'boolean',
      title: {ko: '새 탭에서 열기', en: 'Open in a new tab'},
      description: {ko: '켜면 방문자가 이 페이지를 떠나지 않습니다.', en: 'When on, visitors keep this page open.'},
    }),
  ]
}

function secondaryFields(say: Say) {
  return [
    plainField(say, {
      name: 'secondaryText',
      title: {ko: '둘째 버튼 글', en: 'Second button’s text'},
      description: {ko: '옆에 작은 버튼을 하나 더 둡니다.', en: 'Puts a smaller button beside the first.'},
    }),
    urlField(say, {
      name: 'secondaryUrl',
      title: {ko: '둘째 버튼 주소', en: 'Second button’s address'},
      description: {ko: '둘째 버튼을 누르면 여는 주소입니다.', en: 'What the second button opens.'},
    }),
  ]
}

function fileFields(say: Say) {
  return [plainField(say, SHORTCODE_FIELD), plainField(say, ATTRIBUTES_FIELD)]
}
