import {TalkArticle} from '../components/talk/TalkArticle.tsx'
import {spokenIn, strings} from '../language/strings.ts'
import {queryTime} from '../queries/queryTime.ts'
import {talkQuery} from '../queries/talkQuery.ts'
import {description} from './description.ts'
import {eventData} from './eventData.ts'
import {namedPages} from './namedPages.ts'
import {isAsked, type LoadPage} from './page.ts'
import {addressLanguage, paths} from './paths.ts'
import {translationsOf} from './translationsOf.ts'

/** `/talk/:slug/` */
export const talkPage: LoadPage = async (context, slug) => {
  const {query, now, language, assets} = context
  const talk = await query(talkQuery, {slug, now: queryTime(now).now})
  if (!isAsked(context, talk)) return undefined
  const other = addressLanguage(talk.language, language)
  const words = strings[spokenIn(other, language)]
  const path = paths.talk(slug, other)
  const about = description(talk)
  const pages = await namedPages(context, [talk.body, talk.abstract], talk.path)
  const preview = assets.image(talk.image, {width: 1200, ratio: 0.525})?.src
  return {
    title: talk.title || words.untitled,
    path,
    home: paths.talksPage(1, other),
    content: <TalkArticle talk={talk} now={now} pages={pages} />,
    hidden: talk.pageSettings?.private === true,
    structuredData: (origin) => eventData(talk, path, origin, preview),
    ...(other && {contentLanguage: other}),
    translations: translationsOf(talk.translations, language, (code) => paths.talk(slug, code)),
    ...(about && {description: about}),
    ...(preview && {image: preview}),
  }
}
