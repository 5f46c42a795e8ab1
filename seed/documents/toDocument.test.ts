import {expect, test} from 'vitest'
import {readSiteConfig} from '../bundle/siteConfig.ts'
import {pageFileAt} from '../exportPlan.ts'
import {readPage} from './page.ts'
import {createSiteView} from './site.ts'
import {toDocument} from './toDocument.ts'

const {config} = readSiteConfig(new Map(), 'UTC')

/** Kind, line and value of what is said about a talk with this front matter, on a site with these files. */
function notices(header: string, files: readonly string[] = []): unknown[] {
  const file = pageFileAt('content/event/x/index.md', 'talk')
  const site = createSiteView([file], config, {files: new Set(files)})
  const page = readPage(file, `---\n${header}\n---\n`)
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
