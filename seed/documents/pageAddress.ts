import {placeOfContent} from '../bundle/contentMounts.ts'
import type {SiteConfig} from '../bundle/siteConfig.ts'
import {readGoDate, toldZone} from '../frontMatter/goDate.ts'
import {wallClock} from '../frontMatter/timeZone.ts'
import {textOf} from '../values/textOf.ts'
import {decodeName} from './assets.ts'
import type {Page} from './page.ts'
import {urlize} from './urlize.ts'

const MONTHS = 'January February March April May June July August September October November December'.split(' ')
const WEEKDAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ')
/** Go's, for a page without one. */
const NO_DATE = '0001-01-01T00:00:00'
/** A part of a pattern: `:title`, `:sections[1:]`. */
const PART = /:(\w+(?:\[.+?\])?)/g
const DATE_KEYS = ['date', 'publishdate', 'pubdate', 'published', 'lastmod', 'modified']

/**
 * The address at which Hugo publishes a page: front matter `url`, else the site's permalinks for its section, else its
 * place below the content folder, with `slug` for the last part (Hugo: resources/page/permalinks.go).
 * @returns Nothing when the pattern has a part that is not known here, or means something else from one Hugo to the next:
 * some of the sections (`:sections[1:]`).
 */
export function pageAddress(page: Page, config: SiteConfig): string | undefined {
  const url = textAt(page, 'url')
  const {prefix, inner, permalinks} = placeOf(page, config)
  if (url !== undefined) {
    const place = url.startsWith('/') ? url : `${prefix}/${url}`
    return /\/$|\.\w+$/.test(url) ? place : `${place}/`
  }
  const pattern = inner.length > 1 ? permalinks[inner[0] ?? ''] : undefined
  const path = pattern === undefined ? inner.join('/') : expand(pattern, page, inner, config)
  if (path === undefined) return undefined
  const address = `${prefix}/${inAddress(`${path}/`, config).split('/').filter(Boolean).join('/')}`
  return isUgly(inner, config) ? `${address}.html` : address.replace(/\/?$/, '/')
}

function isUgly(inner: readonly string[], {uglyUrls = []}: SiteConfig): boolean {
  return uglyUrls === true || uglyUrls.includes(inner.length > 1 ? (inner[0] ?? '') : '')
}

/** Folders and name of a page below its language's content folder, and what its language puts before them. */
function placeOf(page: Page, config: SiteConfig): Pick<SiteConfig, 'permalinks'> & {prefix: string; inner: string[]} {
  const {path, bundle, name, language, fixed = false} = page.file
  const place = placeOfContent(path, config)?.inner ?? path.split('/')
  const isBundle = bundle !== undefined || (fixed && place.at(-1)?.startsWith('index.') === true)
  const folders = place.slice(0, isBundle ? -2 : -1)
  // A folder named like a language that the site does not have: its pages speak the default language to Hugo.
  const code = folders[0] === language ? config.defaultLanguage : language
  const own = config.languages.find((known) => known.code === (code ?? config.defaultLanguage))
  const permalinks = own?.permalinks ?? config.permalinks
  return {prefix: languagePrefix(code, config), permalinks, inner: [...folders, textAt(page, 'slug') ?? name]}
}

/** What the addresses of a language begin with: `/ko`, or nothing for the default one unless the site says otherwise. */
export function languagePrefix(code: string | undefined, config: SiteConfig): string {
  const {languages, defaultLanguage, defaultLanguageInFolder} = config
  if (languages.length < 2 || !languages.some((language) => language.code === code)) return ''
  return code === defaultLanguage && !defaultLanguageInFolder ? '' : `/${code}`
}

function expand(pattern: string, page: Page, inner: readonly string[], config: SiteConfig): string | undefined {
  const parts: Record<string, string | undefined> = {
    ...dateParts(page, config),
    slug: textAt(page, 'slug') ?? textAt(page, 'title') ?? '',
    slugorfilename: textAt(page, 'slug') ?? page.file.name,
    slugorcontentbasename: textAt(page, 'slug') ?? page.file.name,
    title: textAt(page, 'title') ?? '',
    filename: page.file.name,
    contentbasename: page.file.name,
    section: inner.length > 1 ? inner[0] : '',
    // Which of the folders below the first are sections is said by files of their own.
    sections: inner.length > 2 ? undefined : (inner[0] ?? ''),
  }
  const names = [...pattern.matchAll(PART)].map(([, name = '']) => name)
  if (names.some((name) => parts[name] === undefined)) return undefined
  return pattern.replaceAll(PART, (_, name: string) => decoded(inAddress(parts[name] ?? '', config)))
}

/** A name or path as it stands in an address of the site. */
function inAddress(name: string, {removePathAccents, keepsCase}: SiteConfig): string {
  return urlize(name, removePathAccents, keepsCase)
}

/** Hugo takes what it made of a title for an encoded address, and decodes it: a plus sign is a space. */
function decoded(part: string): string {
  return decodeName(part.replaceAll('+', ' '))
}

/** The page's own date and time as they are told, by Hugo's names and as Go writes the second of January 2006, 15:04:05. */
function dateParts({values}: Page, {timeZone}: SiteConfig): Record<string, string> {
  const dates = DATE_KEYS.map((key) => readGoDate(values.get(key), timeZone))
  const date = dates.find((read) => read !== undefined)
  const told = date ? wallClock(date.instant, toldZone(date, timeZone)) : NO_DATE
  const [year = '', month = '', day = '', hour = '', minute = '', second = ''] = told.split(/[-T:]/)
  const at = new Date(`${told.slice(0, 10)}T00:00:00Z`)
  const twelve = String(((Number(hour) + 11) % 12) + 1)
  const monthname = MONTHS[at.getUTCMonth()] ?? ''
  const weekdayname = WEEKDAYS[at.getUTCDay()] ?? ''
  const names = {month, monthname, day, weekday: String(at.getUTCDay()), weekdayname}
  const go = {
    2006: year,
    '06': year.slice(-2),
    '01': month,
    1: String(Number(month)),
    '02': day,
    2: String(Number(day)),
    '002': String(dayOfYear(at)).padStart(3, '0'),
    15: hour,
    '03': twelve.padStart(2, '0'),
    3: twelve,
    '04': minute,
    4: String(Number(minute)),
    '05': second.slice(0, 2),
    5: String(Number(second.slice(0, 2))),
  }
  const words = {January: monthname, Jan: monthname.slice(0, 3), Monday: weekdayname, Mon: weekdayname.slice(0, 3)}
  return {...names, ...go, ...words, year: String(Number(year)), yearday: String(dayOfYear(at))}
}

function dayOfYear(at: Date): number {
  const start = new Date(at)
  start.setUTCMonth(0, 0)
  return (at.getTime() - start.getTime()) / 86_400_000
}

function textAt({values}: Page, key: string): string | undefined {
  return textOf(values.get(key))
}
