import {defineQuery} from 'groq'
import {visible} from './fragments.ts'

/** The talk that stood at one of some addresses before: those are its aliases. Parameters: addresses, now. */
export const formerAddressQuery = defineQuery(
  `*[_type == "talk" && defined(pageSettings.aliases) && ${visible} && count(pageSettings.aliases[@ in $addresses]) > 0]
    | order(_id asc) [0] {"slug": slug.current, "language": hugo.language}`,
)
