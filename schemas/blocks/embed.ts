import {PlayIcon} from '@sanity/icons/Play'
import {defineField, defineType} from '@sanity/types'
import {ATTRIBUTES_FIELD, type PlainField, plainField, SYNTAX_FIELD} from '../fields/plainField.ts'
import {urlField} from '../fields/urlField.ts'
import type {Say} from '../text/say.ts'
import {checkEmbed} from './checkEmbed.ts'

const PROVIDERS: ReadonlyArray<{value: string; title: string}> = [
  {value: 'youtube', title: 'YouTube'},
  {value: 'vimeo', title: 'Vimeo'},
  {value: 'bilibili', title: 'Bilibili'},
  {value: 'gdocs', title: 'Google Docs'},
  {value: 'x', title: 'X'},
  {value: 'gist', title: 'GitHub Gist'},
  {value: 'instagram', title: 'Instagram'},
  {value: 'iframe', title: 'iframe'},
]

const FIELDS: readonly PlainField[] = [
  {
    name: 'id',
    title: {ko: '번호', en: 'ID'},
    description: {
      ko: '주소 대신 쓸 수 있는, 주소 속의 번호입니다. 예: youtu.be/ 뒤의 dQw4w9WgXcQ. Google Docs, X, iframe은 주소가 필요합니다.',
      en: 'Instead of the address: the number or code in it, e.g. what follows youtu.be/. Google Docs, X and iframes need the address.',
    },
  },
  {
    name: 'title',
    title: {ko: '제목', en: 'Title'},
    description: {ko: '화면을 보지 못하는 사람에게 읽어 줍니다.', en: 'Read to people who cannot see the screen.'},
  },
  {
    name: 'start',
    title: {ko: '시작 위치', en: 'Start at'},
    description: {ko: '초 단위로 적습니다. 예: 90', en: 'In seconds, e.g. 90.'},
  },
]

const SHORTCODE_FIELD: PlainField = {
  name: 'shortcode',
  title: {ko: '원본의 숏코드', en: 'Shortcode in the file'},
  description: {
    ko: '서비스 이름과 다를 때만 있습니다. 예: tweet. 내보낼 때 쓰입니다.',
    en: 'Only where it is not the service’s name, e.g. tweet; used by the export.',
  },
  fromFile: true,
}

/** Something of another site inside the page: a video, a document, a post. */
export function embed(say: Say) {
  return defineType({
    name: 'embed',
    title: say({ko: '끼워 넣기', en: 'Embed'}),
    type: 'object',
    icon: PlayIcon,
    fields: [
      defineField({
        name: 'provider',
        title: say({ko: '서비스', en: 'Service'}),
        type: 'string',
        description: say({ko: '어느 사이트의 것인지 고릅니다.', en: 'Which site it comes from.'}),
        options: {list: [...PROVIDERS]},
        initialValue: 'youtube',
        validation: (rule) => rule.required().error(say({ko: '서비스를 골라 주세요.', en: 'Choose the service.'})),
      }),
      urlField(say, {
        name: 'url',
        title: {ko: '주소', en: 'Address'},
        description: {
          ko: '그 사이트에서 복사한 주소를 그대로 붙여 넣으면 됩니다.',
          en: 'Paste it as you copied it from that site.',
        },
      }),
      ...FIELDS.map((field) => plainField(say, field)),
      plainField(say, SYNTAX_FIELD),
      plainField(say, SHORTCODE_FIELD),
      plainField(say, ATTRIBUTES_FIELD),
    ],
    validation: (rule) => [
      rule
        .custom((value) =>
          value === undefined || value['id'] !== undefined || value['url'] !== undefined
            ? true
            : say({ko: '주소나 번호를 넣어 주세요.', en: 'Enter an address or an ID.'}),
        )
        .warning(),
      rule.custom((value) => {
        const problem = checkEmbed(value ?? {})
        return problem === undefined ? true : {message: say(problem.text), path: [problem.field]}
      }),
    ],
    preview: {
      select: {provider: 'provider', id: 'id', url: 'url', title: 'title'},
      prepare: ({provider, id, url, title}: Record<string, string | undefined>) => ({
        title: title ?? url ?? id ?? say({ko: '빈 끼워 넣기', en: 'Empty embed'}),
        subtitle:
          PROVIDERS.find(({value}) => value === provider)?.title ?? provider ?? say({ko: '끼워 넣기', en: 'Embed'}),
      }),
    },
  })
}
