import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {readSite} from '../bundle/readSite.ts'
import {readPage} from './page.ts'
import {createSiteView} from './site.ts'
import {toDocument} from './toDocument.ts'

const FOLDER = join(import.meta.dirname, '../content')
const PATH = 'content/event/백엔드-개발에-대한-짧은-견해/index.md'
const CAPTION_LINK =
  'https://unsplash.com/ko/%EC%82%AC%EC%A7%84/%EA%B0%88%EC%83%89-%ED%85%8C%EC%9D%B4%EB%B8%94-%EC%9C%84%EC%97%90-%EB%86%93%EC%9D%B8-macbook-pro-1SAnrIxw5OY'

// The Markdown side makes the keys inside texts and tests them itself.
const KEY: unknown = expect.stringMatching(/^[0-9a-f]{12}$/)

test('the Korean talk, whole', () => {
  const site = readSite(FOLDER)
  const source = readFileSync(join(FOLDER, PATH), 'utf8')
  const file = site.pages.find(({path}) => path === PATH)
  if (!file) throw new Error('The talk was not found')
  const {document, draft, stubs, assets, notices} = toDocument(
    readPage(file, source),
    createSiteView(site.pages, site.config),
  )
  const [first = '', second = ''] = source.split('---\n').at(-1)?.trim().split('\n\n\n') ?? []
  const paragraph = (text: string) => {
    const [, bold = '', rest = ''] = /^\*\*(.*?)\*\*(.*?) ?$/.exec(text) ?? []
    return {
      _type: 'block',
      _key: KEY,
      style: 'normal',
      children: [
        {_type: 'span', _key: KEY, text: bold, marks: ['strong']},
        {_type: 'span', _key: KEY, text: rest, marks: []},
      ],
      markDefs: [],
    }
  }
  expect(document).toEqual({
    _id: 'talk-002c68656218',
    _type: 'talk',
    title: '백엔드 개발에 대한 짧은 견해',
    slug: {_type: 'slug', current: '백엔드-개발에-대한-짧은-견해'},
    event: {_type: 'talkEvent', name: 'Hugo Blox Builder Conference', url: 'https://example.org'},
    start: '2024-10-03T13:00:00Z',
    end: '2024-10-03T15:00:00Z',
    allDay: false,
    timeZone: 'UTC',
    publishDate: '2024-10-03T00:00:00Z',
    authors: [{_type: 'reference', _ref: 'author-admin', _key: '2f75b0ca52b5'}],
    featured: false,
    image: {
      _type: 'image',
      hotspot: {_type: 'sanity.imageHotspot', x: 1, y: 0.5, width: 0.3, height: 0.3},
      caption: [
        {
          _type: 'block',
          _key: KEY,
          style: 'normal',
          children: [
            {_type: 'span', _key: KEY, text: 'Image credit: ', marks: []},
            {_type: 'span', _key: KEY, text: 'Unsplash', marks: [KEY, 'strong']},
          ],
          markDefs: [{_type: 'link', _key: KEY, href: CAPTION_LINK}],
        },
      ],
    },
    links: [
      {_type: 'talkLink', _key: 'b3f1aed1d734', kind: 'code', url: 'https://github.com'},
      {_type: 'talkLink', _key: 'b5021afe1c69', kind: 'slides', url: 'https://slideshare.net'},
      {_type: 'talkLink', _key: '16e3f65d2ba9', kind: 'video', url: 'https://youtube.com'},
    ],
    projects: [{_type: 'reference', _ref: 'project-example', _key: '8553b7441445'}],
    body: [paragraph(first), paragraph(second)],
    hugo: {
      _type: 'hugoSource',
      path: PATH,
      dialect: 'wowchemy',
      format: 'yaml',
      source,
      fingerprint: '',
      address: '/event/백엔드-개발에-대한-짧은-견해/',
    },
  })
  expect([draft, stubs, assets]).toEqual([false, [], []])
  expect(notices.map(({kind, line, field}) => `${line} ${field} ${kind}`)).toEqual([
    '5 event_url templateLeftover',
    '4 event templateLeftover',
    '9 date templateLeftover',
    '24 image templateLeftover',
    '24 image missingImage',
    '33 url_code templateLeftover',
    '35 url_slides templateLeftover',
    '36 url_video templateLeftover',
    '50 projects templateLeftover',
  ])
})
