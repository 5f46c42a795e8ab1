import {CalendarIcon} from '@sanity/icons/Calendar'
import {ClockIcon} from '@sanity/icons/Clock'
import {EditIcon} from '@sanity/icons/Edit'
import {StarIcon} from '@sanity/icons/Star'
import type {ComponentType} from 'react'
import type {Text} from '../../schemas/text/say.ts'

/** One list of talks in the Studio's first column. */
export interface TalkList {
  id: string
  title: Text
  icon: ComponentType
  /** GROQ, besides `_type == "talk"`. Parameters: `$now`, and `$dayAgo` 24 hours before it. */
  filter: string
  newestFirst: boolean
}

/** From the end, else the start; an all-day talk lasts the day that begins at that instant. */
const NOT_OVER = '(coalesce(end, start, "") >= $now || allDay == true && coalesce(end, start, "") > $dayAgo)'

/** The lists of talks beside the one of all talks. */
export const TALK_LISTS: readonly TalkList[] = [
  {
    id: 'upcoming',
    title: {ko: '예정된 발표', en: 'Upcoming talks'},
    icon: CalendarIcon,
    filter: NOT_OVER,
    newestFirst: false,
  },
  {
    id: 'past',
    title: {ko: '지난 발표', en: 'Past talks'},
    icon: ClockIcon,
    filter: `defined(start) && !${NOT_OVER}`,
    newestFirst: true,
  },
  {
    id: 'drafts',
    title: {ko: '작성 중인 발표', en: 'Talks with a draft'},
    icon: EditIcon,
    filter: '_originalId in path("drafts.**")',
    newestFirst: true,
  },
  {
    id: 'featured',
    title: {ko: '추천 발표', en: 'Featured talks'},
    icon: StarIcon,
    filter: 'featured == true',
    newestFirst: true,
  },
]

/** The parameters of the filters, in whole seconds, so that they compare with stored instants as strings. */
export function listTimes(now: Date): {now: string; dayAgo: string} {
  const seconds = (time: number) => `${new Date(time).toISOString().slice(0, 19)}Z`
  return {now: seconds(now.getTime()), dayAgo: seconds(now.getTime() - 86_400_000)}
}
