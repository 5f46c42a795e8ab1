import {defineField} from '@sanity/types'
import type {Say} from '../text/say.ts'
import {hotspotOptions} from './hotspotOptions.ts'

/** A page's featured image with caption, alternative text and the theme's display settings. */
export function imageField(say: Say, group?: string) {
  return defineField({
    name: 'image',
    title: say({ko: '대표 이미지', en: 'Featured image'}),
    type: 'image',
    description: say({
      ko: '페이지 위쪽과 목록 카드에 표시됩니다. 초점을 정하면 카드에서 잘릴 때 그 부분이 남습니다.',
      en: 'Shown at the top of the page and on its card in lists. The hotspot is what a cropped card keeps.',
    }),
    ...(group === undefined ? {} : {group}),
    options: hotspotOptions(say),
    fields: [captionField(say), altField(say), previewOnlyField(say), placementField(say)],
  })
}

function captionField(say: Say) {
  return defineField({
    name: 'caption',
    title: say({ko: '설명글', en: 'Caption'}),
    type: 'inlineBlocks',
    description: say({
      ko: '이미지 아래에 표시됩니다. 출처를 밝힐 때는 링크를 걸어 주세요.',
      en: 'Shown with the image. Link the source when you give a credit.',
    }),
  })
}

function altField(say: Say) {
  return defineField({
    name: 'alt',
    title: say({ko: '대체 텍스트', en: 'Alternative text'}),
    type: 'string',
    description: say({
      ko: '이미지를 보지 못하는 사람에게 읽어 주는 글입니다. 무엇이 보이는지 한 문장으로 적어 주세요.',
      en: 'Read to people who cannot see the image. Say in one sentence what it shows.',
    }),
  })
}

function previewOnlyField(say: Say) {
  return defineField({
    name: 'previewOnly',
    title: say({ko: '목록에만 표시', en: 'Lists only'}),
    type: 'boolean',
    description: say({
      ko: '켜면 목록과 공유 미리보기에만 쓰고 페이지에는 표시하지 않습니다.',
      en: 'When on, the image appears in lists and social previews, not on the page itself.',
    }),
  })
}

function placementField(say: Say) {
  return defineField({
    name: 'placement',
    title: say({ko: '너비', en: 'Width'}),
    type: 'number',
    description: say({ko: '페이지에서 이미지가 차지하는 너비입니다.', en: 'How wide the image is on the page.'}),
    options: {
      layout: 'radio',
      direction: 'horizontal',
      list: [
        {value: 1, title: say({ko: '본문 너비', en: 'As the text'})},
        {value: 2, title: say({ko: '넓게', en: 'Wide'})},
        {value: 3, title: say({ko: '화면 전체', en: 'Full screen'})},
      ],
    },
  })
}
