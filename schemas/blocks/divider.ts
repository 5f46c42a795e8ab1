import {RemoveIcon} from '@sanity/icons/Remove'
import {defineField, defineType} from '@sanity/types'
import type {Say} from '../text/say.ts'

/** A horizontal line between parts of the text. */
export function divider(say: Say) {
  const title = say({ko: '가로줄', en: 'Divider'})
  return defineType({
    name: 'divider',
    title,
    type: 'object',
    icon: RemoveIcon,
    // An object type needs a field; a divider has nothing to say.
    fields: [defineField({name: 'style', type: 'string', title, hidden: true})],
    preview: {prepare: () => ({title})},
  })
}
