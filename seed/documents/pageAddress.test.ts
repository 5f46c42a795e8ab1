import {expect, test} from 'vitest'
import {readSiteConfig} from '../bundle/siteConfig.ts'
import {findPages} from '../bundle/findPages.ts'
import {hasHugo} from '../markdown/testing/renderWithHugo.ts'
import {readPage} from './page.ts'
import {pageAddress} from './pageAddress.ts'
import {readWithHugo} from './testing/readWithHugo.ts'

const PAGES: Record<string, string> = {
  'content/event/My Talk/index.md': 'title: Example Talk',
  'content/event/2023/nested/index.md': 'title: Nested',
  'content/event/single.md': "title: S\ndate: '2024-02-03T23:30:00-08:00'",
  'content/event/slugged/index.md': 'title: T\nslug: Other Name',
  'content/event/moved/index.md': 'title: T\nurl: /somewhere/else/',
  'content/event/한글-발표/index.md': 'title: 백엔드 개발에 대한 짧은 견해',
  'content/event/cafe/index.md': 'title: "Café: C++/C# — 100%?"',
  'content/event/both/index.md': 'title: Both',
  'content/event/both/index.ko.md': 'title: 둘',
}

const SITES = {
  'no permalinks': '',
  'titles, as the starters of Wowchemy have it': "permalinks:\n  event: '/talk/:slug/'",
  'days, without a last slash': "permalinks:\n  event: '/:year/:month/:day/:filename'",
  'names of months and sections': "permalinks:\n  event: '/:monthname/:section/:slugorfilename/'",
  'accents taken away': "removePathAccents: true\npermalinks:\n  event: '/talk/:title/'",
  languages: 'defaultContentLanguage: en\nlanguages:\n  en: {weight: 1}\n  ko: {weight: 2}',
}

test.skipIf(!hasHugo()).each(Object.entries(SITES))('addresses are those that Hugo gives: %s', (_, text) => {
  const path = 'config/_default/config.yaml'
  const {config} = readSiteConfig(new Map([[path, text]]), 'UTC')
  const dated = /:(year|month)/.test(text)
  const texts = Object.fromEntries(
    Object.entries(PAGES)
      .filter(([page]) => config.languages.length > 1 || !page.endsWith('.ko.md'))
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

test('a pattern with a part that is not known gives no address', () => {
  const {config} = readSiteConfig(new Map([['config.yaml', "permalinks:\n  event: '/:weekday/:slug/'"]]))
  const [file] = findPages(['content/event/x/index.md'], config).pages
  expect(file && pageAddress(readPage(file, '---\ntitle: T\n---\n'), config)).toBeUndefined()
})
