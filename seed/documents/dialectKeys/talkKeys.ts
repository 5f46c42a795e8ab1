import type {KeyEdit} from '../../frontMatter/editFrontMatter.ts'
import type {FrontMatterValue} from '../../frontMatter/frontMatterValue.ts'
import {readGoDate} from '../../frontMatter/goDate.ts'
import type {Dialect} from '../../markdown/types.ts'
import {dialects, keepsPublishDateInDate, startKeyOf} from '../dialects.ts'
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
  const edits = [
    ...(typed ? [{key: page.spelling.get('type') ?? 'type', value: talks}] : []),
    ...publishDate(page, dialect, names),
    ...emptyStart(page, dialect),
    ...shownDate(page, dialect),
  ]
  return {names, edits}
}

/**
 * Where `date` is the start, a talk without publish date has that of its start. The kit and Academic 2 say so in two
 * keys of the same value, of which the kit's are one again on the way back.
 */
function publishDate(page: Page, dialect: Dialect, names: KeyPlan['names']): KeyEdit[] {
  const {values, dialect: now} = page
  const to = dialects[dialect]
  const start = values.get('date')
  const unsaid = !['publishdate', 'pubdate', 'published'].some((key) => isDate(values.get(key)))
  if (keepsPublishDateInDate(dialect) && unsaid && startOf(page) === 'date' && names.get('date') === to.start)
    return start === undefined || start === null || start === '' ? [] : [{key: to.publishDate, value: start}]
  const after = dialect === 'academic4' || dialect === 'wowchemy'
  const name = names.get('date')
  const twice = start !== undefined && start === values.get('event_start') && name === to.publishDate
  return now === 'kit' && after && twice ? [{key: name, value: undefined}] : []
}

/** An empty `event_start` beside the `date` that counts would keep the page one of the kit. */
function emptyStart(page: Page, dialect: Dialect): KeyEdit[] {
  const {start} = dialects[page.dialect]
  const left = page.dialect === dialect || startOf(page) === start || !page.values.has(start)
  return left ? [] : [{key: page.spelling.get(start) ?? start, value: undefined}]
}

/** `hide_date` was the opposite of the kit's `show_date`. */
function shownDate({values, spelling}: Page, dialect: Dialect): KeyEdit[] {
  const hidden = values.get('hide_date')
  if (dialect !== 'kit' || typeof hidden !== 'boolean' || values.has('show_date')) return []
  return [
    {key: 'show_date', value: !hidden},
    {key: spelling.get('hide_date') ?? 'hide_date', value: undefined},
  ]
}

/** The key that the page has its start in. */
function startOf({values, dialect}: Page): string | undefined {
  return [startKeyOf(dialect, values), dialects[dialect].start].find((key) => values.has(key))
}

/** A date that Hugo cannot read stops the build in any other key. Academic 1 has no other. */
function staysInDate({values, dialect: now}: Page, start: string | undefined, dialect: Dialect): boolean {
  if (start !== 'date') return false
  return (now === 'academic2' && dialect === now) || isUnreadable(values.get(start))
}

function isDate(value: FrontMatterValue | undefined): boolean {
  return readGoDate(value, 'UTC') !== undefined
}

function isUnreadable(value: FrontMatterValue | undefined): boolean {
  return (value ?? '') !== '' && !isDate(value)
}

function wantedNames(page: Page, dialect: Dialect): Map<string, string> {
  const {values, dialect: now} = page
  const [from, to] = [dialects[now], dialects[dialect]]
  const first = (...keys: string[]) => keys.find((key) => values.has(key.toLowerCase()))
  const start = startOf(page)
  const said = first('publishDate') ?? (from.publishDate === start ? undefined : first(from.publishDate))
  // Past a publish date that it cannot read, Hugo goes on to `date`.
  const published = said === 'publishDate' && isUnreadable(values.get('publishdate')) ? undefined : said
  const roles = [
    [staysInDate(page, start, dialect) ? undefined : start, to.start],
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
