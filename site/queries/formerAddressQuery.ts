import {defineQuery} from 'groq'
import {visible} from './fragments.ts'

/**
 * The document whose page is at one of some addresses on the Hugo site, and the talks that have one of some aliases, where they
 * stood before. Parameters: addresses, aliases, now.
 */
export const formerAddressQuery = defineQuery(`{
  "page": *[_type in ["talk", "author", "project", "slideDeck"] && hugo.address in $addresses && defined(slug.current) && (_type != "talk" || ${visible})]
    | order(_id asc) [0] {_type, "slug": slug.current, "language": hugo.language},
  "aliased": *[_type == "talk" && count(pageSettings.aliases[@ in $aliases]) > 0 && ${visible}]
    | order(_id asc) [0...100] {_type, "slug": slug.current, "language": hugo.language, "aliases": pageSettings.aliases, "address": hugo.address}
}`)
