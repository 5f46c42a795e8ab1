import {defineField} from '@sanity/types'
import type {Say} from '../text/say.ts'

/** Where a document came from: the text of its Hugo file, kept for a lossless way back. Never shown to editors. */
export function hugoField(say: Say) {
  return defineField({
    name: 'hugo',
    title: say({ko: 'Hugo 원본', en: 'Hugo source'}),
    type: 'hugoSource',
    description: say({
      ko: '가져온 원본 파일입니다. 내보낼 때 쓰이며 편집할 수 없습니다.',
      en: 'The file this was imported from. Used for the export; not editable.',
    }),
    hidden: true,
    readOnly: true,
  })
}
