import {TalkArticle} from '../components/talk/TalkArticle.tsx'
import {strings} from '../language/strings.ts'
import {queryTime} from '../queries/queryTime.ts'
import {talkQuery} from '../queries/talkQuery.ts'
import {description} from './description.ts'
import {eventData} from './eventData.ts'
import type {LoadPage} from './page.ts'
import {paths} from './paths.ts'

/** `/talk/:slug/` */
export const talkPage: LoadPage = async ({query, now, language, assets}, slug) => {
  const talk = await query(talkQuery, {slug, now: queryTime(now).now})
  if (!talk) return undefined
  const about = description(talk)
  const preview = assets.image(talk.image, {width: 1200, ratio: 0.525})?.src
  return {
    title: talk.title || strings[language].untitled,
    path: paths.talk(slug),
    content: <TalkArticle talk={talk} now={now} />,
    hidden: talk.pageSettings?.private === true,
    structuredData: (origin) => eventData(talk, origin, preview),
    ...(about && {description: about}),
    ...(preview && {image: preview}),
  }
}
