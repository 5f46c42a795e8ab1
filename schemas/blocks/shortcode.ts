import {TerminalIcon} from '@sanity/icons/Terminal'
import {defineType} from '@sanity/types'
import {type PlainField, plainField} from '../fields/plainField.ts'
import {firstLine} from '../text/firstLine.ts'
import type {Say} from '../text/say.ts'

/** What a shortcode is, on a line of its own or inside a line. */
export const SHORTCODE_FIELDS: readonly PlainField[] = [
  {
    name: 'name',
    title: {ko: '이름', en: 'Name'},
    description: {ko: '숏코드의 이름입니다. 예: gallery', en: 'The shortcode’s name, e.g. gallery.'},
  },
  {
    name: 'source',
    type: 'text',
    title: {ko: '원문', en: 'Source'},
    description: {
      ko: '{{< … >}} 를 포함한 전체입니다. 내보낼 때 그대로 쓰고, Hugo 사이트에서 실행됩니다.',
      en: 'All of it, with {{< … >}}. The export writes it unchanged and the Hugo site runs it.',
    },
    rows: 3,
  },
]

/** A Hugo shortcode without a structured form, kept as written. */
export function shortcode(say: Say) {
  return defineType({
    name: 'shortcode',
    title: say({ko: '숏코드', en: 'Shortcode'}),
    type: 'object',
    icon: TerminalIcon,
    fields: SHORTCODE_FIELDS.map((field) => plainField(say, field)),
    preview: {
      select: {name: 'name', source: 'source'},
      prepare: ({name, source}: Record<string, string | undefined>) => ({
        title: firstLine(source) ?? name ?? say({ko: '빈 숏코드', en: 'Empty shortcode'}),
        subtitle: [say({ko: '숏코드', en: 'Shortcode'}), name].filter(Boolean).join(' · '),
      }),
    },
  })
}
