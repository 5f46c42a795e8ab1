import type {Dialect} from '../../markdown/types.ts'
import {dialects} from '../dialects.ts'
import type {Page} from '../page.ts'
import type {KeyPlan} from './keyPlan.ts'

/** The keys of a talk that have another name in a generation, and `type`, which names the folder. */
export function talkKeys(page: Page, dialect: Dialect): KeyPlan {
  const wanted = wantedNames(page, dialect)
  const free = (key: string) => !page.values.has(key) || wanted.has(key)
  const names = new Map([...wanted].filter(([, name]) => free(name.toLowerCase())))
  const type = page.values.get('type')
  const {talks} = dialects[dialect]
  const typed = typeof type === 'string' && ['talk', 'event', 'events'].includes(type) && type !== talks
  return {names, edits: typed ? [{key: page.spelling.get('type') ?? 'type', value: talks}] : []}
}

function wantedNames({values, dialect: now}: Page, dialect: Dialect): Map<string, string> {
  const [from, to] = [dialects[now], dialects[dialect]]
  const first = (...keys: string[]) => keys.find((key) => values.has(key.toLowerCase()))
  const start = now === 'kit' ? first('event_start', 'date') : first(from.start)
  const published = first('publishDate') ?? (from.publishDate === start ? undefined : first(from.publishDate))
  const roles = [
    [start, to.start],
    [now === 'academic2' ? first('time_end') : first('event_end', 'date_end'), to.end],
    [first('event_all_day', 'all_day'), to.allDay],
    // Every generation of Hugo reads `publishDate`; `date` means it only beside a start.
    [published, start === undefined ? 'publishDate' : to.publishDate],
    [first(from.eventName, 'event', 'event_name'), to.eventName],
    [first(from.featured, 'featured', 'selected'), to.featured],
    [first(from.summary, 'summary', 'abstract_short'), to.summary],
  ] as const
  return new Map(
    roles.flatMap(([key, name]) =>
      key === undefined || key.toLowerCase() === name.toLowerCase() ? [] : [[key.toLowerCase(), name] as const],
    ),
  )
}
