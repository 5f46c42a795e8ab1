import {defineQuery} from 'groq'
import {files, inLanguage, listed, talkCard, translations} from './fragments.ts'

/** A project and the talks that name it, newest first. Parameters: slug, now, language. */
export const projectQuery = defineQuery(`*[_type == "project" && slug.current == $slug] | ${inLanguage} [0] {
  _id, title, "slug": slug.current, "language": hugo.language, summary, tags, externalLink, image, links, body, ${files}, ${translations},
  "talks": *[${listed} && ^._id in projects[]._ref] | order(coalesce(start, "") desc, _id asc) {${talkCard}}
}`)
