import {AsteriskIcon} from '@sanity/icons/Asterisk'
import {defineType} from '@sanity/types'
import {footnoteLabelField} from '../blocks/footnote.ts'
import type {Say} from '../text/say.ts'

/** The mark in the text that leads to a footnote. */
export function footnoteReference(say: Say) {
  return defineType({
    name: 'footnoteReference',
    title: say({ko: '각주 표시', en: 'Footnote mark'}),
    type: 'object',
    icon: AsteriskIcon,
    fields: [footnoteLabelField(say)],
    preview: {
      select: {label: 'label'},
      prepare: ({label}: Record<string, string | undefined>) => ({title: `[${label ?? '?'}]`}),
    },
  })
}
