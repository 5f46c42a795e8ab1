import {defineQuery} from 'groq'
import {listed} from './fragments.ts'

/** The newest talks of a language for a feed, but for those that search engines may not list. Parameters: now, language. */
export const feedQuery = defineQuery(`*[${listed} && pageSettings.private != true]
  | order(coalesce(start, "") desc, _id asc) [0...50] {
    _id, _updatedAt, title, "slug": slug.current, "language": hugo.language, start, publishDate, summary, abstract, body
  }`)
