import {defineQuery} from 'groq'
import {talkCard, visible} from './fragments.ts'

/** A slide deck and the talks that show it. Parameters: slug, now. */
export const slideDeckQuery = defineQuery(`*[_type == "slideDeck" && slug.current == $slug] | order(_id asc) [0] {
  _id, title, "slug": slug.current, summary, markdown,
  "talks": *[${visible} && ^._id == slides._ref] | order(coalesce(start, "") desc, _id asc) {${talkCard}}
}`)
