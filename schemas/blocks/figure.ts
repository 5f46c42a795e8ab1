import {ImageIcon} from '@sanity/icons/Image'
import {defineType} from '@sanity/types'
import {hotspotOptions} from '../fields/hotspotOptions.ts'
import {ATTRIBUTES_FIELD, type PlainField, plainField, SYNTAX_FIELD} from '../fields/plainField.ts'
import {urlField} from '../fields/urlField.ts'
import type {Say} from '../text/say.ts'

const TEXTS: readonly PlainField[] = [
  {
    name: 'alt',
    title: {ko: '대체 텍스트', en: 'Alternative text'},
    description: {
      ko: '그림을 보지 못하는 사람에게 읽어 주는 글입니다.',
      en: 'Read to people who cannot see the picture.',
    },
  },
  {
    name: 'caption',
    title: {ko: '설명글', en: 'Caption'},
    description: {
      ko: '그림 아래에 표시됩니다. Markdown을 쓸 수 있습니다.',
      en: 'Shown under the picture. Inline Markdown works.',
    },
  },
]

const LAYOUT: readonly PlainField[] = [
  {
    name: 'title',
    title: {ko: '제목', en: 'Title'},
    description: {ko: '설명글이 없으면 그림 아래에 표시됩니다.', en: 'Shown under a picture that has no caption.'},
  },
  {
    name: 'width',
    title: {ko: '너비', en: 'Width'},
    description: {ko: '예: 400px 또는 50%', en: 'E.g. 400px or 50%.'},
  },
  {name: 'height', title: {ko: '높이', en: 'Height'}, description: {ko: '예: 300px', en: 'E.g. 300px.'}},
  {
    name: 'className',
    title: {ko: 'CSS 클래스', en: 'CSS class'},
    description: {ko: '테마의 스타일을 쓸 때만 필요합니다.', en: 'Only to use a style of the theme.'},
  },
  {
    name: 'id',
    title: {ko: '식별자', en: 'Anchor'},
    description: {ko: '#이름 으로 이 그림에 링크할 수 있습니다.', en: 'Lets a link point here with #name.'},
  },
  {
    name: 'numbered',
    type: 'boolean',
    title: {ko: '번호 붙이기', en: 'Numbered'},
    description: {ko: '설명글 앞에 "그림 1"처럼 번호를 붙입니다.', en: 'Puts “Figure 1” before the caption.'},
  },
]

/** A picture in the text: an uploaded image, or the address of one. */
export function figure(say: Say) {
  return defineType({
    name: 'figure',
    title: say({ko: '그림', en: 'Figure'}),
    type: 'image',
    icon: ImageIcon,
    options: hotspotOptions(say),
    fields: [
      ...TEXTS.map((field) => plainField(say, field)),
      urlField(say, {
        name: 'src',
        title: {ko: '그림 주소', en: 'Picture address'},
        description: {
          ko: '올리는 대신 이미 있는 그림을 쓸 때: 주소 또는 발표 폴더의 파일 이름입니다.',
          en: 'Instead of an upload: the address of a picture, or a file beside the talk.',
        },
      }),
      urlField(say, {
        name: 'link',
        title: {ko: '링크', en: 'Link'},
        description: {ko: '그림을 누르면 여는 주소입니다.', en: 'What a click on the picture opens.'},
      }),
      ...LAYOUT.map((field) => plainField(say, field)),
      plainField(say, SYNTAX_FIELD),
      plainField(say, ATTRIBUTES_FIELD),
    ],
    preview: {
      select: {alt: 'alt', caption: 'caption', src: 'src', asset: 'asset'},
      prepare: ({alt, caption, src, asset}) => ({
        title: [caption, alt, src].find(isText) ?? say({ko: '설명 없는 그림', en: 'Figure without a caption'}),
        // Above a picture Sanity's editor has room for one line; it cuts off the first of two.
        ...(asset ? {} : {subtitle: say({ko: '그림', en: 'Figure'})}),
        media: asset ?? ImageIcon,
      }),
    },
  })
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}
