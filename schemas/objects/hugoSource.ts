import {DocumentTextIcon} from '@sanity/icons/DocumentText'
import {defineArrayMember, defineField, defineType} from '@sanity/types'
import type {Say, Text} from '../text/say.ts'

const FIELDS: ReadonlyArray<{name: string; type: 'string' | 'text' | 'boolean'; title: Text; description: Text}> = [
  {
    name: 'path',
    type: 'string',
    title: {ko: '파일', en: 'File'},
    description: {ko: '사이트 폴더 안의 경로입니다.', en: 'Path inside the site’s folder.'},
  },
  {
    name: 'dialect',
    type: 'string',
    title: {ko: '테마 세대', en: 'Theme generation'},
    description: {ko: 'academic2, academic4, wowchemy 또는 kit.', en: 'academic2, academic4, wowchemy or kit.'},
  },
  {
    name: 'format',
    type: 'string',
    title: {ko: '앞머리 형식', en: 'Front matter format'},
    description: {ko: 'yaml, toml 또는 json.', en: 'yaml, toml or json.'},
  },
  {
    name: 'language',
    type: 'string',
    title: {ko: '언어', en: 'Language'},
    description: {ko: '여러 언어 사이트에서 이 파일의 언어입니다.', en: 'The file’s language on a multilingual site.'},
  },
  {
    name: 'source',
    type: 'text',
    title: {ko: '원본', en: 'Source'},
    description: {ko: '가져온 파일의 전체 내용입니다.', en: 'The whole file as imported.'},
  },
  {
    name: 'fingerprint',
    type: 'text',
    title: {ko: '지문', en: 'Fingerprint'},
    description: {
      ko: '가져온 값의 해시(JSON)입니다. 무엇이 편집되었는지 알려 줍니다.',
      en: 'Hashes (JSON) of the imported values: they tell what was edited.',
    },
  },
  {
    name: 'address',
    type: 'string',
    title: {ko: '주소', en: 'Address'},
    description: {ko: 'Hugo 사이트에서 이 페이지의 주소입니다.', en: 'Where the Hugo site has this page.'},
  },
  {
    name: 'unknown',
    type: 'text',
    title: {ko: '알 수 없는 항목', en: 'Unknown keys'},
    description: {
      ko: '대응하는 입력란이 없는 앞머리 항목(JSON)입니다.',
      en: 'Front matter (JSON) for which there is no field.',
    },
  },
  {
    name: 'bom',
    type: 'boolean',
    title: {ko: '바이트 순서 표시', en: 'Byte order mark'},
    description: {ko: '파일이 BOM으로 시작했는지 여부입니다.', en: 'Whether the file began with one.'},
  },
]

/** The file a document was imported from, so that an unedited document exports byte for byte. Hidden from editors. */
export function hugoSource(say: Say) {
  return defineType({
    name: 'hugoSource',
    title: say({ko: 'Hugo 원본', en: 'Hugo source'}),
    type: 'object',
    icon: DocumentTextIcon,
    fields: [
      ...FIELDS.map(({name, type, title, description}) =>
        defineField({name, type, title: say(title), description: say(description), readOnly: true}),
      ),
      filesField(say),
    ],
  })
}

function filesField(say: Say) {
  return defineField({
    name: 'files',
    title: say({ko: '파일', en: 'Files'}),
    type: 'array',
    description: say({ko: '글에 이름이 나오는 사이트의 파일입니다.', en: 'The files of the site that the text names.'}),
    readOnly: true,
    of: [
      defineArrayMember({
        type: 'file',
        fields: [defineField({name: 'name', title: say({ko: '이름', en: 'Name'}), type: 'string'})],
      }),
    ],
  })
}
