import {defineArrayMember, defineField} from '@sanity/types'
import type {Say, Text} from '../text/say.ts'

interface AuthorsFieldOptions {
  title: Text
  description: Text
  group?: string
}

/** Ordered references to authors; what the theme says beside one (`author_notes`) is in `authorNotes`. */
export function authorsField(say: Say, {title, description, group}: AuthorsFieldOptions) {
  return defineField({
    name: 'authors',
    title: say(title),
    type: 'array',
    description: say(description),
    ...(group === undefined ? {} : {group}),
    of: [defineArrayMember({type: 'reference', to: [{type: 'author'}], title: say({ko: '사람', en: 'Person'})})],
    validation: (rule) =>
      rule
        .custom((authors) => {
          const ids = (authors ?? []).map((author) =>
            typeof author === 'object' && author !== null && '_ref' in author ? author['_ref'] : undefined,
          )
          const repeated = ids.some((id, index) => id !== undefined && ids.indexOf(id) !== index)
          return repeated
            ? say({
                ko: '같은 사람이 두 번 있습니다. 하나를 지워 주세요.',
                en: 'The same person is listed twice. Remove one.',
              })
            : true
        })
        .warning(),
  })
}
