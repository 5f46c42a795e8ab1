import {defineQuery} from 'groq'
import {visible} from './fragments.ts'

/** The pages that were made from some files of the Hugo site. Parameters: paths, now. */
export const namedPagesQuery = defineQuery(`*[
  _type in ["talk", "author", "project", "slideDeck"] && hugo.path in $paths && defined(slug.current) && (_type != "talk" || ${visible})
] | order(_id asc) {_type, "slug": slug.current, "language": hugo.language, "path": hugo.path, "title": coalesce(title, name)}`)
