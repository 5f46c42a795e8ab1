import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {findSites} from '../bundle/findSites.ts'
import {readSite} from '../bundle/readSite.ts'
import {readText} from '../bundle/readText.ts'
import {FrontMatterError} from '../frontMatter/frontMatterError.ts'
import {hasHugo} from '../markdown/testing/renderWithHugo.ts'
import type {Notice} from '../notices.ts'
import {differentMeaning} from './differentMeaning.ts'
import {type Page, readPage} from './page.ts'
import {rewriteDialect} from './rewriteDialect.ts'
import {type SiteView, createSiteView} from './site.ts'
import {readWithHugo} from './testing/readWithHugo.ts'
import {toDocument} from './toDocument.ts'

const CORPUS = join(process.env['LECTERN_CORPUS'] ?? join(import.meta.dirname, '../../../shared/corpus'), 'sites')
/** Every page of every site with LECTERN_ALL, else every tenth of each site. */
const STEP = process.env['LECTERN_ALL'] === undefined ? 10 : 1
const missing = !existsSync(CORPUS)
/** A site of ours with every key that a generation of the theme documents, in odd spellings. */
const GENERATIONS = join(import.meta.dirname, 'fixtures/generations')

interface CorpusPage {
  page: Page
  site: SiteView
}

function corpusPages(step: number): CorpusPage[] {
  return [GENERATIONS, ...(missing ? [] : findSites(CORPUS).toSorted())].flatMap((folder) => {
    const found = readSite(folder, 'UTC')
    const site = createSiteView(found.pages, found.config, {files: found.files})
    return found.pages
      .filter((_, index) => folder === GENERATIONS || index % step === 0)
      .flatMap((file) => {
        const page = readable(() => readPage(file, readText(folder, file.path)))
        return page ? [{page, site}] : []
      })
  })
}

function readable<Result>(read: () => Result): Result | undefined {
  try {
    return read()
  } catch (error) {
    if (error instanceof FrontMatterError) return undefined
    throw error
  }
}

/** Fields that mean something else: never the Markdown where the rewriting said so. */
const different = (a: Page, b: Page, site: SiteView, notices: readonly Notice[]) =>
  differentMeaning(toDocument(a, site).document, a, toDocument(b, site).document, b).filter(
    (name) => !notices.some(({field, message}) => field === name && message.includes('otherwise')),
  )

test('the corpus in every generation: the same documents, twice as once, and none stays behind unsaid', () => {
  const wrong: unknown[] = []
  const kept: string[] = []
  for (const {page, site} of corpusPages(STEP)) {
    for (const dialect of ['academic2', 'academic4', 'wowchemy', 'kit'] as const) {
      const once = rewriteDialect({page, dialect, site})
      const read = readPage(once.file, once.text)
      const twice = rewriteDialect({page: read, dialect, site})
      const differs = different(page, read, site, once.notices)
      if (twice.text !== once.text || twice.file.path !== once.file.path || differs.length > 0)
        wrong.push({dialect, path: page.file.path, differs})
      const reason = once.notices.find(({message}) => message.startsWith('The page keeps'))?.message
      if (reason !== undefined) kept.push(`${dialect} ${page.file.path}: ${reason}`)
    }
  }
  expect([wrong, kept.filter((line) => !KNOWN.some((reason) => line.includes(reason)))]).toEqual([[], []])
}, 240_000)

/** Why a page of the corpus cannot be said in a generation. */
const KNOWN = ['it would read as another image']

test('to Wowchemy, to the kit and back to Wowchemy: the same documents, and the second round changes nothing', () => {
  const wrong: unknown[] = []
  let moved = 0
  for (const {page, site} of corpusPages(STEP)) {
    const said: Notice[] = []
    const go = (from: Page, dialect: 'wowchemy' | 'kit') => {
      const {file, text, notices} = rewriteDialect({page: from, dialect, site})
      said.push(...notices)
      return readPage(file, text)
    }
    const wowchemy = go(page, 'wowchemy')
    const kit = go(wowchemy, 'kit')
    const back = go(kit, 'wowchemy')
    const again = go(go(back, 'kit'), 'wowchemy')
    if (kit.file.path !== wowchemy.file.path) moved++
    const differs = [...different(wowchemy, kit, site, said), ...different(wowchemy, back, site, said)]
    const order = linksOf(wowchemy, site) !== linksOf(back, site)
    if (differs.length > 0 || order || again.text !== back.text || back.file.path !== wowchemy.file.path)
      wrong.push({path: page.file.path, differs, order, settled: again.text === back.text})
  }
  expect([wrong, moved > 0]).toEqual([[], true])
}, 240_000)

/** The front matter alone: bodies have shortcodes that a bare site does not know. */
function withoutBody({parts: {prefix, header, delimiter}}: Page): string {
  return prefix + header + delimiter
}

/** Links as the theme would show them. */
function linksOf(page: Page, site: SiteView): string {
  const {document} = toDocument(page, site)
  return JSON.stringify('links' in document ? document.links?.map(({url}) => url) : [])
}

test.skipIf(!hasHugo())(
  'Hugo reads a title, dates and a publish date of the rewritten talks as of the talks themselves',
  () => {
    const pages = corpusPages(STEP).filter(({page: {file, values}}) => file.type === 'talk' && !values.has('url'))
    const before: Record<string, string> = {}
    const after: Record<string, string> = {}
    const expected: unknown[] = []
    const wanted: Array<{path: string; kit: string; page: Page}> = []
    for (const [index, {page, site}] of pages.entries()) {
      const path = `content/event/p${index}/index.md`
      const kit = rewriteDialect({page, dialect: 'kit', site})
      if (kit.notices.some(({message}) => message.startsWith('The page keeps'))) continue
      before[path] = withoutBody(page)
      after[path] = withoutBody(readPage(kit.file, kit.text))
      wanted.push({path, kit: kit.file.path, page})
    }
    const [was, is] = [readWithHugo(before), readWithHugo(after)]
    const seconds = (value: unknown) => (typeof value === 'string' && value !== '' ? Date.parse(value) || value : '')
    const read: unknown[] = []
    for (const {path, page} of wanted) {
      const [a, b] = [was.get(path), is.get(path)]
      // Academic 1 had no `time_start` yet.
      const named = page.dialect === 'academic2' ? a?.params['time_start'] : a?.params['event_start']
      const start = named ?? a?.params['date']
      const end = a?.params['time_end'] ?? a?.params['event_end'] ?? a?.params['date_end']
      expected.push([path, a?.title, a?.publishDate, seconds(start), seconds(end)])
      read.push([path, b?.title, b?.publishDate, seconds(b?.params['event_start']), seconds(b?.params['event_end'])])
    }
    expect(read).toEqual(expected)
    expect(read.length).toBeGreaterThan(8)
  },
  240_000,
)
