import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {afterEach, expect, test} from 'vitest'
import {findSites} from '../bundle/findSites.ts'
import {pageFileAt} from '../bundle/pageFileAt.ts'
import {readSite} from '../bundle/readSite.ts'
import {readText} from '../bundle/readText.ts'
import {createSiteView} from '../documents/site.ts'
import type {WorkerSite} from './conversionThread.ts'
import {convertPage, type PageText} from './convertPage.ts'
import {type PageConverter, createPageConverter} from './pageConverter.ts'

const CORPUS = process.env['LECTERN_CORPUS'] ?? join(import.meta.dirname, '../../../shared/corpus')

const converters: PageConverter[] = []
afterEach(async () => {
  for (const converter of converters.splice(0)) await converter.close()
})

function converterWith(site: WorkerSite, threads: number): PageConverter {
  const converter = createPageConverter(site, threads)
  converters.push(converter)
  return converter
}

const config = {
  timeZone: 'Asia/Seoul',
  defaultLanguage: 'en',
  defaultLanguageInFolder: false,
  languages: [{code: 'en', contentDir: 'content'}],
  permalinks: {},
  removePathAccents: false,
}

function oneByOne(texts: readonly PageText[], {pages, config, options}: WorkerSite): unknown[] {
  const view = createSiteView(pages, config, options)
  return texts.map((text) => convertPage(text, view))
}

/** Pages of every outcome, of which each says something else. */
function generatedPages(count: number): PageText[] {
  return Array.from({length: count}, (_, index) => {
    const header = [`title: 발표 ${index}`, `authors: [admin, someone-${index % 7}]`, 'date: 2024-10-03T13:00']
    if (index % 10 === 3) header.push('type: post')
    if (index % 10 === 7) header.push('tags: [a')
    const body = `## ${index}\n\n**굵게** [링크](slides.pdf) $x_${index}$\n\n| a | b |\n|---|---|\n| ${index} | {{< icon name="x" >}} |\n`
    const file = {...pageFileAt(`content/event/발표-${index}/index.md`, 'talk'), resources: ['slides.pdf']}
    return {file, text: `---\n${header.join('\n')}\n---\n\n${body}`}
  })
}

test('a batch, and several threads, give the same documents, notices and refusals in the same order as page after page', async () => {
  const texts = generatedPages(630)
  const author = pageFileAt('content/authors/admin/_index.md', 'author')
  const options = {ids: new Map([[author.path, 'author-kept']]), displayNames: new Map(), files: new Set<string>()}
  const site = {pages: [...texts.map(({file}) => file), author], config, options}
  const alone = await Array.fromAsync(converterWith(site, 0).convert(texts))
  expect(alone).toStrictEqual(oneByOne(texts, site))
  const together = converterWith(site, 2)
  for (const count of [texts.length, 210, 200, 3, 0]) {
    expect(await Array.fromAsync(together.convert(texts.slice(0, count)))).toStrictEqual(alone.slice(0, count))
  }
  expect([...new Set(alone.map(({state}) => state))]).toEqual(['converted', 'skipped', 'refused'])
})

test.skipIf(!existsSync(CORPUS))('and so for sites of real people', async () => {
  let pages = 0
  for (const folder of findSites(join(CORPUS, 'sites'))) {
    const {pages: files, config, files: media} = readSite(folder)
    // A call with fewer pages stays on this thread.
    if (files.length === 0) continue
    const texts = files.map((file) => ({file, text: readText(folder, file.path)}))
    const several = Array.from({length: Math.ceil(200 / texts.length)}, () => texts).flat()
    const site = {pages: files, config, options: {files: media}}
    const alone = await Array.fromAsync(converterWith(site, 0).convert(several))
    expect(alone).toStrictEqual(oneByOne(several, site))
    expect(await Array.fromAsync(converterWith(site, 1).convert(several))).toStrictEqual(alone)
    pages += files.length
    if (pages > 200) break
  }
  expect(pages).toBeGreaterThan(200)
})

test('pages are taken when their turn comes', async () => {
  const texts = generatedPages(600)
  const converter = converterWith({pages: texts.map(({file}) => file), config, options: {}}, 1)
  let taken = 0
  let given = 0
  const counted = texts.values().map((text) => {
    taken += 1
    return text
  })
  for await (const _ of converter.convert(counted)) expect(taken - given++).toBeLessThanOrEqual(200)
  expect([taken, given]).toEqual([600, 600])
})

test('an error on another thread says which page it was, and ends the run', async () => {
  const texts = generatedPages(300)
  const unknown: PageText = JSON.parse(
    JSON.stringify({...texts[0], file: {...texts[0]?.file, type: 'nothing', path: 'content/event/broken/index.md'}}),
  )
  const site = {pages: texts.map(({file}) => file), config, options: {}}
  const message = 'content/event/broken/index.md cannot be converted'
  const alone = converterWith(site, 0)
  await expect(Array.fromAsync(alone.convert([unknown, ...texts]))).rejects.toThrow(message)
  const together = converterWith(site, 1)
  // Another thread is asked first when there is one.
  await Array.fromAsync(together.convert(texts))
  await expect(Array.fromAsync(together.convert([unknown]))).rejects.toThrow(message)
  await expect(Array.fromAsync(together.convert(texts))).rejects.toThrow(message)
})

test('a closed converter is done', async () => {
  const texts = generatedPages(300)
  const converter = converterWith({pages: texts.map(({file}) => file), config, options: {}}, 1)
  const results = converter.convert(texts)[Symbol.asyncIterator]()
  await results.next()
  await converter.close()
  await expect(Array.fromAsync({[Symbol.asyncIterator]: () => results})).rejects.toThrow('The converter is closed.')
})
