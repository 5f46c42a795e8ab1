import {defineQuery} from 'groq'
import {files, inLanguage, listed, talkCard, translations} from './fragments.ts'

/** A slide deck and the talks that show it. Parameters: slug, now, language. */
export const slideDeckQuery = defineQuery(`*[_type == "slideDeck" && slug.current == $slug] | ${inLanguage} [0] {
  _id, title, "slug": slug.current, "language": hugo.language, summary, markdown, ${files}, ${translations},
  "talks": *[${listed} && ^._id == slides._ref] | order(coalesce(start, "") desc, _id asc) {${talkCard}}
}`)
