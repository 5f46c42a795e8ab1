import {defineQuery} from 'groq'
import {listed, notOver, talkCard} from './fragments.ts'

/** The list page: everything ahead, and one page of what is past, newest first. Parameters: now, dayAgo, from, to, language. */
export const talkListQuery = defineQuery(`{
  "upcoming": *[${listed} && ${notOver}] | order(start asc, _id asc) {${talkCard}},
  "past": *[${listed} && !${notOver}] | order(coalesce(start, "") desc, _id asc) [$from...$to] {${talkCard}},
  "pastCount": count(*[${listed} && !${notOver}])
}`)
