import {spokenIn, strings, type Language} from '../language/strings.ts'
import type {Page} from './page.ts'
import {addressLanguage, paths} from './paths.ts'

/** What can be in the way of a page, and what there is to say about it. */
const messages = {
  404: ['notFound', 'notFoundHint'],
  405: ['methodNotAllowed', undefined],
  500: ['broken', 'brokenHint'],
  503: ['unavailable', 'unavailableHint'],
} as const

export type MessageStatus = keyof typeof messages

/**
 * A page that says what is in the way, and what to do.
 *
 * @param asked the language of the address, if it names one of the site's
 */
export function messagePage(status: MessageStatus, language: Language, asked?: string): Page {
  const other = addressLanguage(asked, language)
  const spoken = spokenIn(other, language)
  const words = strings[spoken]
  const [title, hint] = messages[status]
  const home = paths.talksPage(1, other)
  return {
    title: words[title],
    path: home,
    ...(other && {home}),
    ...(spoken === other && {contentLanguage: other}),
    status,
    hidden: true,
    content: (
      <>
        <h1>{words[title]}</h1>
        {hint && <p className="subtitle">{words[hint]}</p>}
        <p>
          <a href={home}>{words.allTalks}</a>
        </p>
      </>
    ),
  }
}
