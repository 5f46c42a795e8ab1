import {expect, test} from 'vitest'
import {pageFileAt} from '../bundle/pageFileAt.ts'
import {readSiteConfig} from '../bundle/siteConfig.ts'
import {seal} from './fingerprint.ts'
import {fromDocument} from './fromDocument.ts'
import {readPage} from './page.ts'
import {createSiteView} from './site.ts'
import {toDocument} from './toDocument.ts'
import type {AnyDocument, KeyedReference, Talk} from './types.ts'

const {config} = readSiteConfig(new Map(), 'UTC')

/** The text of a page after an edit of its document, and the document that this text gives. */
function edit(
  path: string,
  text: string,
  changes: {[F in keyof Talk]?: Talk[F] | undefined},
): {text: string; reread: AnyDocument} {
  const file = pageFileAt(path, path.includes('/slides/') ? 'slideDeck' : 'talk')
  const site = createSiteView([file], config)
  const page = readPage(file, text)
  const {document, draft} = toDocument(page, site)
  const sealed = seal(document, {converter: '', source: '', files: '', draft, assets: {}})
  const sources = {nameOf: () => undefined, fileName: () => undefined, assetId: () => undefined}
  const edited = Object.assign(sealed, changes)
  const written = fromDocument({document: edited, draft, page, site, sources, assets: new Map()}).text
  return {text: written, reread: toDocument(readPage(file, written), site).document}
}

/** A document without what follows from its text and its path. */
const fieldsOf = ({_id, slug: _slug, hugo: _hugo, ...fields}: AnyDocument) => fields

test('a page of the kit that keeps its start in date alone keeps it there', () => {
  const {text, reread} = edit('content/events/x/index.md', '---\ntitle: T\ndate: 2024-10-03\n---\n', {
    start: '2024-11-04T10:00:00Z',
  })
  expect(text).toBe("---\ntitle: T\ndate: '2024-11-04T10:00:00'\n---\n")
  expect(fieldsOf(reread)).toEqual({_type: 'talk', title: 'T', start: '2024-11-04T10:00:00Z', timeZone: 'UTC'})
})

test('aliases in one text become a list when they are edited, and stay as they are otherwise', () => {
  const page = '+++\ntitle = "T"\naliases = "/a/ /b/" # moved twice\n+++\n'
  const {text, reread} = edit('content/talk/x/index.md', page, {})
  expect(text).toBe(page)
  expect(fieldsOf(reread)).toEqual({
    _type: 'talk',
    title: 'T',
    pageSettings: {_type: 'pageSettings', aliases: ['/a/', '/b/']},
  })
  const pageSettings = {_type: 'pageSettings' as const, aliases: ['/a/', '/b/', '/c/']}
  expect(edit('content/talk/x/index.md', page, {pageSettings}).text).toBe(
    '+++\ntitle = "T"\naliases = ["/a/", "/b/", "/c/"] # moved twice\n+++\n',
  )
})

test('a page of the kit that has no date yet, or a publish date beside the start, gets event_start', () => {
  const start = '2024-11-04T10:00:00Z'
  expect(edit('content/events/x/index.md', '---\ntitle: T\ndate:\n---\n', {start, timeZone: 'UTC'}).text).toBe(
    "---\ntitle: T\ndate:\nevent_start: '2024-11-04T10:00:00Z'\n---\n",
  )
  const both = '---\ntitle: T\ndate: 2024-01-01\nevent_start: 2024-10-03\n---\n'
  expect(edit('content/events/x/index.md', both, {start}).text).toBe(
    "---\ntitle: T\ndate: 2024-01-01\nevent_start: '2024-11-04T10:00:00'\n---\n",
  )
})

test('a page of the kit whose event_start is empty has its start in date, as for the theme', () => {
  const text = '---\ntitle: T\nevent_start: ""\ndate: 2024-10-03\n---\n'
  expect(fieldsOf(edit('content/events/x/index.md', text, {}).reread)).toEqual({
    _type: 'talk',
    title: 'T',
    start: '2024-10-03T00:00:00Z',
    timeZone: 'UTC',
  })
  expect(edit('content/events/x/index.md', text, {start: '2024-11-04T10:00:00Z'}).text).toBe(
    '---\ntitle: T\nevent_start: ""\ndate: \'2024-11-04T10:00:00\'\n---\n',
  )
})

test('the publish date of a talk of the kit does not become its start when that is cleared', () => {
  const text = '---\ntitle: T\nevent_start: 2024-10-03\ndate: 2024-01-01\n---\n'
  const cleared = {start: undefined, timeZone: undefined}
  const {text: written, reread} = edit('content/events/x/index.md', text, cleared)
  expect(written).toBe("---\ntitle: T\nevent_start: ''\ndate: ''\npublishDate: '2024-01-01'\n---\n")
  expect(fieldsOf(reread)).toEqual({_type: 'talk', title: 'T', publishDate: '2024-01-01T00:00:00Z'})
  const moved = edit('content/events/x/index.md', text, {...cleared, publishDate: '2024-02-02T00:00:00Z'})
  expect(moved.text).toBe("---\ntitle: T\nevent_start: ''\ndate: ''\npublishDate: '2024-02-02'\n---\n")
})

test('a publish date goes where the kit and Academic 2 look for it beside a start, else where all find it', () => {
  const publishDate = '2024-01-01T00:00:00Z'
  const [begun, start] = ["event_start: '2024-10-03T10:00:00'", '2024-10-03T10:00:00Z']
  const kit = (...lines: string[]) => `---\n${['title: T', ...lines].join('\n')}\n---\n`
  const path = 'content/events/x/index.md'
  const date = "date: '2024-01-01T00:00:00Z'"
  expect(edit(path, kit(begun), {publishDate}).text).toBe(kit(date, begun))
  expect(edit(path, kit(), {start, timeZone: 'UTC', publishDate}).text).toBe(kit(date, begun.replace("0'", "0Z'")))
  expect(edit(path, kit(), {publishDate}).text).toBe(kit(date.replace('date', 'publishDate')))
  const old = '+++\ntitle = "T"\ntime_start = 2017-03-01T10:00:00\n+++\n'
  expect(edit('content/talk/x.md', old, {publishDate}).text).toBe(
    '+++\ntitle = "T"\ndate = "2024-01-01T00:00:00Z"\ntime_start = 2017-03-01T10:00:00\n+++\n',
  )
})

test('a page without front matter gets some above the same text', () => {
  const {text, reread} = edit('content/slides/deck.md', '# One\n\ntwo\n', {title: '덱'})
  expect(text).toBe('---\ntitle: 덱\n---\n# One\n\ntwo\n')
  expect(fieldsOf(reread)).toEqual({_type: 'slideDeck', title: '덱', markdown: '# One\n\ntwo\n'})
})

test('a page of Academic 1 has its start in date, and no publish date', () => {
  const page = '+++\ntitle = "T"\ndate = "2016-05-06T10:00:00"\nselected = false\n[header]\ncaption = "C"\n+++\n'
  const moved = edit('content/talk/x.md', page, {start: '2016-05-07T10:00:00Z', end: '2016-05-07T11:00:00Z'})
  expect(moved.text).toBe(
    '+++\ntitle = "T"\ndate = "2016-05-07T10:00:00"\ntime_end = "2016-05-07T11:00:00Z"\nselected = false\n[header]\ncaption = "C"\n+++\n',
  )
  const span = {_type: 'span', _key: '62a1707243fd', text: 'C', marks: []}
  const caption = [{_type: 'block', _key: 'b652b7e44079', style: 'normal', children: [span], markDefs: []}]
  const rest = {_type: 'talk', title: 'T', timeZone: 'UTC', featured: false, image: {_type: 'image', caption}}
  expect(fieldsOf(moved.reread)).toEqual({...rest, start: '2016-05-07T10:00:00Z', end: '2016-05-07T11:00:00Z'})
  const dated = edit('content/talk/x.md', page, {publishDate: '2016-01-01T00:00:00Z'})
  expect(fieldsOf(dated.reread)).toEqual({
    ...rest,
    start: '2016-05-06T10:00:00Z',
    publishDate: '2016-01-01T00:00:00Z',
  })
})

test('a page that says publishDate beside the keys of Academic 2 keeps its publish date there', () => {
  const page =
    '+++\ntitle = "T"\npublishDate = 2016-01-02\ndate = 2016-05-06\nall_day = true\ntime_end = 2016-05-07\n+++\n'
  const {text, reread} = edit('content/event/x.md', page, {publishDate: '2016-02-03T00:00:00Z'})
  expect(text).toBe(page.replace('2016-01-02', '2016-02-03'))
  expect(fieldsOf(reread)).toEqual({
    _type: 'talk',
    title: 'T',
    start: '2016-05-06T00:00:00Z',
    end: '2016-05-07T00:00:00Z',
    allDay: true,
    timeZone: 'UTC',
    publishDate: '2016-02-03T00:00:00Z',
  })
})

const noted = "---\ntitle: T\nauthors: [Lee, Kim]\nauthor_notes: ['', Second] # beside\n---\n"
const note = (authorId: string, text: string) => ({_type: 'authorNote' as const, _key: text, authorId, note: text})

test('a note stands beside its author, in a list of its own', () => {
  const {authors, authorNotes} = edit('content/event/x/index.md', noted, {}).reread as Talk
  expect(authors?.map((author) => Object.keys(author).sort())).toEqual([
    ['_key', '_ref', '_type'],
    ['_key', '_ref', '_type'],
  ])
  expect(authorNotes?.map(({_key, ...rest}) => rest)).toEqual([
    {_type: 'authorNote', authorId: 'author-kim', note: 'Second'},
  ])
})

test.each<[string, Partial<Talk>, string]>([
  ['another text', {authorNotes: [note('author-kim', '2')]}, "author_notes: ['', '2'] # beside"],
  ['one more', {authorNotes: [note('author-kim', 'B'), note('author-lee', 'A')]}, "author_notes: ['A', 'B'] # beside"],
  [
    'of somebody who is not in the list',
    {authorNotes: [note('author-kim', 'Second'), note('gone', 'X')]},
    "author_notes: ['', Second] # beside",
  ],
])('a note is written at the place of its author: %s', (_, changes, line) => {
  const {text} = edit('content/event/x/index.md', noted, changes)
  expect(text).toBe(`---\ntitle: T\nauthors: [Lee, Kim]\n${line}\n---\n`)
})

test('notes go with their authors, and the last of them leaves an empty list', () => {
  const {authors = [], authorNotes = []} = edit('content/event/x/index.md', noted, {}).reread as Talk
  expect(edit('content/event/x/index.md', noted, {authors: authors.toReversed()}).text).toBe(
    "---\ntitle: T\nauthors: [Kim, Lee]\nauthor_notes: [Second, ''] # beside\n---\n",
  )
  const alone = authors.slice(0, 1)
  expect(edit('content/event/x/index.md', noted, {authors: alone, authorNotes}).text).toBe(
    '---\ntitle: T\nauthors: [Lee]\nauthor_notes: [] # beside\n---\n',
  )
  expect(edit('content/event/x/index.md', noted, {authors, authorNotes: []}).text).toBe(
    '---\ntitle: T\nauthors: [Lee, Kim]\nauthor_notes: [] # beside\n---\n',
  )
})

test('of somebody who is listed twice, each place keeps its name and its note', () => {
  const twice = "---\ntitle: T\nauthors: [Lee, Kim, lee]\nauthor_notes: ['', Second, Third]\n---\n"
  const [lee, kim, again] = (edit('content/event/x/index.md', twice, {}).reread as Talk).authors ?? []
  if (!lee || !kim || !again) throw new Error('The page has three authors')
  const written = (...authors: KeyedReference[]) => edit('content/event/x/index.md', twice, {authors}).text
  expect(written(kim, lee, again)).toBe(
    "---\ntitle: T\nauthors: [Kim, Lee, lee]\nauthor_notes: [Second, '', Third]\n---\n",
  )
  expect(written(kim, again)).toBe('---\ntitle: T\nauthors: [Kim, lee]\nauthor_notes: [Second, Third]\n---\n')
})

test('an author whom the lake does not have any more takes no note of another one', () => {
  const page = '---\ntitle: T\nauthors: [Lee]\nauthor_notes: [First]\n---\n'
  const gone = {_type: 'reference' as const, _key: 'k', _ref: 'gone'}
  const {authors = [], authorNotes = []} = edit('content/event/x/index.md', page, {}).reread as Talk
  const changes = {authors: [gone, ...authors], authorNotes: [note('gone', 'Lost'), ...authorNotes]}
  expect(edit('content/event/x/index.md', page, changes).text).toBe(page)
})

test('an item of the links that is no link is said, and stays where it is when the others are edited', () => {
  const page =
    '---\ntitle: T\nlinks:\n  - Slides: https://a.b # odd\n  - name: N\n    url: https://n\n  - https://c.d\n---\n'
  const {text, reread} = edit('content/event/x/index.md', page, {
    links: [{_type: 'talkLink', _key: 'k', kind: 'custom', label: 'M', url: 'https://m'}],
  })
  expect(text).toBe(page.replace('name: N', 'name: M').replace('https://n', 'https://m'))
  expect(fieldsOf(reread)).toEqual({
    _type: 'talk',
    title: 'T',
    links: [{_type: 'talkLink', _key: 'c51c66749dd7', kind: 'custom', label: 'M', url: 'https://m'}],
  })
})
