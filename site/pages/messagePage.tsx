import {strings, type Language} from '../language/strings.ts'
import type {Page} from './page.ts'
import {paths} from './paths.ts'

/** What can be in the way of a page, and what there is to say about it. */
const messages = {
  404: ['notFound', 'notFoundHint'],
  405: ['methodNotAllowed', undefined],
  500: ['broken', 'brokenHint'],
  503: ['unavailable', 'unavailableHint'],
} as const

export type MessageStatus = keyof typeof messages

/** A page that says what is in the way, and what to do. */
export function messagePage(status: MessageStatus, language: Language): Page {
  const words = strings[language]
  const [title, hint] = messages[status]
  return {
    title: words[title],
    path: paths.talks,
    status,
    hidden: true,
    content: (
      <>
        <h1>{words[title]}</h1>
        {hint && <p className="subtitle">{words[hint]}</p>}
        <p>
          <a href={paths.talks}>{words.allTalks}</a>
        </p>
      </>
    ),
  }
}
