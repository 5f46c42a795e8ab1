import {defineQuery} from 'groq'
import {inLanguage} from './fragments.ts'

/** Whose site this is: the author marked as its owner. Parameter: language. */
export const siteQuery = defineQuery(
  `*[_type == "author" && owner == true] | ${inLanguage} [0] {name, "slug": slug.current, "language": hugo.language, role}`,
)
