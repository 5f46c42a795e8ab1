import {expect, test} from 'vitest'
import {documents, koreanTalk} from '../fixtures/documents.ts'
import {readSite, words} from '../fixtures/readSite.ts'

const [admin] = documents
const korean = {...koreanTalk, slug: {_type: 'slug', current: 'a'}, hugo: {language: 'ko'}}
const english = {...korean, _id: 'talk-backend-en', title: 'Views on backends', hugo: {language: 'en'}}
const only = {...english, _id: 'talk-only', title: 'Only English', slug: {_type: 'slug', current: 'only'}}
const author = {...admin, _id: 'author-admin-en', name: 'Jieun Kim', hugo: {language: 'en'}}
const content = [...documents.slice(0, 1), author, english, korean, only]

const title = (html: string) => /<h1>(.*?)<\/h1>/.exec(html)?.[1]
const canonical = (html: string) => /rel="canonical" href="http:\/\/site.test([^"]*)"/.exec(html)?.[1]

test('translations, which share a slug, have a page each, which name one another', async () => {
  const inKorean = await readSite(content, 'http://site.test/talk/a/')
  const inEnglish = await readSite(content, 'http://site.test/en/talk/a/')
  expect([title(inKorean.html), canonical(inKorean.html)]).toEqual([koreanTalk.title, '/talk/a/'])
  expect([title(inEnglish.html), canonical(inEnglish.html)]).toEqual(['Views on backends', '/en/talk/a/'])
  expect(inKorean.html).toContain('<link rel="alternate" hrefLang="en" href="http://site.test/en/talk/a/"/>')
  expect(inKorean.html).toContain(
    '<nav class="translations" aria-label="다른 언어"><a href="/en/talk/a/" hrefLang="en" lang="en">English</a></nav>',
  )
  const landmarks = [...inKorean.html.matchAll(/<nav[^>]*>/g)].map(([tag]) => /aria-label="([^"]*)"/.exec(tag)?.[1])
  expect(landmarks).toEqual(['메뉴', '다른 언어'])
  expect(inEnglish.headers.get('content-language')).toEqual('en')
  for (const part of [
    '<html lang="en">',
    '<main id="content"><nav',
    '<link rel="alternate" hrefLang="en" href="http://site.test/en/talk/a/"/>',
    '<link rel="alternate" hrefLang="ko" href="http://site.test/talk/a/"/>',
    '<meta property="og:locale" content="en_US"/>',
    '<title>Views on backends · Talks by Jieun Kim</title>',
    '<a class="site-name" href="/en/">Talks by Jieun Kim</a>',
  ])
    expect(inEnglish.html).toContain(part)
  expect(words(inEnglish.html)).toContain('Date Oct 3, 2024 1:00 PM — 3:00 PM UTC Event')
  expect(inEnglish.html).toContain('<a href="/talk/a/" hrefLang="ko" lang="ko">한국어</a>')
})

const cards = (html: string) =>
  [...html.matchAll(/<article class="card"( lang="en")?>.*?<h3><a href="([^"]*)">(.*?)<\/a>/gs)].map(
    ([, language, href, text]) => [language, href, text],
  )

test('a list is of one language, as on the Hugo site, and leads to those of the others', async () => {
  const inKorean = await readSite(content, 'http://site.test/')
  expect(cards(inKorean.html)).toEqual([[undefined, '/talk/a/', koreanTalk.title]])
  expect(inKorean.html).toContain('<a href="/en/" hrefLang="en" lang="en">English</a>')
  const inEnglish = await readSite(content, 'http://site.test/en/')
  expect(cards(inEnglish.html)).toEqual([
    [' lang="en"', '/en/talk/a/', 'Views on backends'],
    [' lang="en"', '/en/talk/only/', 'Only English'],
  ])
  expect([canonical(inEnglish.html), inEnglish.html.includes('<h2>Past talks</h2>')]).toEqual(['/en/', true])
})

test('a page in a language that the site has no words in says so of its content alone', async () => {
  const {html, headers} = await readSite([{...english, hugo: {language: 'fr'}}], 'http://site.test/fr/talk/a/')
  expect(headers.get('content-language')).toEqual('fr')
  expect(html).toContain('<html lang="ko">')
  expect(html).toContain('<main id="content" lang="fr">')
  expect(html).not.toContain('og:locale')
})

test('where no talk is in the site’s language, the list is of all', async () => {
  const {html} = await readSite([english, only], 'http://site.test/')
  expect(cards(html).map(([, href]) => href)).toEqual(['/en/talk/a/', '/en/talk/only/'])
})

test('the site speaks the language of the Hugo site that it is from, whose talks stand at its root', async () => {
  const fromEnglish = [...content, {_id: 'lectern.sync', _type: 'lecternSync', language: 'en'}]
  const {html, headers} = await readSite(fromEnglish, 'http://site.test/')
  expect(cards(html)).toEqual([
    [undefined, '/talk/a/', 'Views on backends'],
    [undefined, '/talk/only/', 'Only English'],
  ])
  expect([title(html), headers.get('content-language')]).toEqual(['Talks', 'en'])
  expect(html).toContain('<a href="/ko/" hrefLang="ko" lang="ko">한국어</a>')
  for (const path of ['/none/', '/talk/none/', '/talk/none/talk.ics']) {
    const missing = await readSite(fromEnglish, `http://site.test${path}`)
    expect([missing.status, missing.headers.get('content-language')]).toEqual([404, 'en'])
  }
  const chosen = await readSite(fromEnglish, 'http://site.test/', {language: 'ko'})
  expect(cards(chosen.html)).toEqual([[undefined, '/talk/a/', koreanTalk.title]])
})

test('where the site has no words in that language, it lists the talks in it under English ones', async () => {
  const german = {...only, title: 'Auf Deutsch', hugo: {language: 'de'}}
  const french = {...only, _id: 'talk-french', title: 'En français', hugo: {language: 'fr'}}
  const fromGerman = [german, french, {_id: 'lectern.sync', _type: 'lecternSync', language: 'de'}]
  const {html} = await readSite(fromGerman, 'http://site.test/')
  expect(html.match(/<h3>.*?<\/h3>/g)).toEqual(['<h3><a href="/de/talk/only/">Auf Deutsch</a></h3>'])
  expect(title(html)).toEqual('Talks')
})

test('a talk of another language alone is found without naming it, its own address being the other', async () => {
  const {status, html} = await readSite(content, 'http://site.test/talk/only/')
  expect([status, canonical(html)]).toEqual([200, '/en/talk/only/'])
})

test.each([
  '/ko/talk/none/',
  '/de/talk/a/',
  '/de/tag/API/',
  '/en/talk/a/more/',
  '/en/tag/none/',
  '/de/',
  '/en/page/2/',
  '/ko/author/admin/',
])('%s does not exist', async (path) => {
  expect((await readSite(content, `http://site.test${path}`)).status).toEqual(404)
})

test('on a site of one language, no address names one', async () => {
  const one = [{...koreanTalk, tags: ['API']}]
  const statuses = ['/tag/API/', '/de/tag/API/', '/ko/tag/API/'].map(
    async (path) => (await readSite(one, `http://site.test${path}`)).status,
  )
  expect(await Promise.all(statuses)).toEqual([200, 404, 404])
})

test('people, tags, projects and decks lead back to the talks in their language', async () => {
  const [project, slideDeck] = ['project', 'slideDeck'].map((type) => ({
    _id: type,
    _type: type,
    slug: {_type: 'slug', current: 'b'},
    hugo: {language: 'en'},
  }))
  const french = {...author, _id: 'author-fr', hugo: {language: 'fr'}}
  const all = [...content, {...english, _id: 'tagged', tags: ['API']}, french, project ?? {}, slideDeck ?? {}]
  const homes = ['/en/author/admin/', '/en/tag/API/', '/en/project/b/', '/en/slides/b/', '/fr/author/admin/'].map(
    async (path) => {
      const {html} = await readSite(all, `http://site.test${path}`)
      return /<footer class="site-footer"><a href="([^"]*)"/.exec(html)?.[1]
    },
  )
  expect(await Promise.all(homes)).toEqual(['/en/', '/en/', '/en/', '/en/', '/'])
})

test.each(['author', 'project', 'slides'])('%s pages in several languages name one another', async (section) => {
  const both = ['ko', 'en'].flatMap((code) =>
    ['author', 'project', 'slideDeck'].map((type) => ({
      _id: `${type}-${code}`,
      _type: type,
      slug: {_type: 'slug', current: 'both'},
      hugo: {language: code},
    })),
  )
  const pages = await Promise.all(
    [`/${section}/both/`, `/en/${section}/both/`].map((path) =>
      readSite([...content, ...both], `http://site.test${path}`),
    ),
  )
  const translations = pages.map(({html}) => /<nav class="translations".*?<\/nav>/.exec(html)?.[0])
  expect(translations).toEqual([
    `<nav class="translations" aria-label="다른 언어"><a href="/en/${section}/both/" hrefLang="en" lang="en">English</a></nav>`,
    `<nav class="translations" aria-label="Other languages"><a href="/${section}/both/" hrefLang="ko" lang="ko">한국어</a></nav>`,
  ])
})

test.each([
  ['/en/none/', 'en', 'Page not found', '/en/'],
  ['/en/talk/none/', 'en', 'Page not found', '/en/'],
  ['/none/', 'ko', '페이지를 찾을 수 없습니다', '/'],
  ['/fr/none/', 'ko', '페이지를 찾을 수 없습니다', '/'],
])(
  'that there is no %s is said in the language of its address, and no page is the current one',
  async (path, code, said, home) => {
    const {status, html} = await readSite(content, `http://site.test${path}`)
    expect([status, title(html)]).toEqual([404, said])
    expect(html).toContain(`<html lang="${code}">`)
    const name = code === 'en' ? 'Talks by Jieun Kim' : '김지은의 발표'
    expect(html).toContain(`<a class="site-name" href="${home}">${name}</a>`)
    expect(html).not.toContain('aria-current')
  },
)

test('people, calendars and the sitemap follow', async () => {
  const person = await readSite(content, 'http://site.test/en/author/admin/')
  expect([person.status, title(person.html)]).toEqual([200, 'Jieun Kim'])
  const calendar = await readSite(content, 'http://site.test/en/talk/a/talk.ics')
  expect(calendar.html).toContain('URL:http://site.test/en/talk/a/')
  const sitemap = await readSite(content, 'http://site.test/sitemap.xml')
  expect(
    [...sitemap.html.matchAll(/<loc>http:\/\/site.test([^<]*)/g)].map(([, path]) => decodeURI(path ?? '')),
  ).toEqual(['/', '/en/', '/talk/a/', '/en/talk/a/', '/en/talk/only/', '/author/admin/', '/en/author/admin/'])
})
