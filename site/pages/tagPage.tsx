import {PageLinks} from '../components/PageLinks.tsx'
import {TalkList} from '../components/talk/TalkList.tsx'
import {spokenIn, strings} from '../language/strings.ts'
import {queryTime} from '../queries/queryTime.ts'
import {tagQuery} from '../queries/tagQuery.ts'
import {homeIn, isLanguageOf, type LoadPage} from './page.ts'
import {pageCount, pageRange} from './pageRange.ts'
import {addressLanguage, paths} from './paths.ts'

/** `/tag/:tag/`, `/tag/:tag/page/2/`: the talks with a tag. A tag that no visible talk has is no page. */
export const tagPage: LoadPage = async (context, tag, number = 1) => {
  const {query, now, language, languages, asked} = context
  if (!isLanguageOf(languages, asked)) return undefined
  const {talks, count} = await query(tagQuery, {label: tag, now: queryTime(now).now, ...pageRange(number)})
  if (talks.length === 0) return undefined
  const other = addressLanguage(asked, language)
  const words = strings[spokenIn(other, language)]
  const path = (page: number) => paths.numbered(paths.tag(tag, other), page)
  return {
    title: words.talksAbout(tag),
    path: path(number),
    home: homeIn(context, other),
    ...(other && {contentLanguage: other}),
    content: (
      <section>
        <h1>{words.talksAbout(tag)}</h1>
        <h2 className="hidden">{words.talks}</h2>
        <TalkList talks={talks} now={now} />
        <PageLinks number={number} pages={pageCount(count)} path={path} />
      </section>
    ),
  }
}
