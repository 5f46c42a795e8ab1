import {defineQuery} from 'groq'
import {person, visible} from './fragments.ts'

/** One talk, with everything that its page shows. Parameters: slug, now. */
export const talkQuery = defineQuery(`*[${visible} && slug.current == $slug] | order(_id asc) [0] {
  _id, _updatedAt, title, subtitle, "slug": slug.current, event, location, address,
  start, end, allDay, timeZone, endTimeZone, publishDate,
  authors[]{_key, note, "author": @->{${person}}},
  tags, categories, image, links, summary, abstract, body, pageSettings,
  "slides": slides->{_id, title, "slug": slug.current},
  projects[]->{_id, title, "slug": slug.current}
}`)
