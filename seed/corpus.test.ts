import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {diffArrays} from 'diff'
import {load} from 'js-yaml'
import {expect, test} from 'vitest'
import {parseDocument} from 'yaml'
import {pageFileAt} from './exportPlan.ts'
import {readSite, readText} from './bundle/readSite.ts'
import {checkCorpus} from './corpus.ts'
import {codecs} from './documents/codecs.ts'
import {hugoDate} from './documents/describeRejectedDate.ts'
import {fromDocument} from './documents/fromDocument.ts'
import {readPage} from './documents/page.ts'
import {createSiteView} from './documents/site.ts'
import {toDocument} from './documents/toDocument.ts'
import type {AnyDocument} from './documents/types.ts'
import {fieldNames, fieldOf, seal} from './fingerprint.ts'
import {readGoDate} from './frontMatter/goDate.ts'
import {FrontMatterError} from './frontMatter/frontMatterError.ts'
import type {PageParts} from './frontMatter/splitPage.ts'
import {readFrontMatter, readYaml} from './frontMatter/readFrontMatter.ts'
import {hashContent} from './ids.ts'
import {findSites} from './bundle/findSites.ts'

const CORPUS = process.env['LECTERN_CORPUS'] ?? join(import.meta.dirname, '../../shared/corpus')
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

/** Every page with LECTERN_ALL, else every eighth. */
const STEP = process.env['LECTERN_ALL'] === undefined ? 8 : 1

const EMPTY: PageParts = {format: 'yaml', prefix: '', header: '', delimiter: '', body: '', headerLine: 1, bodyLine: 1}
/** Fields that one line of the file holds. */
const ONE_LINE = new Set([
  'title',
  'name',
  'subtitle',
  'location',
  'role',
  'bio',
  'publishDate',
  'expiryDate',
  'featured',
  'owner',
])

/** 0-based lines of a header that belong to some keys (lower case): the keys' own lines and those of their values. */
function linesOfKeys({header, format}: PageParts, keys: ReadonlySet<string>): Set<number> {
  const toml = format === 'toml'
  const known = new Set(Object.keys(readFrontMatter({...EMPTY, header, format}).values))
  const lines = new Set<number>()
  let [current, table] = ['', false]
  for (const [index, line] of header.split('\n').entries()) {
    const head = toml ? /^\s*\[+\s*["']?([\w-]+)/.exec(line)?.[1] : undefined
    const key = table
      ? undefined
      : (toml ? /^\s*["']?([\w-]+)["']?\s*=/ : /^["']?(\w[\w -]*?)["']?\s*:/).exec(line)?.[1]
    if (head !== undefined) [current, table] = [head, true]
    else if (key !== undefined && known.has(key)) current = key
    if (keys.has(current.toLowerCase())) lines.add(index)
  }
  return lines
}

/** Lines of a header that an edit changed though they do not belong to the edited keys, or say nothing (comments). */
function foreignLines(before: PageParts, after: PageParts, keys: ReadonlySet<string>, most: number): string[] {
  const [own, fresh] = [before, after].map((parts) => linesOfKeys(parts, keys))
  // In an abstract such a line is a heading.
  const isComment = (line: string) => !keys.has('abstract') && /^\s*#/.test(line)
  const foreign: string[] = []
  let [old, now, count] = [0, 0, 0]
  for (const {added, removed, value} of diffArrays(before.header.split('\n'), after.header.split('\n'))) {
    for (const line of value) {
      const quiet = /^\s*(#.*)?$/.test(line) && !(removed ? own : fresh)?.has(removed ? old : now)
      if (removed && (!own?.has(old) || isComment(line))) foreign.push(`-${line}`)
      if (added && (!fresh?.has(now) || isComment(line)) && !quiet) foreign.push(`+${line}`)
      if (!added) old++
      if (!removed) now++
    }
    if ((added || removed) && (count += value.length) > most) foreign.push(`${count} lines`)
  }
  return foreign
}

/** A new value for each field that an editor can change. */
const EDITS: Record<string, (value: unknown) => unknown> = {
  title: (value) => `${typeof value === 'string' ? value : ''} 새 제목: x`,
  name: () => '새 이름',
  subtitle: () => '부제 # 1',
  location: () => "It's *here*",
  summary: () => '새 요약\n두 줄',
  role: () => '역할',
  bio: () => '소개: 글',
  event: (value) => ({_type: 'talkEvent', ...(typeof value === 'object' && value), name: '새 행사'}),
  abstract: (value) => [
    ...(Array.isArray(value) ? value : []),
    {
      _type: 'block',
      _key: 'n',
      style: 'normal',
      markDefs: [],
      children: [{_type: 'span', _key: 's', marks: [], text: '새 문단'}],
    },
  ],
  start: () => '2019-05-06T01:30:00Z',
  end: () => '2031-05-06T01:30:00Z',
  timeZone: () => 'Europe/Berlin',
  publishDate: () => '2020-01-01T00:00:00Z',
  expiryDate: () => '2030-01-01T00:00:00Z',
  tags: (value) => [...(Array.isArray(value) ? value : []), '새 태그'],
  categories: (value) => [...(Array.isArray(value) ? value : []), '분류'],
  interests: (value) => [...(Array.isArray(value) ? value : []), '관심'],
  featured: (value) => value !== true,
  owner: (value) => value !== true,
  address: (value) => ({_type: 'postalAddress', ...(typeof value === 'object' && value), city: '서울'}),
  links: (value) => [
    ...(Array.isArray(value) ? value : []),
    {
      _type: 'talkLink',
      _key: 'k',
      kind: 'custom',
      url: 'https://x.example',
      label: '새 링크',
      icon: 'link',
      iconPack: 'fas',
    },
  ],
  authors: (value) => [
    ...(Array.isArray(value) ? value : []),
    {_type: 'reference', _key: 'k', _ref: 'author-new-person'},
  ],
  projects: (value) => [
    ...(Array.isArray(value) ? value : []),
    {_type: 'reference', _key: 'k', _ref: 'project-new-project'},
  ],
  slides: () => ({_type: 'reference', _ref: 'slideDeck-new-deck'}),
  image: (value) => ({_type: 'image', ...(typeof value === 'object' && value), alt: '대체 글'}),
}

const FIELDS = {
  talk: [
    'title',
    'subtitle',
    'location',
    'summary',
    'abstract',
    'event',
    'start',
    'end',
    'timeZone',
    'publishDate',
    'expiryDate',
    'tags',
    'categories',
    'featured',
    'address',
    'links',
    'authors',
    'projects',
    'slides',
    'image',
  ],
  author: ['name', 'role', 'bio', 'interests', 'owner'],
  project: ['title', 'summary', 'tags', 'links', 'authors', 'image'],
  slideDeck: ['title', 'summary', 'authors'],
}

test.skipIf(missing)(
  'one edited field: only its lines differ, the file gives the edited document, and the body stays',
  () => {
    const names: Record<string, string> = {
      'author-new-person': 'new-person',
      'project-new-project': 'new-project',
      'slideDeck-new-deck': 'new-deck',
    }
    const wrong: unknown[] = []
    let edits = 0
    for (const folder of findSites(join(CORPUS, 'sites'))) {
      const site = readSite(folder, 'UTC')
      const view = createSiteView(site.pages, site.config, {files: site.files})
      for (const file of site.pages.filter((_, index) => index % STEP === 0)) {
        const page = readPage(file, readText(folder, file.path))
        const {document, draft, assets} = toDocument(page, view)
        const stored: AnyDocument = JSON.parse(
          JSON.stringify(seal(document, {converter: '', source: '', files: '', draft, assets: {}})),
        )
        const sources = {
          nameOf: (id: string) => names[id],
          fileName: () => undefined,
          assetId: (path: string) => `lectern-file:${path}`,
        }
        for (const field of FIELDS[file.type]) {
          if (field === 'timeZone' && fieldOf(stored, 'start') === undefined) continue
          const edited = {...stored, [field]: EDITS[field]?.(fieldOf(stored, field))}
          if (field === 'start' && fieldOf(stored, 'timeZone') === undefined) Object.assign(edited, {timeZone: 'UTC'})
          if (field === 'end' && fieldOf(stored, 'timeZone') === undefined) Object.assign(edited, {timeZone: 'UTC'})
          // All-day talks are days: an hour of the day has no place in the file.
          if (/^(start|end|timeZone)$/.test(field) && fieldOf(stored, 'allDay') === true) continue
          const {text} = fromDocument({
            document: edited,
            draft,
            page,
            site: view,
            sources,
            assets: new Map(assets.map(({_ref}) => [_ref, _ref])),
          })
          const again = readPage(file, text)
          const reread = toDocument(again, view).document
          const differs = fieldNames(edited, reread).filter(
            (name) => hashContent(fieldOf(edited, name)) !== hashContent(fieldOf(reread, name)),
          )
          const codec = codecs[file.type].fields.find(({fields}) => fields.some((name) => name === field))
          const was = fieldOf(stored, field)
          const oneLine = ONE_LINE.has(field) && !(typeof was === 'string' && was.length > 60)
          const keys = new Set([...(codec?.keys ?? []), ...(field === 'publishDate' ? ['date'] : [])])
          const foreign = foreignLines(page.parts, again.parts, keys, oneLine ? 2 : Infinity)
          if (differs.length > 0 || again.parts.body !== page.parts.body || foreign.length > 0)
            wrong.push({path: file.path, field, differs, foreign})
          edits++
        }
      }
    }
    expect([wrong, edits > 7000 / STEP]).toEqual([[], true])
  },
  240_000,
)
