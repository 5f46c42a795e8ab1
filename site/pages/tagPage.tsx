import {TalkList} from '../components/talk/TalkList.tsx'
import {strings} from '../language/strings.ts'
import {queryTime} from '../queries/queryTime.ts'
import {tagQuery} from '../queries/tagQuery.ts'
import type {LoadPage} from './page.ts'
import {addressLanguage, paths} from './paths.ts'

/** `/tag/:tag/`: the talks with a tag. A tag that no visible talk has is no page. */
export const tagPage: LoadPage = async ({query, now, language, asked}, tag) => {
  const talks = await query(tagQuery, {label: tag, now: queryTime(now).now})
  if (talks.length === 0) return undefined
  const words = strings[language]
  const other = addressLanguage(asked, language)
  return {
    title: words.talksAbout(tag),
    path: paths.tag(tag, other),
    ...(other && {contentLanguage: other}),
    content: (
      <section>
        <h1>{words.talksAbout(tag)}</h1>
        <h2 className="hidden">{words.talks}</h2>
        <TalkList talks={talks} now={now} />
      </section>
    ),
  }
}
