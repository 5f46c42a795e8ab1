import {expect, test} from 'vitest'
import {pageFileAt} from '../bundle/pageFileAt.ts'
import type {Site} from '../bundle/readSite.ts'
import {readFingerprint} from '../documents/fingerprint.ts'
import {readPage} from '../documents/page.ts'
import {emptySite} from '../documents/testing/emptySite.ts'
import {toDocument} from '../documents/toDocument.ts'
import {sealPage} from './sealPage.ts'

const [picture, slides] = ['content/event/t/featured.png', 'content/event/t/slides.pdf']
const text = '---\ntitle: T\nurl_slides: slides.pdf\n---\n'
const file = {...pageFileAt('content/event/t/index.md', 'talk'), resources: ['featured.png', 'slides.pdf']}
const converted = toDocument(readPage(file, text), emptySite)
const site: Site = {
  folder: '/missing',
  config: emptySite.config,
  pages: [file],
  files: new Set(),
  templateNames: new Set(),
  notices: [],
  refusals: [],
}

/** What a sealed page says of its files. */
function sealed(ids: ReadonlyMap<string, string>, options: {dryRun?: boolean}) {
  const document = sealPage({file, text}, converted, ids, {site, options, converter: 'C'})
  if (document._type !== 'talk') throw new Error('a talk became something else')
  const {image, links, hugo} = document
  const {converter, draft, assets} = readFingerprint(hugo?.fingerprint)
  return {picture: image?.asset?._ref, files: links?.map((link) => link.file?.asset?._ref), converter, draft, assets}
}

test('a page refers to the assets of its files, and its fingerprint has them by their paths', () => {
  const ids = new Map([
    [`lectern-file:${picture}`, 'image-a-1x1-png'],
    [`lectern-file:${slides}`, 'file-b-pdf'],
  ])
  expect(sealed(ids, {})).toEqual({
    picture: 'image-a-1x1-png',
    files: ['file-b-pdf'],
    converter: 'C',
    draft: false,
    assets: {[picture]: 'image-a-1x1-png', [slides]: 'file-b-pdf'},
  })
})

test('a file that was not uploaded leaves no reference, but the placeholder of a dry run', () => {
  const nothing = {converter: 'C', draft: false, assets: {}}
  expect(sealed(new Map(), {})).toEqual({picture: undefined, files: [undefined], ...nothing})
  const placeholders = {picture: `lectern-file:${picture}`, files: [`lectern-file:${slides}`]}
  expect(sealed(new Map(), {dryRun: true})).toEqual({...placeholders, ...nothing})
})
