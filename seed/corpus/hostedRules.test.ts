import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {findSites} from '../bundle/findSites.ts'
import {pageFileAt} from '../bundle/pageFileAt.ts'
import {readSite} from '../bundle/readSite.ts'
import {readText} from '../bundle/readText.ts'
import {readSiteConfig} from '../bundle/siteConfig.ts'
import {convertPage} from '../conversion/convertPage.ts'
import {createSiteView} from '../documents/site.ts'

const CORPUS = process.env['LECTERN_CORPUS'] ?? join(import.meta.dirname, '../../../shared/corpus')

/**
 * What the hosted Content Lake refuses in a value: a reference with attributes of its own ("Key … not allowed in ref"), an array in an
 * array, and names of attributes with other signs (https://www.sanity.io/docs/technical-limits).
 */
function refusedIn(value: unknown, isItem = false): string[] {
  if (Array.isArray(value)) {
    return [...(isItem ? ['an array in an array'] : []), ...value.flatMap((item) => refusedIn(item, true))]
  }
  if (typeof value !== 'object' || value === null) return []
  const names = Object.keys(value)
  const own = '_ref' in value ? names.filter((name) => !name.startsWith('_')) : []
  const odd = names.filter((name) => !/^[a-z_$][\w$]*$/i.test(name))
  return [...own, ...odd, ...Object.values(value).flatMap((member) => refusedIn(member))]
}

test('the rules tell each of these', () => {
  const refused = {a: {_ref: 'x', note: 'n'}, b: [[1]], 'c-d': 1, e: {_type: 'reference', _ref: 'x', _weak: true}}
  expect(refusedIn(refused)).toEqual(['c-d', 'note', 'an array in an array'])
})

test('a document has nothing that the hosted Content Lake refuses', () => {
  const file = {...pageFileAt('content/event/x/index.md', 'talk'), resources: ['slides.pdf']}
  const text = `---
title: T
authors: [Kim, Lee]
author_notes: ['', Second]
projects: [one]
slides: deck
odd-key: {inner-key: [[1]]}
links: [{name: Slides, url: slides.pdf}]
---
[slides](slides.pdf)

| a |
|---|
| b |
`
  const {config} = readSiteConfig(new Map(), 'UTC')
  const result = convertPage({file, text}, createSiteView([file], config))
  expect(result.state === 'converted' && refusedIn(result.converted.document)).toEqual([])
})

test.skipIf(!existsSync(CORPUS))('nor has any of the corpus', () => {
  const refused = findSites(join(CORPUS, 'sites')).flatMap((folder) => {
    const {pages, config, files} = readSite(folder)
    const view = createSiteView(pages, config, {files})
    return pages.flatMap((file) => {
      const result = convertPage({file, text: readText(folder, file.path)}, view)
      return result.state === 'converted' ? refusedIn(result.converted.document) : []
    })
  })
  expect(refused).toEqual([])
})
