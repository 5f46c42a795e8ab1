import type {PageFile} from '../bundle/findPages.ts'
import {type FrontMatterFormat, type FrontMatterValue, isNothing} from '../frontMatter/frontMatterValue.ts'
import type {Dialect} from '../markdown/types.ts'

/** Front matter keys whose name changed from one generation of the theme to another. */
interface DialectNames {
  readonly start: string
  readonly end: string
  readonly allDay: string
  readonly publishDate: string
  readonly eventName: string
  readonly featured: string
  readonly summary: string
  readonly links: string
  readonly linkLabel: string
  readonly talks: string
  readonly projects: string
  readonly format: FrontMatterFormat
}

/** The generations of the theme (shared with the Markdown side), oldest first. */
export const dialects = {
  academic2: {
    start: 'time_start',
    end: 'time_end',
    allDay: 'all_day',
    publishDate: 'date',
    eventName: 'event',
    featured: 'selected',
    summary: 'abstract_short',
    links: 'url_custom',
    linkLabel: 'name',
    talks: 'talk',
    projects: 'project',
    format: 'toml',
  },
  academic4: {
    start: 'date',
    end: 'date_end',
    allDay: 'all_day',
    publishDate: 'publishDate',
    eventName: 'event',
    featured: 'featured',
    summary: 'summary',
    links: 'links',
    linkLabel: 'name',
    talks: 'talk',
    projects: 'project',
    format: 'yaml',
  },
  wowchemy: {
    start: 'date',
    end: 'date_end',
    allDay: 'all_day',
    publishDate: 'publishDate',
    eventName: 'event',
    featured: 'featured',
    summary: 'summary',
    links: 'links',
    linkLabel: 'name',
    talks: 'event',
    projects: 'project',
    format: 'yaml',
  },
  kit: {
    start: 'event_start',
    end: 'event_end',
    allDay: 'event_all_day',
    publishDate: 'date',
    eventName: 'event_name',
    featured: 'featured',
    summary: 'summary',
    links: 'links',
    linkLabel: 'label',
    talks: 'events',
    projects: 'projects',
    format: 'yaml',
  },
} as const satisfies Record<Dialect, DialectNames>

/** What the generations are called in a sentence. */
export const DIALECT_NAMES: Readonly<Record<Dialect, string>> = {
  academic2: 'Academic 2',
  academic4: 'Academic 4',
  wowchemy: 'Wowchemy',
  kit: 'the kit',
}

/** Whether `date` is the publish date there, once a page has the generation's own key for the start. */
export function keepsPublishDateInDate(dialect: Dialect): boolean {
  return dialects[dialect].publishDate === 'date'
}

/**
 * The key in which a talk has its start. The kit falls back to `date` where `event_start` is missing or empty; in
 * Academic 2, which had no `time_start` at first, only where it is missing.
 */
export function startKeyOf(dialect: Dialect, values: ReadonlyMap<string, FrontMatterValue>): string {
  const {start} = dialects[dialect]
  const told = dialect === 'kit' ? !isNothing(values.get(start)) : values.has(start)
  return told ? start : 'date'
}

/** The generation of the theme that a page was written for, told by its keys and then by its folder. */
export function detectDialect(keys: {has(key: string): boolean}, file: Pick<PageFile, 'section' | 'type'>): Dialect {
  const has = (...names: string[]) => names.some((name) => keys.has(name))
  if (file.section === 'data' || has('event_start', 'event_name', 'event_end', 'event_all_day')) return 'kit'
  if (has('time_start', 'time_end')) return 'academic2'
  if (has('selected', 'abstract_short', 'url_custom') && !has('publishdate', 'date_end', 'featured')) return 'academic2'
  if (file.section === 'events' || file.section === 'projects')
    return has('event', 'date_end', 'all_day') ? 'wowchemy' : 'kit'
  return file.section === 'talk' ? 'academic4' : 'wowchemy'
}
