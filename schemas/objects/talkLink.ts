import {CodeIcon} from '@sanity/icons/Code'
import {DatabaseIcon} from '@sanity/icons/Database'
import {DocumentPdfIcon} from '@sanity/icons/DocumentPdf'
import {LinkIcon} from '@sanity/icons/Link'
import {PresentationIcon} from '@sanity/icons/Presentation'
import {ProjectsIcon} from '@sanity/icons/Projects'
import {VideoIcon} from '@sanity/icons/Video'
import {defineField, defineType} from '@sanity/types'
import {iconPackField} from '../fields/iconPackField.ts'
import {urlField} from '../fields/urlField.ts'
import type {Say} from '../text/say.ts'
import {isLinkKind, LINK_KINDS} from './linkKinds.ts'

const ICONS = {
  preprint: DocumentPdfIcon,
  pdf: DocumentPdfIcon,
  code: CodeIcon,
  dataset: DatabaseIcon,
  project: ProjectsIcon,
  poster: DocumentPdfIcon,
  slides: PresentationIcon,
  video: VideoIcon,
  source: LinkIcon,
  custom: LinkIcon,
} satisfies Record<keyof typeof LINK_KINDS, unknown>

/** One button of a page: `url_code`, `url_slides` … and `links[]` of the front matter alike. */
export function talkLink(say: Say) {
  return defineType({
    name: 'talkLink',
    title: say({ko: '링크', en: 'Link'}),
    type: 'object',
    icon: LinkIcon,
    fields: [kindField(say), addressField(say), fileField(say), ...customFields(say)],
    validation: (rule) =>
      rule.custom((link) =>
        link === undefined || link['url'] !== undefined || link['file'] !== undefined
          ? true
          : say({ko: '주소를 넣거나 파일을 올려 주세요.', en: 'Enter an address or upload a file.'}),
      ),
    preview: {
      select: {kind: 'kind', label: 'label', url: 'url', file: 'file.asset.originalFilename'},
      prepare: ({kind, label, url, file}: Record<string, string | undefined>) => {
        const known = isLinkKind(kind) ? kind : 'custom'
        const name = say(LINK_KINDS[known])
        return {title: label ?? name, subtitle: url ?? file ?? name, media: ICONS[known]}
      },
    },
  })
}

function kindField(say: Say) {
  return defineField({
    name: 'kind',
    title: say({ko: '종류', en: 'Kind'}),
    type: 'string',
    description: say({
      ko: '버튼의 이름을 정합니다. 목록에 없으면 "직접 입력"을 고르고 이름을 적어 주세요.',
      en: 'Decides what the button says. Choose Custom to write your own label.',
    }),
    options: {list: Object.entries(LINK_KINDS).map(([value, text]) => ({value, title: say(text)}))},
    initialValue: 'slides',
    validation: (rule) =>
      rule.required().error(say({ko: '링크의 종류를 골라 주세요.', en: 'Choose the kind of link.'})),
  })
}

function addressField(say: Say) {
  return urlField(say, {
    name: 'url',
    title: {ko: '주소', en: 'Address'},
    description: {
      ko: 'https:// 로 시작하는 주소, 사이트 안의 경로(/uploads/a.pdf), 또는 발표 폴더 안의 파일 이름(slides.pdf)입니다.',
      en: 'An https:// address, a path on this site (/uploads/a.pdf), or a file beside the talk (slides.pdf).',
    },
  })
}

function fileField(say: Say) {
  return defineField({
    name: 'file',
    title: say({ko: '파일', en: 'File'}),
    type: 'file',
    description: say({
      ko: '주소 대신 파일을 올리면 버튼이 그 파일을 엽니다.',
      en: 'Upload a file instead of giving an address; the button opens it.',
    }),
  })
}

function customFields(say: Say) {
  const onlyCustom = ({parent, value}: {parent?: {kind?: string}; value?: unknown}) =>
    parent?.kind !== 'custom' && value === undefined
  return [
    defineField({
      name: 'label',
      title: say({ko: '버튼 이름', en: 'Label'}),
      type: 'string',
      description: say({ko: '버튼에 쓰이는 글입니다. 예: 후기', en: 'What the button says, e.g. Write-up.'}),
      hidden: onlyCustom,
    }),
    defineField({
      name: 'icon',
      title: say({ko: '아이콘', en: 'Icon'}),
      type: 'string',
      description: say({ko: '아이콘 이름입니다. 예: twitter, github', en: 'Name of an icon, e.g. twitter or github.'}),
      hidden: onlyCustom,
    }),
    iconPackField(say, {hidden: onlyCustom}),
    defineField({
      name: 'linkType',
      title: say({ko: '원본의 링크 유형', en: 'Link type in the file'}),
      type: 'string',
      description: say({
        ko: '가져온 파일에 적힌 유형이며 내보낼 때 그대로 쓰입니다.',
        en: 'The type written in the imported file; the export writes it back.',
      }),
      readOnly: true,
      hidden: ({value}) => value === undefined,
    }),
  ]
}
