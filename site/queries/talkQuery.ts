import {defineQuery} from 'groq'
import {files, inLanguage, person, visible} from './fragments.ts'

/** One talk, with everything that its page shows. Parameters: slug, now, language. */
export const talkQuery = defineQuery(`*[${visible} && slug.current == $slug] | ${inLanguage} [0] {
  _id, _updatedAt, title, subtitle, "slug": slug.current, "language": hugo.language, event, location, address,
  start, end, allDay, timeZone, endTimeZone, publishDate,
  authors[]{_key, "note": ^.authorNotes[authorId == ^._ref][0].note, "author": @->{${person}}},
  tags, categories, image, links, summary, abstract, body, pageSettings, ${files},
  "slides": slides->{_id, title, "slug": slug.current, "language": hugo.language},
  projects[]->{_id, title, "slug": slug.current, "language": hugo.language},
  "translations": *[${visible} && slug.current == $slug && defined(hugo.language) && _id != ^._id]
    | order(hugo.language asc, _id asc) {_id, title, "language": hugo.language}
}`)
