import {TerminalIcon} from '@sanity/icons/Terminal'
import {defineType} from '@sanity/types'
import {SHORTCODE_FIELDS} from '../blocks/shortcode.ts'
import {plainField} from '../fields/plainField.ts'
import {firstLine} from '../text/firstLine.ts'
import type {Say} from '../text/say.ts'

/** A Hugo shortcode inside a line of text, kept as written. */
export function inlineShortcode(say: Say) {
  return defineType({
    name: 'inlineShortcode',
    title: say({ko: '줄 안 숏코드', en: 'Inline shortcode'}),
    type: 'object',
    icon: TerminalIcon,
    fields: SHORTCODE_FIELDS.map((field) => plainField(say, field)),
    preview: {
      select: {name: 'name', source: 'source'},
      prepare: ({name, source}: Record<string, string | undefined>) => ({
        title: name ?? firstLine(source) ?? say({ko: '빈 숏코드', en: 'Empty shortcode'}),
      }),
    },
  })
}
