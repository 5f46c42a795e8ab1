import {defineQuery} from 'groq'
import {notOver, talkCard, visible} from './fragments.ts'

/** The list page: everything ahead, and one page of what is past, newest first. Parameters: now, dayAgo, from, to. */
export const talkListQuery = defineQuery(`{
  "upcoming": *[${visible} && ${notOver}] | order(start asc, _id asc) {${talkCard}},
  "past": *[${visible} && !${notOver}] | order(coalesce(start, "") desc, _id asc) [$from...$to] {${talkCard}},
  "pastCount": count(*[${visible} && !${notOver}])
}`)
