import {expect, test} from 'vitest'
import {lakeOver} from '../fixtures/lakeOver.ts'
import {authorQuery} from './authorQuery.ts'
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
  const author = await lake.fetch(authorQuery, {slug: 'a', now: time})
  const project = await lake.fetch(projectQuery, {slug: 'p', now: time})
  const deck = await lake.fetch(slideDeckQuery, {slug: 's', now: time})
  const tagged = await lake.fetch(tagQuery, {label: 'groq', now: time})
  const sitemap = await lake.fetch(sitemapQuery, {now: time})
  for (const talks of [author?.talks, project?.talks, deck?.talks, tagged, sitemap.talks]) {
    expect(new Set(slugs(talks ?? []))).toEqual(new Set([...upcoming, ...past]))
  }
})

test('the time of a query has whole seconds, so that instants compare as strings', () => {
  expect(queryTime(now)).toEqual({now: '2026-11-22T12:00:00Z', dayAgo: '2026-11-21T12:00:00Z'})
})
