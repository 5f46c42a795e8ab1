import {ArrowDownIcon} from '@sanity/icons/ArrowDown'
import {ArrowUpIcon} from '@sanity/icons/ArrowUp'
import {HighlightIcon} from '@sanity/icons/Highlight'
import {LinkIcon} from '@sanity/icons/Link'
import {ListIcon} from '@sanity/icons/List'
import {NumberIcon} from '@sanity/icons/Number'
import {OlistIcon} from '@sanity/icons/Olist'
import {UlistIcon} from '@sanity/icons/Ulist'
import {defineArrayMember, defineField} from '@sanity/types'
import {urlField} from '../fields/urlField.ts'
import type {Say} from '../text/say.ts'

/** Objects that stand inside any line of text. */
const INLINE_TYPES = ['inlineMath', 'inlineImage', 'icon', 'inlineShortcode', 'inlineHtml', 'inlineMarkdown']

/** Objects that need a whole page around their line. */
const PAGE_TYPES = ['footnoteReference']

/** Objects that need a list around their line. */
const LIST_TYPES = ['listStart']

/** Paragraphs, headings, quotes and lists with every mark and inline object that a talk's text may have. */
export function textBlock(say: Say) {
  return defineArrayMember({
    type: 'block',
    title: say({ko: '글', en: 'Text'}),
    styles: styles(say),
    lists: lists(say),
    marks: {decorators: decorators(say), annotations: [linkAnnotation(say)]},
    of: members([...INLINE_TYPES, ...PAGE_TYPES, ...LIST_TYPES]),
  })
}

/** One line of text: captions, and table cells, which can refer to the page's footnotes. */
export function inlineTextBlock(say: Say, place: 'alone' | 'page' = 'alone') {
  return defineArrayMember({
    type: 'block',
    title: say({ko: '글', en: 'Text'}),
    styles: [{value: 'normal', title: say({ko: '본문', en: 'Normal'})}],
    lists: [],
    marks: {decorators: decorators(say), annotations: [linkAnnotation(say)]},
    of: members(place === 'page' ? [...INLINE_TYPES, ...PAGE_TYPES] : INLINE_TYPES),
  })
}

function members(types: readonly string[]) {
  return types.map((type) => defineArrayMember({type}))
}

function lists(say: Say) {
  return [
    {value: 'bullet', title: say({ko: '글머리표', en: 'Bulleted list'}), icon: UlistIcon},
    {value: 'number', title: say({ko: '번호 매기기', en: 'Numbered list'}), icon: OlistIcon},
    {value: 'looseBullet', title: say({ko: '글머리표, 넓은 줄 간격', en: 'Bulleted list with space'}), icon: ListIcon},
    {value: 'looseNumber', title: say({ko: '번호, 넓은 줄 간격', en: 'Numbered list with space'}), icon: NumberIcon},
  ]
}

function styles(say: Say) {
  const heading = (level: number) => ({value: `h${level}`, title: say({ko: `제목 ${level}`, en: `Heading ${level}`})})
  return [
    {value: 'normal', title: say({ko: '본문', en: 'Normal'})},
    ...[1, 2, 3, 4, 5, 6].map(heading),
    {value: 'blockquote', title: say({ko: '인용', en: 'Quote'})},
  ]
}

function decorators(say: Say) {
  return [
    {value: 'strong', title: say({ko: '굵게', en: 'Bold'})},
    {value: 'em', title: say({ko: '기울임', en: 'Italic'})},
    {value: 'code', title: say({ko: '코드', en: 'Code'})},
    {value: 'strike-through', title: say({ko: '취소선', en: 'Strikethrough'})},
    {value: 'underline', title: say({ko: '밑줄', en: 'Underline'})},
    {value: 'highlight', title: say({ko: '형광펜', en: 'Highlight'}), icon: HighlightIcon},
    {value: 'subscript', title: say({ko: '아래 첨자', en: 'Subscript'}), icon: ArrowDownIcon},
    {value: 'superscript', title: say({ko: '위 첨자', en: 'Superscript'}), icon: ArrowUpIcon},
  ]
}

function linkAnnotation(say: Say) {
  return {
    name: 'link',
    title: say({ko: '링크', en: 'Link'}),
    type: 'object' as const,
    icon: LinkIcon,
    fields: [
      urlField(say, {
        name: 'href',
        title: {ko: '주소', en: 'Address'},
        description: {
          ko: 'https:// 주소, 사이트 안의 경로(/talk/), 또는 메일 주소(mailto:)입니다.',
          en: 'An https:// address, a path on this site (/talk/) or mailto:.',
        },
        required: true,
      }),
      defineField({
        name: 'title',
        title: say({ko: '풍선 도움말', en: 'Tooltip'}),
        type: 'string',
        description: say({ko: '링크에 마우스를 올리면 보입니다.', en: 'Shown when the pointer rests on the link.'}),
      }),
    ],
  }
}
