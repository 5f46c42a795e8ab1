import {defineArrayMember, defineField} from '@sanity/types'
import type {Say} from '../text/say.ts'

/**
 * Notes beside some of the `authors`. They are apart, since the hosted Content Lake refuses a reference with attributes of its
 * own ("Key … not allowed in ref"); the Studio's input of a person edits them.
 */
export function authorNotesField(say: Say) {
  return defineField({
    name: 'authorNotes',
    title: say({ko: '사람마다 붙인 메모', en: 'Notes beside people'}),
    type: 'array',
    hidden: true,
    of: [
      defineArrayMember({
        type: 'object',
        name: 'authorNote',
        title: say({ko: '메모', en: 'Note'}),
        fields: [
          defineField({name: 'authorId', title: say({ko: '사람의 ID', en: 'Id of the person'}), type: 'string'}),
          defineField({name: 'note', title: say({ko: '메모', en: 'Note'}), type: 'string'}),
        ],
      }),
    ],
  })
}
