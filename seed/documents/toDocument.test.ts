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

test('spaces in a link are said unless a static file has that name', () => {
  const header = 'title: T\nurl_slides: pdf/My slides.pdf\nlinks:\n- {name: A, url: /My file.pdf}'
  expect(notices(header, ['static/pdf/My slides.pdf', 'static/My file.pdf'])).toEqual([])
  expect(notices(header)).toEqual([
    ['invalidUrl', 3, 'pdf/My slides.pdf'],
    ['invalidUrl', 5, '/My file.pdf'],
  ])
})

test('a key that only templates of Academic 2 read is a known one', () => {
  expect(notices('title: T\nimage_preview: a.jpg\nheader: {image: b.jpg}\ninvented: 1')).toEqual([
    ['unknownKey', 5, undefined],
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
  expect(document).toMatchObject({image: {asset: {_ref: 'lectern-file:content/talk/x/featured.png'}}})
})
