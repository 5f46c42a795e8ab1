import {expect, test} from 'vitest'
import {lakeOver} from '../fixtures/lakeOver.ts'
import {authorQuery} from './authorQuery.ts'
import {feedQuery} from './feedQuery.ts'
import {languagesQuery} from './languagesQuery.ts'
import {projectQuery} from './projectQuery.ts'
import {queryTime} from './queryTime.ts'
import {sitemapQuery} from './sitemapQuery.ts'
import {slideDeckQuery} from './slideDeckQuery.ts'
import {tagQuery} from './tagQuery.ts'
import {talkListQuery} from './talkListQuery.ts'
import {talkQuery} from './talkQuery.ts'

const now = new Date('2026-11-22T12:00:00.500Z')

function talk(slug: string, fields: Record<string, unknown>, id = `talk-${slug}`) {
  return {
    _id: id,
    _type: 'talk',
    _updatedAt: '2026-01-01T00:00:00Z',
    slug: {_type: 'slug', current: slug},
    authors: [{_type: 'reference', _key: 'a', _ref: 'author-a'}],
    projects: [{_type: 'reference', _key: 'p', _ref: 'project-p'}],
    slides: {_type: 'reference', _ref: 'slideDeck-s'},
    tags: ['groq'],
    ...fields,
  }
}

const documents: Array<Record<string, unknown>> = [
  {_id: 'author-a', _type: 'author', slug: {current: 'a'}},
  {_id: 'project-p', _type: 'project', slug: {current: 'p'}},
  {_id: 'slideDeck-s', _type: 'slideDeck', slug: {current: 's'}},
  talk('over', {start: '2026-11-01T10:00:00Z', publishDate: '2026-10-01T00:00:00Z'}),
  talk('ahead', {start: '2026-12-01T10:00:00Z', publishDate: '2026-10-01T00:00:00Z'}),
  talk('ahead-unpublished', {start: '2026-12-01T10:00:00Z'}),
  talk('publish-date-ahead', {start: '2026-11-01T10:00:00Z', publishDate: '2026-11-22T12:00:01Z'}),
  talk('publish-date-now', {start: '2026-11-02T10:00:00Z', publishDate: '2026-11-22T12:00:00.000Z'}),
  talk('expired', {start: '2026-11-01T10:00:00Z', expiryDate: '2026-11-22T11:59:59Z'}),
  talk('expires-later', {start: '2026-11-03T10:00:00Z', expiryDate: '2026-11-22T12:00:01Z'}),
  talk('going-on', {start: '2026-11-22T11:00:00Z', end: '2026-11-22T12:30:00Z'}),
  talk('started-without-end', {start: '2026-11-22T11:30:00Z'}),
  talk('today-in-seoul', {start: '2026-11-21T15:00:00Z', allDay: true, timeZone: 'Asia/Seoul'}),
  talk('yesterday-in-seoul', {start: '2026-11-20T15:00:00Z', allDay: true, timeZone: 'Asia/Seoul'}),
  talk('until-today', {start: '2026-11-18T15:00:00Z', end: '2026-11-21T15:00:00Z', allDay: true}),
  talk('no-date', {}),
  talk('draft', {start: '2026-11-01T10:00:00Z'}, 'drafts.talk-draft'),
  talk('version', {start: '2026-11-01T10:00:00Z'}, 'versions.r1.talk-version'),
  {...talk('', {start: '2026-11-01T10:00:00Z'}, 'talk-no-slug'), slug: undefined},
]

const lake = lakeOver(documents)
const upcoming = ['until-today', 'today-in-seoul', 'going-on', 'ahead']
const past = ['started-without-end', 'yesterday-in-seoul', 'expires-later', 'publish-date-now', 'over', 'no-date']
const slugs = (talks: Array<{slug: string | null}>) => talks.map(({slug}) => slug)

test('the list parts what is ahead, soonest first, from what is over, newest first', async () => {
  const list = await lake.fetch(talkListQuery, {...queryTime(now), from: 0, to: 50})
  expect({upcoming: slugs(list.upcoming), past: slugs(list.past), pastCount: list.pastCount}).toEqual({
    upcoming,
    past,
    pastCount: past.length,
  })
})

test('the list of what is over comes in pages', async () => {
  const list = await lake.fetch(talkListQuery, {...queryTime(now), from: 2, to: 4})
  expect(slugs(list.past)).toEqual(past.slice(2, 4))
})

const hidden = ['ahead-unpublished', 'publish-date-ahead', 'expired', 'draft', 'version', '', 'none']

test('a talk has a page exactly while the lists name it', async () => {
  const time = queryTime(now).now
  const visible: string[] = []
  for (const slug of [...upcoming, ...past, ...hidden]) {
    const talk = await lake.fetch(talkQuery, {slug, now: time})
    if (talk) visible.push(talk.slug ?? '')
  }
  expect(visible).toEqual([...upcoming, ...past])
})

test('author, project, deck, tag and sitemap name the same talks', async () => {
  const time = queryTime(now).now
  const author = await lake.fetch(authorQuery, {slug: 'a', now: time, from: 0, to: 50})
  const project = await lake.fetch(projectQuery, {slug: 'p', now: time})
  const deck = await lake.fetch(slideDeckQuery, {slug: 's', now: time})
  const tagged = await lake.fetch(tagQuery, {label: 'groq', now: time, from: 0, to: 50})
  const feed = await lake.fetch(feedQuery, {now: time})
  const sitemap = await lake.fetch(sitemapQuery, {now: time})
  const length = upcoming.length + past.length
  expect([author?.talkCount, tagged.count]).toEqual([length, length])
  for (const talks of [author?.talks, project?.talks, deck?.talks, tagged.talks, feed, sitemap.talks]) {
    expect(new Set(slugs(talks ?? []))).toEqual(new Set([...upcoming, ...past]))
  }
})

const translated = (slug: string, language: string | undefined, id: string) =>
  talk(slug, {start: '2026-11-01T10:00:00Z', ...(language !== undefined && {hugo: {language}})}, id)
const translations = lakeOver([
  documents[0] ?? {},
  translated('both', 'en', 'talk-1'),
  translated('both', 'ko', 'talk-2'),
  translated('english', 'en', 'talk-3'),
  translated('plain', undefined, 'talk-4'),
])

test('lists are of one language, or of all', async () => {
  const ids = async (language: string) => {
    const time = {...queryTime(now), language}
    const list = await translations.fetch(talkListQuery, {...time, from: 0, to: 50})
    const range = {from: 0, to: 50}
    const author = await translations.fetch(authorQuery, {...time, ...range, slug: 'a'})
    const tagged = await translations.fetch(tagQuery, {...time, ...range, label: 'groq'})
    const feed = await translations.fetch(feedQuery, time)
    const named = [list.past, author?.talks ?? [], tagged.talks, feed].map((talks) =>
      talks.map(({_id}) => _id).join(' '),
    )
    return [...new Set(named)]
  }
  expect(await ids('ko')).toEqual(['talk-2 talk-4'])
  expect(await ids('en')).toEqual(['talk-1 talk-3 talk-4'])
  expect(await ids('')).toEqual(['talk-1 talk-2 talk-3 talk-4'])
  expect(new Set((await translations.fetch(languagesQuery)).talks)).toEqual(new Set(['en', 'ko']))
})

test('a slug leads to the talk in the language that is wanted, else to the one there is', async () => {
  const found = async (slug: string, language: string) =>
    (await translations.fetch(talkQuery, {slug, language, now: queryTime(now).now}))?._id
  expect([await found('both', 'ko'), await found('both', 'en'), await found('both', 'de')]).toEqual([
    'talk-2',
    'talk-1',
    'talk-1',
  ])
  expect([await found('english', 'ko'), await found('plain', 'ko')]).toEqual(['talk-3', 'talk-4'])
})

test('the time of a query has whole seconds, so that instants compare as strings', () => {
  expect(queryTime(now)).toEqual({now: '2026-11-22T12:00:00Z', dayAgo: '2026-11-21T12:00:00Z'})
})
