import {defineQuery} from 'groq'
import {talkCard, visible} from './fragments.ts'

/** A project and the talks that name it, newest first. Parameters: slug, now. */
export const projectQuery = defineQuery(`*[_type == "project" && slug.current == $slug] | order(_id asc) [0] {
  _id, title, "slug": slug.current, summary, tags, externalLink, image, links, body,
  "talks": *[${visible} && ^._id in projects[]._ref] | order(coalesce(start, "") desc, _id asc) {${talkCard}}
}`)
