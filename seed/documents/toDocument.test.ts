import {expect, test} from 'vitest'
import {pageFileAt} from '../bundle/pageFileAt.ts'
import {readSiteConfig} from '../bundle/siteConfig.ts'
import {readPage} from './page.ts'
import {createSiteView} from './site.ts'
import {toDocument} from './toDocument.ts'

const {config} = readSiteConfig(new Map(), 'UTC')

/** Kind, line and value of what is said about a talk with this front matter, on a site with these files. */
function notices(header: string, files: readonly string[] = []): unknown[] {
  return noticesOf(`---\n${header}\n---\n`, files)
}

function noticesOf(text: string, files: readonly string[] = []): unknown[] {
  const file = pageFileAt('content/event/x/index.md', 'talk')
  const site = createSiteView([file], config, {files: new Set(files)})
  const page = readPage(file, text)
  return toDocument(page, site).notices.map(({kind, line, value}) => [kind, line, value])
}

test('an end that is an empty list or map is none, as for the theme, while a date is read by Hugo itself', () => {
  expect(notices('title: T\ndate: 2024-10-03T13:00:00Z\ndate_end: []')).toEqual([])
  expect(notices('title: T\ntime_start: 2024-10-03T13:00:00Z\ntime_end: {}')).toEqual([])
  expect(notices('title: T\ndate: []')).toEqual([['rejectedDate', 3, '[]']])
})

test('a talk without a date is said where Hugo shows another date as its start', () => {
  expect(notices('title: T\npublishDate: 2024-10-03')).toEqual([['missingDate', 3, '2024-10-03']])
  expect(notices("title: T\ndate: ''\nlastmod: 2024-10-03")).toEqual([['missingDate', 4, '2024-10-03']])
  expect(notices('title: T\npublishDate: soon')).toEqual([['rejectedDate', 3, 'soon']])
  expect(notices("title: T\ntime_start: ''\npublishDate: 2024-10-03")).toEqual([])
  expect(notices('title: T')).toEqual([])
})

test.each([
  [
    'a day without hyphens',
    '---\ntitle: T\ndate: 20240202\n---\n',
    '20240202',
    'this is 1970-08-23. Write the day as 2024-02-02.',
  ],
  [
    'in TOML',
    '+++\ntitle = "T"\ndate = 20_240_202\n+++\n',
    '20240202',
    'this is 1970-08-23. Write the day as 2024-02-02.',
  ],
  ['a year', '---\ntitle: T\ndate: 2024\n---\n', '2024', 'this is 1970-01-01. Write the day in the form 2024-02-02.'],
  [
    'no day',
    '---\ntitle: T\ndate: 20241302\n---\n',
    '20241302',
    'this is 1970-08-23. Write the day in the form 2024-02-02.',
  ],
  [
    'a minute',
    '---\ntitle: T\ndate: 202402021300\n---\n',
    '202402021300',
    'this is 8383-11-12. Write the day in the form 2024-02-02.',
  ],
])('a number that Hugo takes for seconds is said where it is a day: %s', (_, text, value, message) => {
  const file = pageFileAt('content/event/x/index.md', 'talk')
  const page = readPage(file, text)
  expect(toDocument(page, createSiteView([file], config)).notices).toEqual([
    {
      kind: 'wrongType',
      path: 'content/event/x/index.md',
      line: 3,
      field: 'date',
      message: `Hugo takes a number for seconds since 1970: ${message}`,
      value,
    },
  ])
})

test('seconds since 1970 are a date, and a publish date without hyphens is said like a start', () => {
  expect(notices('title: T\ndate: 1706832000')).toEqual([])
  expect(noticesOf('{\n"title": "T",\n"date": 1706832000\n}\n')).toEqual([['rejectedDate', 3, '1706832000']])
  expect(notices('title: T\ndate: 2024-02-02\npublishDate: 20240101\nexpiryDate: 20250101')).toEqual([
    ['wrongType', 4, '20240101'],
    ['wrongType', 5, '20250101'],
  ])
})

test('spaces in a link are said unless a static file has that name', () => {
  const header = 'title: T\nurl_slides: pdf/My slides.pdf\nlinks:\n- {name: A, url: /My file.pdf}'
  expect(notices(header, ['static/pdf/My slides.pdf', 'static/My file.pdf'])).toEqual([])
  expect(notices(header)).toEqual([
    ['invalidUrl', 3, 'pdf/My slides.pdf'],
    ['invalidUrl', 5, '/My file.pdf'],
  ])
})

test('an item of the links that is no link is said, one of a template that is empty is not', () => {
  const header = 'title: T\nlinks:\n- {Slides: https://a.b}\n- {name: "", url: "", icon_pack: fab}\n- {name: N}\n- x'
  expect(notices(header)).toEqual([
    ['wrongType', 3, '{"Slides":"https://a.b"}'],
    ['wrongType', 3, '"x"'],
  ])
})

test('what is said of a link that may lead nowhere is true of it', () => {
  const file = pageFileAt('content/event/x/index.md', 'talk')
  const page = readPage(file, '---\ntitle: T\nurl_pdf: "https:a.org"\nurl_code: a b\n---\n')
  expect(toDocument(page, createSiteView([file], config)).notices).toEqual([
    {
      kind: 'invalidUrl',
      path: 'content/event/x/index.md',
      line: 3,
      field: 'url_pdf',
      message: '"https:a.org" lacks "//" behind its scheme, so a browser may look for it on this site; it was kept.',
      value: 'https:a.org',
    },
    {
      kind: 'invalidUrl',
      path: 'content/event/x/index.md',
      line: 4,
      field: 'url_code',
      message: '"a b" has a space in it, which is opened as "%20", and the site has no such file; it was kept.',
      value: 'a b',
    },
  ])
})

test('an empty list or map where a text, a flag or a reference stands is nothing, as for the theme', () => {
  expect(notices('title: T\nevent: []\naddress: {street: [], city: {}}\nall_day: []\nslides: []\nmath: {}')).toEqual([])
  expect(notices('title: T\nevent: [A]\nmath: [true]')).toEqual([
    ['wrongType', 3, '["A"]'],
    ['wrongType', 4, '[true]'],
  ])
})

test("a deck or a project of the template's that the site does not have is told once", () => {
  expect(notices('title: T\nslides: example\nprojects: [internal-project, mine]')).toEqual([
    ['templateLeftover', 3, 'example'],
    ['templateLeftover', 4, 'internal-project'],
    ['missingProject', 4, 'mine'],
  ])
})

test('a key that only templates of Academic 2 read is a known one', () => {
  expect(notices('title: T\nimage_preview: a.jpg\nheader: {image: b.jpg}\ninvented: 1')).toEqual([
    ['unknownKey', 5, undefined],
  ])
})

test('keys that templates of Hugo Blox read of a page of any type are known ones', () => {
  const file = pageFileAt('content/project/x/index.md', 'project')
  const keys = ['hide_date', 'show_date_updated', 'invert_pager', 'backlinks', 'edit_url', 'seo', 'content_meta']
  const others = ['tech_stack', 'disqus_identifier', 'disqus_url']
  const header = [...keys, ...others].map((key) => `${key}: x`).join('\n')
  const page = readPage(file, `---\ntitle: P\n${header}\n---\n`)
  expect(toDocument(page, createSiteView([file], config)).notices).toEqual([])
})

test("a key that one of the site's own templates reads is a known one, and so are the sections of a landing page", () => {
  const file = pageFileAt('content/authors/me/_index.md', 'author')
  const site = createSiteView([file], config, {templateNames: new Set(['degree'])})
  const page = readPage(file, '---\ntitle: Me\ntype: landing\nDegree: M.S.\nsections: []\nnickname: Mi\n---\n')
  expect(toDocument(page, site).notices).toEqual([
    {
      kind: 'unknownKey',
      path: 'content/authors/me/_index.md',
      line: 6,
      field: 'nickname',
      message: 'No template of the theme or of the site reads "nickname"; it was kept.',
    },
  ])
})

test('digits behind a zero are what the page says, and said where Hugo reads another number', () => {
  const said = (header: string) => notices(`title: T\nlocation: L\n${header}`)
  expect(said('address:\n  street: A\n  postcode: 02115')).toEqual([['wrongType', 6, '02115']])
  expect(said('address: {street: A, postcode: 08101}')).toEqual([['wrongType', 4, '08101']])
  expect(said("address: {street: A, postcode: '02115'}")).toEqual([])
})

test('a talk without front matter is said, an empty front matter is not', () => {
  expect(noticesOf('title: T\n\ntext\n')).toEqual([['noFrontMatter', 1, undefined]])
  expect(noticesOf('---\n---\ntext\n')).toEqual([])
})

test('a bundle with dates as in Academic 2 is one of Academic 3: its featured image counts', () => {
  const file = {...pageFileAt('content/talk/x/index.md', 'talk'), resources: ['featured.png']}
  const page = readPage(file, '+++\ntitle = "T"\ntime_start = 2018-12-01T10:00:00Z\n+++\n')
  const {document} = toDocument(page, createSiteView([file], config))
  expect(document).toHaveProperty('image', {
    _type: 'image',
    asset: {_type: 'reference', _ref: 'lectern-file:content/talk/x/featured.png'},
  })
})

test('a zone that was guessed is said once a page, where a date has no offset; never one that somebody named', () => {
  const file = pageFileAt('content/event/x/index.md', 'talk')
  const said = (dates: string, {config: used}: ReturnType<typeof readSiteConfig>) =>
    toDocument(readPage(file, `---\ntitle: T\n${dates}\n---\n`), createSiteView([file], used)).notices
  const guessed = readSiteConfig(new Map())
  const named = readSiteConfig(new Map([['hugo.yaml', 'timeZone: Asia/Seoul']]))
  const [local, fixed] = ['date: 2024-01-02T10:00:00', 'date: 2024-01-02T10:00:00+01:00']
  const message =
    "The date has no offset, and the site's configuration no timeZone: it was read as of Asia/Seoul, where Hugo takes UTC. Set it there, e.g. timeZone: Europe/Paris."
  const notice = {kind: 'guessedTimeZone', path: file.path, field: 'date', line: 3, message}
  expect(said(`${local}\ndate_end: 2024-01-02T23:00:00`, guessed)).toEqual([notice])
  expect(said(`${fixed}\ndate_end: 2024-01-02T23:00:00`, guessed)).toEqual([{...notice, field: 'date_end', line: 4}])
  expect([said(fixed, guessed), said(local, named), said(local, {config, notices: []})]).toEqual([[], [], []])
})

test('a conflict that Git left in the text is said with its line', () => {
  const text = '---\ntitle: T\n---\none\n\n<<<<<<< HEAD\ntwo\n=======\nthree\n>>>>>>> other\n'
  expect(noticesOf(text)).toContainEqual(['mergeConflict', 6, undefined])
})
