import {Fragment, type ReactNode} from 'react'
import type {Talk} from '../../talkContent.ts'
import {inlineMarkdown} from '../../text/markdown.ts'
import {InlineMarkdownText} from '../Html.tsx'
import {SafeLink} from '../SafeLink.tsx'
import {useSite} from '../SiteContext.tsx'
import {addressLine} from './addressLine.ts'
import {PersonName} from './Person.tsx'
import {TalkDate} from './TalkDate.tsx'

/** The rows of a talk: date, event, location with its address, speakers. Rows without a value are left out. */
export function TalkFacts({talk}: {talk: Talk}) {
  const {spoken, words} = useSite()
  const authors = talk.authors?.filter(({author}) => author) ?? []
  const address = addressLine(talk.address, spoken)
  return (
    <dl className="facts">
      <Fact name={words.date} value={<TalkDate talk={talk} />} />
      {talk.event?.name && (
        <Fact name={words.event} value={<EventName name={talk.event.name} url={talk.event.url} />} />
      )}
      {talk.location && (
        <Fact
          name={words.location}
          value={
            <>
              <InlineMarkdownText markdown={talk.location} />
              {address && <span className="address">{address}</span>}
            </>
          }
        />
      )}
      {authors.length > 0 && (
        <Fact
          name={words.authors}
          value={authors.map(({_key, author, note}, index) => (
            <Fragment key={_key}>
              {index > 0 && ', '}
              <PersonName person={author} />
              {note && <span className="note"> ({note})</span>}
            </Fragment>
          ))}
        />
      )}
    </dl>
  )
}

function Fact({name, value}: {name: string; value: ReactNode}) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}

/** The event, linked to its site; a name that holds a link of its own keeps that one alone. */
function EventName({name, url}: {name: string; url: string | null | undefined}) {
  const text = <InlineMarkdownText markdown={name} />
  return inlineMarkdown(name).includes('<a ') ? text : <SafeLink href={url}>{text}</SafeLink>
}
