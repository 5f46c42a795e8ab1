import {TalkList} from '../components/talk/TalkList.tsx'
import {strings} from '../language/strings.ts'
import {queryTime} from '../queries/queryTime.ts'
import {talkListQuery} from '../queries/talkListQuery.ts'
import {isLanguageOf, type LoadPage} from './page.ts'
import {addressLanguage, paths} from './paths.ts'

/** How many past talks one page lists. */
const pageLength = 50

/** How many pages that makes. */
export function pageCount(pastCount: number): number {
  return Math.max(1, Math.ceil(pastCount / pageLength))
}

/** `/`: the talks ahead, then those past, newest first; `/page/2/` goes on, as Hugo's paginator does, `/en/` is the list of another language. */
export const talkListPage: LoadPage = async ({query, now, language, languages, asked}, slug) => {
  const words = strings[language]
  if (!/^[1-9]\d{0,5}$/.test(slug) || !isLanguageOf(languages, asked)) return undefined
  const other = addressLanguage(asked, language)
  const number = Number(slug)
  const range = {from: (number - 1) * pageLength, to: number * pageLength}
  const {upcoming, past, pastCount} = await query(talkListQuery, {...queryTime(now), ...range})
  const pages = pageCount(pastCount)
  if (number > pages) return undefined
  const empty = upcoming.length === 0 && pastCount === 0
  return {
    title: words.talks,
    path: paths.talksPage(number, other),
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
        {pages > 1 && (
          <nav className="pages" aria-label={words.page(number, pages)}>
            {number > 1 && (
              <a rel="prev" href={paths.talksPage(number - 1, other)}>
                {words.newer}
              </a>
            )}
            <span>{words.page(number, pages)}</span>
            {number < pages && (
              <a rel="next" href={paths.talksPage(number + 1, other)}>
                {words.older}
              </a>
            )}
          </nav>
        )}
      </>
    ),
  }
}
