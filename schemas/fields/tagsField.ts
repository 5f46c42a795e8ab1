import {defineArrayMember, defineField} from '@sanity/types'
import type {Say, Text} from '../text/say.ts'

interface TagsFieldOptions {
  name: string
  title: Text
  description: Text
  group?: string
}

/** Short words typed one by one, shown as tags: tags, categories, interests. */
export function tagsField(say: Say, {name, title, description, group}: TagsFieldOptions) {
  return defineField({
    name,
    title: say(title),
    type: 'array',
    description: say(description),
    ...(group === undefined ? {} : {group}),
    of: [defineArrayMember({type: 'string'})],
    options: {layout: 'tags'},
    validation: (rule) =>
      rule
        .unique()
        .warning(
          say({ko: '같은 낱말이 두 번 있습니다. 하나를 지워 주세요.', en: 'A word is listed twice. Remove one.'}),
        ),
  })
}
