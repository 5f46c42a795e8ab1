import {defineQuery} from 'groq'
import {files, inLanguage, listed, person, talkCard, translations} from './fragments.ts'

/** A person and one page of their talks, newest first. Parameters: slug, now, from, to, language. */
export const authorQuery = defineQuery(`*[_type == "author" && slug.current == $slug] | ${inLanguage} [0] {
  ${person}, interests, profiles, body, ${files}, ${translations},
  "talks": *[${listed} && ^._id in authors[]._ref] | order(coalesce(start, "") desc, _id asc) [$from...$to] {${talkCard}},
  "talkCount": count(*[${listed} && ^._id in authors[]._ref])
}`)
