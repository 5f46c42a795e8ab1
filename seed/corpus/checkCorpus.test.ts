import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {load} from 'js-yaml'
import {expect, test} from 'vitest'
import {parseDocument} from 'yaml'
import {findSites} from '../bundle/findSites.ts'
import {pageFileAt} from '../bundle/pageFileAt.ts'
import {readSite} from '../bundle/readSite.ts'
import {readText} from '../bundle/readText.ts'
import {readPage} from '../documents/page.ts'
import {hugoDate} from '../documents/testing/hugoDate.ts'
import {FrontMatterError} from '../frontMatter/frontMatterError.ts'
import {readGoDate} from '../frontMatter/goDate.ts'
import {readYaml} from '../frontMatter/readFrontMatter.ts'
import {hashContent} from '../values/hashContent.ts'
import {checkCorpus} from './checkCorpus.ts'

const CORPUS = process.env['LECTERN_CORPUS'] ?? join(import.meta.dirname, '../../../shared/corpus')
const missing = !existsSync(CORPUS)
if (missing) console.warn(`The corpus tests are skipped: there is no ${CORPUS} (LECTERN_CORPUS names another folder).`)

interface Reading {
  path: string
  kind: string
  ok: boolean
  date: string
  publishDate: string
  title: string
  end?: string | null
  eventDateError?: string
}

const seconds = (instant: string | undefined) =>
  instant === undefined
    ? '0001-01-01T00:00:00Z'
    : new Date(Math.floor(Date.parse(instant) / 1000) * 1000).toISOString().replace('.000Z', 'Z')

test.skipIf(missing)(
  'every page of the corpus is read or refused by name, and comes back byte for byte',
  () => {
    const report = checkCorpus(join(CORPUS, 'sites'))
    expect([report.lost, report.refused, report.identical]).toEqual([[], [], report.pages])
    expect(report.pages).toBeGreaterThan(700)
  },
  120_000,
)

test.skipIf(missing)('titles and dates are those that Hugo 0.111 read', () => {
  const readings: Reading[] = readFileSync(join(CORPUS, 'hugo-0.111-readings.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  const different: unknown[] = []
  for (const {path, ok, title, date, publishDate, end, eventDateError} of readings) {
    if (!ok) continue
    const page = readPage(pageFileAt(path, 'talk'), readText(CORPUS, path))
    const ends = page.values.get('date_end')
    const read = readGoDate(ends, 'UTC')
    const ours = [
      page.values.get('title') ?? '',
      seconds(hugoDate(page.values, 'date', 'UTC')),
      seconds(hugoDate(page.values, 'publishdate', 'UTC')),
      ends === undefined || ends === null || ends === '' ? '' : read ? seconds(read.instant) : 'rejected',
    ]
    const theirEnd = end === undefined || end === null || end === '' ? '' : seconds(end)
    const theirs = [title, seconds(date), seconds(publishDate), eventDateError === undefined ? theirEnd : 'rejected']
    if (hashContent(ours) !== hashContent(theirs)) different.push({path, ours, theirs})
  }
  expect(different).toEqual([])
})

test.skipIf(missing)('pages that Hugo cannot read are refused with a line', () => {
  const readings: Array<Reading & {error: string}> = readFileSync(join(CORPUS, 'hugo-0.111-readings.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  const accepted = readings.flatMap(({path, ok, error}) => {
    if (ok || error === '') return []
    try {
      readPage(pageFileAt(path, 'talk'), readText(CORPUS, path))
      return [path]
    } catch (failure) {
      return failure instanceof FrontMatterError && failure.line > 0 ? [] : [path]
    }
  })
  // A tab that go-yaml refuses and YAML 1.2 allows.
  expect(accepted).toEqual(['odd/CAIS-ACSI+cais-community/93aa99d7/content/talk/CAPAL2022.8.Casenas/index.md'])
})

test.skipIf(missing)('both YAML readers read the same values', () => {
  const different: string[] = []
  for (const folder of findSites(join(CORPUS, 'sites'))) {
    for (const file of readSite(folder).pages) {
      const {parts} = readPage(file, readText(folder, file.path))
      if (parts.format !== 'yaml' || parts.header.trim() === '') continue
      const document = parseDocument(parts.header, {logLevel: 'silent'})
      if (document.errors.length > 0) continue
      if (hashContent(document.toJS()) !== hashContent(readYaml(parts.header).values)) different.push(file.path)
    }
  }
  expect(different).toEqual([])
  expect(load('a: 2024-10-03')).toEqual(readYaml('a: 2024-10-03').values)
})
