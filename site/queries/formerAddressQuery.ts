import {defineQuery} from 'groq'
import {visible} from './fragments.ts'

/**
 * The document whose page is at one of some addresses on the Hugo site, else the talk that has one of them as an alias, where it
 * stood before. Parameters: addresses, now.
 */
export const formerAddressQuery = defineQuery(`coalesce(
  *[_type in ["talk", "author", "project", "slideDeck"] && hugo.address in $addresses && defined(slug.current) && (_type != "talk" || ${visible})]
    | order(_id asc) [0] {_type, "slug": slug.current, "language": hugo.language},
  *[_type == "talk" && defined(pageSettings.aliases) && ${visible} && count(pageSettings.aliases[@ in $addresses]) > 0]
    | order(_id asc) [0] {_type, "slug": slug.current, "language": hugo.language}
)`)
