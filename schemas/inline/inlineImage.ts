import {ImageIcon} from '@sanity/icons/Image'
import {defineType} from '@sanity/types'
import {plainField} from '../fields/plainField.ts'
import {urlField} from '../fields/urlField.ts'
import type {Say} from '../text/say.ts'

/** A small picture inside a line of text. */
export function inlineImage(say: Say) {
  return defineType({
    name: 'inlineImage',
    title: say({ko: '줄 안 그림', en: 'Inline picture'}),
    type: 'image',
    icon: ImageIcon,
    fields: [
      urlField(say, {
        name: 'src',
        title: {ko: '그림 주소', en: 'Picture address'},
        description: {
          ko: '올리는 대신: 주소 또는 발표 폴더의 파일 이름입니다.',
          en: 'Instead of an upload: an address, or a file beside the talk.',
        },
      }),
      plainField(say, {
        name: 'alt',
        title: {ko: '대체 텍스트', en: 'Alternative text'},
        description: {ko: '그림을 보지 못하는 사람에게 읽어 줍니다.', en: 'Read to people who cannot see the picture.'},
      }),
      plainField(say, {
        name: 'title',
        title: {ko: '설명글', en: 'Caption'},
        description: {ko: '그림 아래에 표시됩니다.', en: 'Shown under the picture.'},
      }),
    ],
    preview: {
      select: {alt: 'alt', src: 'src', asset: 'asset'},
      prepare: ({alt, src, asset}) => ({
        title: String(alt || src || say({ko: '그림', en: 'Picture'})),
        media: asset ?? ImageIcon,
      }),
    },
  })
}
