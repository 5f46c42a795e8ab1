import {defineQuery} from 'groq'
import {listed, talkCard} from './fragments.ts'

/** One page of the talks with a tag, newest first, and how many there are. Parameters: label, now, from, to, language. */
export const tagQuery = defineQuery(`{
  "talks": *[${listed} && $label in tags] | order(coalesce(start, "") desc, _id asc) [$from...$to] {${talkCard}},
  "count": count(*[${listed} && $label in tags])
}`)
