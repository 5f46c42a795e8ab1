import {defineQuery} from 'groq'
import {listed, talkCard} from './fragments.ts'

/** The talks with a tag, newest first. Parameters: label, now, language. */
export const tagQuery = defineQuery(
  `*[${listed} && $label in tags] | order(coalesce(start, "") desc, _id asc) {${talkCard}}`,
)
