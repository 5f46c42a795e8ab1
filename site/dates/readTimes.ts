import type {TalkTimes} from '../content.ts'

/** The times of a talk without those that are no dates: one mistake of a script must not take a list of talks down. */
export function readTimes(talk: TalkTimes): TalkTimes {
  return {...talk, start: readable(talk.start), end: readable(talk.end)}
}

function readable(instant: TalkTimes['start']): string | undefined {
  return instant && !Number.isNaN(Date.parse(instant)) ? instant : undefined
}
