import {defineQuery} from 'groq'
import {talkCard, visible} from './fragments.ts'

/** The talks with a tag, newest first. Parameters: label, now. */
export const tagQuery = defineQuery(
  `*[${visible} && $label in tags] | order(coalesce(start, "") desc, _id asc) {${talkCard}}`,
)
