import {RemoveIcon} from '@sanity/icons/Remove'
import {defineArrayMember, defineField, defineType} from '@sanity/types'
import type {Say} from '../text/say.ts'
import {cellTexts} from './table.ts'

/** One row of a table. */
export function tableRow(say: Say) {
  return defineType({
    name: 'tableRow',
    title: say({ko: '줄', en: 'Row'}),
    type: 'object',
    icon: RemoveIcon,
    fields: [
      defineField({
        name: 'cells',
        title: say({ko: '칸', en: 'Cells'}),
        type: 'array',
        description: say({ko: '왼쪽에서 오른쪽으로.', en: 'From left to right.'}),
        of: [defineArrayMember({type: 'tableCell'})],
      }),
    ],
    preview: {
      select: {cells: 'cells'},
      prepare: ({cells}) => ({
        title:
          cellTexts({cells})
            .filter((text) => text !== '')
            .join(' | ') || say({ko: '빈 줄', en: 'Empty row'}),
      }),
    },
  })
}
