import {expect, test} from 'vitest'
import {pageFileAt} from '../bundle/pageFileAt.ts'
import {readSiteConfig} from '../bundle/siteConfig.ts'
import {describeRejectedDate} from './describeRejectedDate.ts'
import {readPage} from './page.ts'
import {Reader} from './reader.ts'
import {createSiteView} from './site.ts'

const {config} = readSiteConfig(new Map(), 'UTC')

function describe(header: string, key: string): string {
  const file = pageFileAt('content/event/x/index.md', 'talk')
  const page = readPage(file, `---\n${header}\n---\n`)
  return describeRejectedDate(new Reader(page, createSiteView([file], config)), key)
}

test('what Hugo 0.111 does with each date that it cannot read', () => {
  const rejected: Array<[header: string, key: string]> = [
    ['date: soon', 'date'],
    ['date: soon\nlastmod: 2024-02-02', 'date'],
    ['publishDate: soon', 'publishdate'],
    ['pubdate: soon\ndate: 2024-02-02', 'pubdate'],
    ['expiryDate: never', 'expirydate'],
    ['unpublishDate: never', 'unpublishdate'],
    ['expiryDate: never\nunpublishDate: 2030-01-01', 'expirydate'],
    ['date_end: later', 'date_end'],
  ]
  expect(rejected.map(([header, key]) => describe(header, key))).toEqual([
    'Hugo cannot read this date and shows January 1 of the year 1. The text was kept.',
    'Hugo cannot read this date and takes "lastmod" instead. The text was kept.',
    'Hugo cannot read this date and publishes the page at once. The text was kept.',
    'Hugo cannot read this date and takes "date" instead. The text was kept.',
    'Hugo cannot read this date and never takes the page off the site. The text was kept.',
    'Hugo cannot read this date and never takes the page off the site. The text was kept.',
    'Hugo cannot read this date and takes "unpublishdate" instead. The text was kept.',
    'Hugo cannot read this date, and building the site stops with an error. The text was kept.',
  ])
})
