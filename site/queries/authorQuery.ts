import {defineQuery} from 'groq'
import {person, talkCard, visible} from './fragments.ts'

/** A person and their talks, newest first. Parameters: slug, now. */
export const authorQuery = defineQuery(`*[_type == "author" && slug.current == $slug] | order(_id asc) [0] {
  ${person}, interests, profiles, body,
  "talks": *[${visible} && ^._id in authors[]._ref] | order(coalesce(start, "") desc, _id asc) {${talkCard}}
}`)
