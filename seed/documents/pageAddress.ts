import type {SiteConfig} from '../bundle/siteConfig.ts'
import {readGoDate, toldZone} from '../frontMatter/goDate.ts'
import {wallClock} from '../frontMatter/timeZone.ts'
import type {Page} from './page.ts'
import {urlize} from './urlize.ts'

const MONTHS = 'January February March April May June July August September October November December'.split(' ')
const DATE_KEYS = ['date', 'publishdate', 'pubdate', 'published', 'lastmod', 'modified']

/**
 * The address at which Hugo publishes a page: front matter `url`, else the site's permalinks for its section, else its
 * place below the content folder, with `slug` for the last part (Hugo: resources/page/permalinks.go).
 * @returns Nothing when the pattern uses a part that is not known here.
 */
export function pageAddress(page: Page, config: SiteConfig): string | undefined {
  const url = textOf(page, 'url')
  if (url !== undefined) return `/${url.replace(/^\//, '')}`
  const {prefix, inner} = placeOf(page, config)
  const pattern = config.permalinks[page.file.section]
  const path = pattern === undefined ? inner.join('/') : expand(pattern, page, inner, config)
  if (path === undefined) return undefined
  const parts = urlize(path, config.removePathAccents).split('/').filter(Boolean)
  return `${prefix}/${parts.map((part) => `${part}/`).join('')}`
}

/** Folders and name of a page below its language's content folder, and what its language puts before them. */
function placeOf(page: Page, config: SiteConfig): {prefix: string; inner: string[]} {
  const {path, bundle, name, language} = page.file
  const root = config.languages
    .map(({contentDir}) => contentDir)
    .filter((folder) => path.startsWith(`${folder}/`))
    .sort((a, b) => b.length - a.length)[0]
  const folders = (bundle ?? path)
    .slice(root === undefined ? 0 : root.length + 1)
    .split('/')
    .slice(0, -1)
  const spoken = config.languages.some(({code}) => code === language) && language !== config.defaultLanguage
  const prefix = spoken && folders[0] !== language ? `/${language}` : ''
  return {prefix, inner: [...folders, textOf(page, 'slug') ?? name]}
}

function expand(pattern: string, page: Page, inner: readonly string[], config: SiteConfig): string | undefined {
  const parts: Record<string, string | undefined> = {
    ...dateParts(page, config),
    slug: textOf(page, 'slug') ?? textOf(page, 'title') ?? '',
    slugorfilename: textOf(page, 'slug') ?? page.file.name,
    slugorcontentbasename: textOf(page, 'slug') ?? page.file.name,
    title: textOf(page, 'title') ?? '',
    filename: page.file.name,
    contentbasename: page.file.name,
    section: page.file.section,
    sections: inner.slice(0, -1).join('/'),
  }
  const names = [...pattern.matchAll(/:(\w+)/g)].map(([, name = '']) => name)
  if (names.some((name) => parts[name] === undefined)) return undefined
  // Hugo takes a plus sign of a title for the space of an encoded address.
  return pattern.replace(/:(\w+)/g, (_, name: string) => (parts[name] ?? '').replaceAll('+', ' '))
}

/** Year, month and day as the page's own date tells them. */
function dateParts({values}: Page, {timeZone}: SiteConfig): Record<string, string> {
  const dates = DATE_KEYS.map((key) => readGoDate(values.get(key), timeZone))
  const date = dates.find((read) => read !== undefined)
  if (!date) return {}
  const [year = '', month = '', day = ''] = wallClock(date.instant, toldZone(date, timeZone)).slice(0, 10).split('-')
  return {year, month, monthname: MONTHS[Number(month) - 1] ?? '', day}
}

function textOf({values}: Page, key: string): string | undefined {
  const value = values.get(key)
  return typeof value === 'string' && value !== '' ? value : undefined
}
