import {SyncIcon} from '@sanity/icons/Sync'
import {defineField, defineType} from '@sanity/types'
import type {Say} from '../text/say.ts'

/** The name of the one type that nobody edits: lists, search and the menu of new documents leave it out. */
export const SYNC_RECORD = 'lecternSync'

/** What the importer remembers between runs: which files have had a document. */
export function syncRecord(say: Say) {
  return defineType({
    name: SYNC_RECORD,
    title: say({ko: '동기화 기록', en: 'Sync record'}),
    type: 'document',
    icon: SyncIcon,
    description: say({
      ko: '가져오기와 내보내기가 쓰는 기록입니다. 고치지 마세요.',
      en: 'Kept by import and export. Not to be edited.',
    }),
    readOnly: true,
    __experimental_omnisearch_visibility: false,
    fields: [
      defineField({
        name: 'paths',
        title: say({ko: '파일', en: 'Files'}),
        type: 'text',
        description: say({
          ko: '문서가 된 파일의 경로와 그 내용의 해시를 한 줄에 하나씩 적습니다.',
          en: 'Paths of the files that have had a document, one a line, each with a hash of the text that it had last.',
        }),
      }),
      defineField({
        name: 'languages',
        title: say({ko: '언어', en: 'Languages'}),
        type: 'array',
        of: [{type: 'string'}],
        description: say({
          ko: '사이트가 여러 언어일 때, 설정에 있는 언어의 코드입니다. 기본 언어가 맨 앞에 있습니다.',
          en: 'Codes of the languages that the configuration of a site of several has, the default one first.',
        }),
      }),
      defineField({
        name: 'language',
        title: say({ko: '사이트의 언어', en: 'Language of the site'}),
        type: 'string',
        description: say({
          ko: '설정에 적힌 사이트 언어의 코드입니다. 여러 언어일 때는 기본 언어입니다.',
          en: 'Code of the language that the configuration names, of several the default one.',
        }),
      }),
    ],
  })
}
