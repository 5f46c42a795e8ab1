import {Fragment} from 'react'
import type {TalkTimes} from '../../content.ts'
import {dateRange, type DatePiece} from '../../dates/dateRange.ts'
import {useSite} from '../SiteContext.tsx'

/** When a talk is: the wall clocks of its own zone, each in a `<time>` that machines can read. */
export function TalkDate({talk}: {talk: TalkTimes}) {
  const {spoken, words} = useSite()
  const {start, end, zone} = dateRange(talk, spoken)
  if (!start) return words.undated
  return (
    <>
      <time dateTime={start.dateTime}>{start.text}</time>
      {end && (
        <>
          {' — '}
          <time dateTime={end.dateTime}>{end.text}</time>
        </>
      )}
      {zone && <span className="zone"> {zone}</span>}
    </>
  )
}

/** The same in a narrow column: lines break only between date and clock, and no zone is named. */
export function NarrowTalkDate({talk}: {talk: TalkTimes}) {
  const {spoken, words} = useSite()
  const {start, end} = dateRange(talk, spoken)
  if (!start) return words.undated
  return (
    <>
      <NarrowTime piece={start} />
      {end && (
        <>
          {' — '}
          <NarrowTime piece={end} />
        </>
      )}
    </>
  )
}

function NarrowTime({piece}: {piece: DatePiece}) {
  return (
    <time dateTime={piece.dateTime}>
      {piece.parts.map((part, index) => (
        <Fragment key={part}>
          {index > 0 && ' '}
          <span className="unbroken">{part}</span>
        </Fragment>
      ))}
    </time>
  )
}
