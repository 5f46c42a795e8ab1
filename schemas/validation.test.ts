import {createClient} from '@sanity/client'
import type {PathSegment, SanityDocument} from '@sanity/types'
import {createSchema, defaultLocale, type LocaleSource, validateDocument} from 'sanity'
import {describe, expect, test} from 'vitest'
import {everyBlock} from './fixtures/everyBlock.ts'
import {koreanTalk} from './fixtures/koreanTalk.ts'
import {createSchemaTypes} from './index.ts'

const schema = createSchema({name: 'default', types: createSchemaTypes('en')})
const i18n = {
  currentLocale: defaultLocale,
  locales: [defaultLocale],
  loadNamespaces: async () => {},
  t: ((key: string) => key) as LocaleSource['t'],
}

/** A client whose server says: the slug is free (or not), and every document exists. */
function clientFor(slugIsFree: boolean) {
  return createClient({
    projectId: 'lectern',
    dataset: 'production',
    apiVersion: '2025-02-19',
    useCdn: false,
    resolveFetch: () => async (input: string | URL | Request) => {
      const {pathname} = new URL(input instanceof Request ? input.url : input)
      if (!pathname.includes('/data/doc/')) return Response.json({result: slugIsFree, ms: 1, query: ''})
      return Response.json({documents: [{_id: 'any', _type: 'any'}], omitted: []})
    },
  })
}

/** `level path: message` of every finding, errors and warnings alike. */
async function findings(changes: Record<string, unknown>, slugIsFree = true): Promise<string[]> {
  const document: SanityDocument = {...koreanTalk, ...changes}
  const client = clientFor(slugIsFree)
  const markers = await validateDocument({document, workspace: {schema, getClient: () => client, i18n}})
  return markers.map(({level, path, message}) => `${level} ${path.map(segmentText).join('.')}: ${message}`)
}

const segmentText = (segment: PathSegment) =>
  typeof segment === 'object' && '_key' in segment ? segment._key : String(segment)

const item = (fields: Record<string, unknown>) => [{_type: 'talkLink', _key: 'k', kind: 'custom', ...fields}]

test.concurrent('the Korean talk is valid', async () => {
  expect(await findings({})).toEqual([])
})

test.concurrent('a body with every block is valid', async () => {
  expect(await findings({body: everyBlock})).toEqual([])
})

describe('footnotes', () => {
  const mark = (label: string) => ({_type: 'footnoteReference', _key: `m${label}`, label})
  const note = (label: string) => ({_type: 'footnote', _key: `n${label}`, label, content: []})
  const text = (...children: object[]) => ({_type: 'block', _key: 't', style: 'normal', markDefs: [], children})
  const span = {_type: 'span', _key: 's', text: '', marks: []}

  test.concurrent('a mark without its footnote and a footnote without its mark are told where they are', async () => {
    const callout = {_type: 'callout', _key: 'c', kind: 'note', content: [text(mark('b'))]}
    expect(await findings({body: [text(span, mark('a'), mark('a'), span), callout, note('A'), note('b')]})).toEqual([
      'warning body.t.children.ma: There is no footnote “a”, so the page shows [^a]. Add the footnote or give both the same label.',
      'warning body.nA: Nothing in the text leads to the footnote “A”. Insert a footnote mark or give both the same label.',
    ])
  })

  test.concurrent('what raw Markdown defines or refers to is taken for there', async () => {
    const raw = {_type: 'rawMarkdown', _key: 'r', markdown: 'Term[^a]\n: Text\n\n[^b]: Note'}
    expect(await findings({body: [text(span, mark('b')), raw, note('a')]})).toEqual([])
  })
})

describe('embeds', () => {
  const embed = (fields: Record<string, unknown>) => ({body: [{_type: 'embed', _key: 'e', ...fields}]})

  test.concurrent.each([
    {provider: 'youtube', id: 'dQw4w9WgXcQ'},
    {provider: 'youtube', url: 'https://youtu.be/dQw4w9WgXcQ?t=3'},
    {provider: 'x', url: 'https://x.com/GoHugoIO/status/877500564405444608'},
    {provider: 'gist', id: 'jmooring 50a7482715eac222e'},
    {provider: 'gdocs', url: 'https://docs.google.com/a'},
    {provider: 'iframe', url: 'https://example.org/player'},
    {provider: 'x', id: '877500564405444608', syntax: 'shortcode', shortcode: 'tweet'},
    {provider: 'youtube', url: 'https://example.org/video', syntax: 'shortcode'},
  ])('%o can be shown, or came from a file', async (fields) => {
    expect(await findings(embed(fields))).toEqual([])
  })

  test.concurrent('an address in place of an ID, another service’s address and a post without its author are told', async () => {
    expect(await findings(embed({provider: 'youtube', id: 'https://www.youtube.com/watch?v=dQw4w9WgXcQ'}))).toEqual([
      'error body.e.id: Only the ID belongs here. Put the address into “Address”.',
    ])
    expect(await findings(embed({provider: 'youtube', url: 'https://vimeo.com/1'}))).toEqual([
      'error body.e.url: This is not an address of the chosen service. Change the one or the other.',
    ])
    expect(await findings(embed({provider: 'x', id: '877500564405444608'}))).toEqual([
      'error body.e.url: A post of X cannot be shown by its ID alone. Clear the ID and enter its address, e.g. https://x.com/name/status/1.',
    ])
    expect(await findings(embed({provider: 'vimeo'}))).toEqual(['warning body.e: Enter an address or an ID.'])
  })
})

describe('times', () => {
  const END = 'error end: The end is before the start. Move it after the start or clear it.'
  test.concurrent('the end is not before the start', async () => {
    expect(await findings({end: '2024-10-03T12:59:00Z'})).toEqual([END])
    expect(await findings({end: koreanTalk.start})).toEqual([])
  })

  test.concurrent('an all-day talk is compared by its days, in its own zone', async () => {
    const seoul = {allDay: true, timeZone: 'Asia/Seoul', start: '2024-10-02T15:00:00Z'}
    expect(await findings({...seoul, end: '2024-10-02T15:00:00Z'})).toEqual([])
    expect(await findings({...seoul, end: '2024-10-01T15:00:00Z'})).toEqual([END])
  })

  test.concurrent('an end needs a start', async () => {
    expect(await findings({start: undefined})).toEqual([
      'warning start: Without a start, the talk is listed neither as upcoming nor as past.',
      'error end: Set the start first.',
    ])
  })

  test.concurrent.each(['Asia/Seoul', 'UTC', '+09:00', '-03:30', 'America/Argentina/Buenos_Aires'])(
    '%s is a zone',
    async (timeZone) => {
      expect(await findings({timeZone})).toEqual([])
    },
  )

  test.concurrent.each(['Asia/Soul', '+9', '+25:00', ''])('"%s" is none', async (timeZone) => {
    expect(await findings({timeZone})).toEqual([
      `error timeZone: “${timeZone}” is not a known time zone. Choose one such as Asia/Seoul, UTC or +09:00.`,
    ])
  })

  test.concurrent('a page is visible at some time', async () => {
    expect(await findings({expiryDate: '2024-10-02T00:00:00Z'})).toEqual([
      'error expiryDate: The expiry date is before the publish date, so the page would never be visible.',
    ])
    expect(await findings({publishDate: undefined, start: '2999-01-01T00:00:00Z', end: undefined})).toEqual([
      'warning publishDate: Without a publish date the page is hidden until the talk starts. To announce it, set today’s date.',
    ])
  })
})

describe('slugs', () => {
  const slug = (current: string | undefined) => ({slug: {_type: 'slug', current}})
  test.concurrent('are there, composed, and usable in an address', async () => {
    expect(await findings({slug: undefined})).toEqual(['error slug: Type a slug or press Generate.'])
    expect(await findings(slug('발표'.normalize('NFD')))).toEqual([
      'error slug: The Korean letters are decomposed (not NFC). Clear it and press Generate.',
    ])
    expect(await findings(slug('발'.repeat(86)))).toEqual([
      'error slug: It is too long for the name of a file or folder. Use 85 Korean letters or 255 Latin ones at most.',
    ])
    expect(await findings(slug('발'.repeat(85)))).toEqual([])
    expect(await findings(slug('a/b'))).toEqual([
      'error slug: Spaces and / ? # % are not allowed. Use hyphens instead.',
    ])
    for (const name of ['.', '..', '.x', 'x~'])
      expect(await findings(slug(name))).toEqual([
        'error slug: It may not begin with a dot or end with a tilde: Hugo passes over such files.',
      ])
  })

  test.concurrent.each([
    ['a new author, who may get a data file', {_type: 'author', hugo: undefined}, 83, 250],
    ['an author with a data file', {_type: 'author', hugo: {path: 'data/authors/kim.yaml'}}, 83, 250],
    ['an author with a folder', {_type: 'author', hugo: {path: 'content/authors/kim/_index.md'}}, 85, 255],
    ['a talk that is one file', {hugo: {path: 'content/talk/one.ko.md'}}, 83, 249],
    ['a talk with a folder', {hugo: {path: 'content/talk/one/index.ko.md'}}, 85, 255],
  ])('leave room for what stands behind them: %s', async (_, document, korean, latin) => {
    const told = async (length: number) => {
      const found = await findings({...document, ...slug('a'.repeat(length))})
      return found.filter((finding) => finding.startsWith('error slug'))
    }
    expect(await told(latin)).toEqual([])
    expect(await told(latin + 1)).toEqual([
      `error slug: It is too long for the name of a file or folder. Use ${korean} Korean letters or ${latin} Latin ones at most.`,
    ])
  })

  test.concurrent('are unique among talks', async () => {
    expect(await findings({}, false)).toEqual(['error slug: validation:slug.not-unique'])
  })
})

describe('links', () => {
  test.concurrent.each([
    'https://example.org/발표?q=1#a',
    'mailto:a@example.org',
    'tel:+8210',
    '/uploads/a.pdf',
    'slides.pdf',
    'my slides.pdf',
    '../x/',
    '#top',
    '//cdn.example.org/a.pdf',
  ])('%s is an address as Hugo accepts it', async (url) => {
    expect(await findings({links: item({url})})).toEqual([])
  })

  test.concurrent('problems are named', async () => {
    expect(await findings({links: item({url: 'javascript:alert(1)'})})).toEqual([
      'error links.k.url: This address could run code in a visitor’s browser, so the site does not show it. Use an https:// address.',
    ])
    expect(await findings({links: item({url: ' https://example.org'})})).toEqual([
      'error links.k.url: Remove the spaces before or after the address.',
    ])
    expect(await findings({links: item({url: 'https://'})})).toEqual([
      'error links.k.url: Check the address; it should look like https://example.org/talk',
    ])
    expect(await findings({links: item({url: 'www.example.org'})})).toEqual([
      'warning links.k.url: If this is another site, start it with https://. Without it, the site looks for a file of its own.',
    ])
    expect(await findings({links: item({})})).toEqual(['error links.k: Enter an address or upload a file.'])
  })
})

test.concurrent('a talk needs a title; the same person or word twice is worth a warning', async () => {
  const author = (key: string) => ({_type: 'reference', _key: key, _ref: 'author-admin'})
  expect(await findings({title: undefined})).toEqual(['error title: Give the talk a title.'])
  expect(await findings({authors: [author('a'), author('b')]})).toEqual([
    'warning authors: The same person is listed twice. Remove one.',
  ])
  expect(await findings({tags: ['go', 'go']})).toEqual([
    'warning tags.0: A word is listed twice. Remove one.',
    'warning tags.1: A word is listed twice. Remove one.',
  ])
})
