import {PageLinks} from '../components/PageLinks.tsx'
import {TalkList} from '../components/talk/TalkList.tsx'
import {spokenIn, strings} from '../language/strings.ts'
import {queryTime} from '../queries/queryTime.ts'
import {talkListQuery} from '../queries/talkListQuery.ts'
import {isLanguageOf, type LoadPage} from './page.ts'
import {pageCount, pageNumber, pageRange} from './pageRange.ts'
import {addressLanguage, paths} from './paths.ts'

/** `/`: the talks ahead, then those past, newest first; `/page/2/` goes on, as Hugo's paginator does, `/en/` is the list of another language. */
export const talkListPage: LoadPage = async ({query, now, language, languages, asked}, slug) => {
  const number = pageNumber(slug)
  if (number === undefined || !isLanguageOf(languages, asked)) return undefined
  const other = addressLanguage(asked, language)
  const words = strings[spokenIn(other, language)]
  const path = (page: number) => paths.talksPage(page, other)
  const {upcoming, past, pastCount} = await query(talkListQuery, {...queryTime(now), ...pageRange(number)})
  const pages = pageCount(pastCount)
  if (number > pages) return undefined
  const empty = upcoming.length === 0 && pastCount === 0
  return {
    title: words.talks,
    path: path(number),
    home: path(1),
    ...(other && {contentLanguage: other}),
    translations: languages
      .filter((code) => code !== (asked ?? language))
      .map((code) => ({language: code, path: paths.talksPage(1, addressLanguage(code, language))})),
    content: (
      <>
        <h1>{words.talks}</h1>
        {empty && (
          <div className="empty">
            <p>{words.noTalks}</p>
            <p>{words.noTalksHint}</p>
          </div>
        )}
        {number === 1 && upcoming.length > 0 && (
          <section>
            <h2>{words.upcoming}</h2>
            <TalkList talks={upcoming} now={now} />
          </section>
        )}
        {past.length > 0 && (
          <section>
            <h2>{words.past}</h2>
            <TalkList talks={past} now={now} />
          </section>
        )}
        <PageLinks number={number} pages={pages} path={path} />
      </>
    ),
  }
}
