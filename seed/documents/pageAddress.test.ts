import {expect, test} from 'vitest'
import {findPages} from '../bundle/findPages.ts'
import {readSiteConfig} from '../bundle/siteConfig.ts'
import {hasHugo} from '../markdown/testing/renderWithHugo.ts'
import {readPage} from './page.ts'
import {pageAddress} from './pageAddress.ts'
import {readWithHugo} from './testing/readWithHugo.ts'

const PAGES: Record<string, string> = {
  'content/event/My Talk/index.md': 'title: Example Talk',
  'content/event/2023/nested/index.md': 'title: Nested',
  'content/event/single.md': "title: S\ndate: '2024-02-03T23:30:00-08:00'",
  'content/event/afternoon/index.md': "title: S\ndate: '2024-02-03T13:05:09Z'",
  'content/event/slugged/index.md': 'title: T\nslug: Other Name',
  'content/event/moved/index.md': 'title: T\nurl: /somewhere/else/',
  'content/event/한글-발표/index.md': 'title: 백엔드 개발에 대한 짧은 견해',
  'content/event/cafe/index.md': 'title: "Café: C++/C# — 100%?"',
  'content/event/Hyphens -- and - spaces !/index.md': "title: '“Hyphens” -- and - spaces (2024) !'",
  'content/event/marks/index.md': 'title: シンポジウム Ärger x² 🙂️ ५',
  'content/event/percent/index.md': 'title: 50%25 of 100%',
  'content/event/moved-open/index.md': 'title: T\nurl: /somewhere/open',
  'content/event/moved-file/index.md': 'title: T\nurl: /somewhere/Talk One.html',
  'content/event/moved-bare/index.md': 'title: T\nurl: nowhere/',
  'content/es/event/charla/index.md': 'title: Una charla',
  'content/event/both/index.md': 'title: Both',
  'content/event/both/index.ko.md': 'title: 둘',
}

/** The page that would have the address of another one, by default language of a site of several, '' in any other. */
const TWICE: Record<string, string> = {ko: 'content/event/both/index.md', '': 'content/event/both/index.ko.md'}

const SITES = {
  'no permalinks': '',
  'titles, as the starters of Wowchemy have it': "permalinks:\n  event: '/talk/:slug/'",
  'days, without a last slash': "permalinks:\n  event: '/:year/:month/:day/:filename'",
  'names of months and sections': "permalinks:\n  event: '/:monthname/:section/:slugorfilename/'",
  'days of the week and of the year': "permalinks:\n  event: '/:weekday/:weekdayname/:yearday/:slug/'",
  'days of pages without a date': "permalinks:\n  event: '/:year/:month/:day/:weekday/:yearday/:06/:slug/'",
  'dates as Go writes them': "permalinks:\n  event: '/:2006-:01/:Jan/:Monday/:02/:06/:January/:1/:2/:Mon/:filename/'",
  'times as Go writes them': "permalinks:\n  event: '/:15/:03/:3/:04/:4/:05/:5/:002/:filename/'",
  'times of pages with a date': "permalinks:\n  event: '/:2006/:15/:03/:3/:04/:4/:05/:5/:002/:filename/'",
  sections: "permalinks:\n  event: '/x/:sections/:filename/'",
  'ugly addresses': 'uglyURLs: true',
  'ugly addresses with titles': "uglyURLs: true\npermalinks:\n  event: '/talk/:slug/'",
  'ugly addresses with file names': "uglyURLs: true\npermalinks:\n  event: '/:year/:filename'",
  'ugly addresses of one section': 'uglyURLs: {event: true}',
  'ugly addresses of another section': 'uglyURLs: {post: true}',
  'ugly addresses and languages':
    'uglyURLs: true\ndefaultContentLanguage: en\nlanguages:\n  en: {weight: 1}\n  ko: {weight: 2}',
  'capital letters kept': 'disablePathToLower: true',
  'capital letters of titles kept': "disablePathToLower: true\npermalinks:\n  event: '/Talk/:slug/'",
  'accents taken away': "removePathAccents: true\npermalinks:\n  event: '/talk/:title/'",
  'a pattern for a folder named like a language': "permalinks:\n  es: '/charlas/:slug/'\n  event: '/talk/:slug/'",
  languages: 'defaultContentLanguage: en\nlanguages:\n  en: {weight: 1}\n  ko: {weight: 2}',
  'every language in its own folder':
    'defaultContentLanguage: ko\ndefaultContentLanguageInSubdir: true\nlanguages:\n  en: {weight: 1}\n  ko: {weight: 2}',
  'one language in its own folder': 'defaultContentLanguage: en\ndefaultContentLanguageInSubdir: true',
}

test.skipIf(!hasHugo()).each(Object.entries(SITES))('addresses are those that Hugo gives: %s', (about, text) => {
  const path = 'config/_default/config.yaml'
  const {config} = readSiteConfig(new Map([[path, text]]), 'UTC')
  const dated = /:(year|month|weekday|2006)/.test(text) && !about.includes('without a date')
  const texts = Object.fromEntries(
    Object.entries(PAGES)
      .filter(([page]) => !text.includes(':sections') || page.split('/').length < 5)
      .filter(([page]) => page !== (config.languages.length > 1 ? TWICE[config.defaultLanguage] : TWICE['']))
      .map(([page, keys]) => [
        page,
        `---\n${keys}${dated && !keys.includes('date') ? '\ndate: 2024-10-03' : ''}\n---\n`,
      ]),
  )
  const hugo = readWithHugo({...texts, [path]: `baseURL: https://example.org/\n${text}\n`})
  const ours = findPages(Object.keys(texts), config).pages.map((file) => [
    file.path,
    pageAddress(readPage(file, texts[file.path] ?? ''), config),
  ])
  const theirs = [...hugo].map(([page, {address}]) => [page, decodeURIComponent(address)])
  expect(Object.fromEntries(ours)).toEqual(Object.fromEntries(theirs))
})

test.each([
  ['event/x', '/:unknown/:slug/'],
  ['event/x', '/:sections[last]/:slug/'],
  ['event/2023/x', '/:sections/:slug/'],
])('a pattern with a part that is not known gives %s no address: %s', (folder, pattern) => {
  const {config} = readSiteConfig(new Map([['config.yaml', `permalinks:\n  event: '${pattern}'`]]))
  const [file] = findPages([`content/${folder}/index.md`], config).pages
  expect(file && pageAddress(readPage(file, '---\ntitle: T\n---\n'), config)).toBeUndefined()
})
