import {defineField} from '@sanity/types'
import {checkLinkUrl} from '../text/linkUrl.ts'
import type {Say, Text} from '../text/say.ts'

interface UrlFieldOptions {
  name: string
  title: Text
  description: Text
  group?: string
  required?: boolean
}

/** An address as Hugo Blox accepts it, which is more than Sanity's own `url` type: file names and site paths as well. */
export function urlField(say: Say, {name, title, description, group, required = false}: UrlFieldOptions) {
  return defineField({
    name,
    title: say(title),
    type: 'string',
    description: say(description),
    ...(group === undefined ? {} : {group}),
    validation: (rule) => [
      rule.custom((url) => {
        if (url === undefined || url === '')
          return required ? say({ko: '주소를 넣어 주세요.', en: 'Enter the address.'}) : true
        const problem = checkLinkUrl(url)
        return problem?.level === 'error' ? say(problem.text) : true
      }),
      rule
        .custom((url) => {
          const problem = url === undefined ? undefined : checkLinkUrl(url)
          return problem?.level === 'warning' ? say(problem.text) : true
        })
        .warning(),
    ],
  })
}
