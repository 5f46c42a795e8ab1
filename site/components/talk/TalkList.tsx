import {talkState} from '../../dates/talkState.ts'
import {addressLanguage, paths} from '../../pages/paths.ts'
import type {TalkSummary} from '../../talkContent.ts'
import {markdownText} from '../../text/markdown.ts'
import {Files} from '../Files.tsx'
import {InlineMarkdownText} from '../Html.tsx'
import {Picture} from '../Picture.tsx'
import {useSite} from '../SiteContext.tsx'
import {NarrowTalkDate} from './TalkDate.tsx'

/** Talks one below the other. Their titles are headings of level 3. */
export function TalkList({talks, now}: {talks: TalkSummary[]; now: Date}) {
  return (
    <ol className="talks">
      {talks.map((talk) => (
        <li key={talk._id}>
          <TalkCard talk={talk} now={now} />
        </li>
      ))}
    </ol>
  )
}

function TalkCard({talk, now}: {talk: TalkSummary; now: Date}) {
  const {language, words} = useSite()
  const other = addressLanguage(talk.language, language)
  const place = [talk.event?.name, talk.location].flatMap((text) => (text ? markdownText(text) : []))
  const names = talk.authors?.flatMap(({author}) => author?.name ?? []) ?? []
  return (
    <article className="card" lang={other}>
      <p className="when">
        <NarrowTalkDate talk={talk} />
        {talkState(talk, now) === 'now' && <strong className="live">{words.now}</strong>}
      </p>
      <div className="what">
        <h3>
          <a href={paths.talk(talk.slug ?? '', other)}>{talk.title || words.untitled}</a>
        </h3>
        {place.length > 0 && <p className="where">{place.join(' · ')}</p>}
        {talk.summary && (
          <p className="summary">
            <Files value={talk.files}>
              <InlineMarkdownText markdown={talk.summary} />
            </Files>
          </p>
        )}
        {names.length > 0 && <p className="who">{names.join(', ')}</p>}
      </div>
      <Picture image={talk.image} alt="" width={160} ratio={0.5625} className="thumbnail" />
    </article>
  )
}
