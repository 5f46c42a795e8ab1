import {join} from 'node:path'
import {expect, test} from 'vitest'
import {pageFileAt} from '../bundle/pageFileAt.ts'
import {readSite} from '../bundle/readSite.ts'
import {readText} from '../bundle/readText.ts'
import {readGoDate} from '../frontMatter/goDate.ts'
import {hasHugo} from '../markdown/testing/renderWithHugo.ts'
import {readPage} from './page.ts'
import {hugoDate} from './testing/hugoDate.ts'
import {readWithHugo} from './testing/readWithHugo.ts'

const DAYS = [
  '2024-10-03',
  '2024-1-3',
  '03 Oct 2024',
  '3 Oct 2024',
  'Oct 3, 2024',
  '2024-10',
  '2024-02-30',
  '1969-12-31',
]
const JOINS = ['T', ' ', '  ', 't']
const CLOCKS = ['13:00:00', '9:05:06', '13:00', '24:00:00', '13:00:00.5', '13:00:00,25', '13:00:60']
const ZONES = ['', 'Z', 'z', '+09:00', '+0900', ' +0900', ' +09:00', ' -0800 PST', '-03:30', '+09', ' UTC', 'Z+5:30']
const OTHERS = [
  'Thu, 03 Oct 2024 13:00:00 +0900',
  'Thu, 03 Oct 2024 13:00:00 PST',
  'Thursday, 03-Oct-24 13:00:00 GMT',
  '03 Oct 24 13:00 PST',
  '03 Oct 69 13:00 +0100',
  'Thu Oct  3 13:00:00 2024',
  'Thu Oct 03 13:00:00 +0900 2024',
  'Thu Oct  3 13:00:00 CEST 2024',
  'Oct 3 2024',
  'today',
  ' 2024-10-03',
  '2024-10-03 ',
  '1727960400',
]

const spellings = [
  ...DAYS,
  ...OTHERS,
  ...DAYS.slice(0, 2).flatMap((day) =>
    JOINS.flatMap((join) => CLOCKS.flatMap((clock) => ZONES.map((zone) => `${day}${join}${clock}${zone}`))),
  ),
]

const instant = (text: string | undefined) =>
  text === undefined ? Date.parse('0001-01-01T00:00:00Z') : Math.floor(Date.parse(text) / 1000) * 1000

test.skipIf(!hasHugo()).each(['UTC', 'Europe/Berlin', 'Asia/Seoul'])(
  'every spelling of a date is the instant that Hugo reads, or is rejected by both: %s',
  (timeZone) => {
    const header = (spelling: string, index: number) =>
      index % 3 === 0
        ? `+++\ntitle = "T"\ndate = "${spelling}"\npublishDate = "${spelling}"\n+++\n`
        : index % 3 === 1
          ? `{"title": "T", "date": "${spelling}", "expiryDate": "${spelling}"}\n`
          : `---\ntitle: T\ndate: '${spelling}'\nlastmod: 2001-02-03\n---\n`
    const files = Object.fromEntries(
      spellings.map((spelling, index) => [`content/event/p${index}/index.md`, header(spelling, index)]),
    )
    const config = `baseURL: https://example.org/\ntimeZone: ${timeZone}\n`
    const hugo = readWithHugo({...files, 'config/_default/config.yaml': config})
    const different = spellings.flatMap((spelling, index) => {
      const path = `content/event/p${index}/index.md`
      const {values} = readPage(pageFileAt(path, 'talk'), files[path] ?? '')
      const read = hugo.get(path)
      const ours = (['date', 'publishdate', 'expirydate'] as const).map((key) =>
        instant(hugoDate(values, key, timeZone)),
      )
      const theirs = [read?.date, read?.publishDate, read?.expiryDate].map(instant)
      return JSON.stringify(ours) === JSON.stringify(theirs) ? [] : [[spelling, ...ours, ...theirs].join(' | ')]
    })
    expect(different).toEqual([])
    expect(hugo.size).toBe(spellings.length)
  },
  60_000,
)

const YAML = [
  '20241003',
  '1727960400',
  '2024-10-03',
  '2024-10-03T13:00:00',
  '2024-10-03 13:00:00',
  '2024-10-03T13:00:00Z',
  '2024-10-03t13:00:00z',
  '2024-10-03T13:00:00+09:00',
  '2024-10-03T13:00:00+9',
  '2024-10-03 13:00:00 +9',
  '2024-10-03 13:00:00.10 -5',
  '2024-1-3',
  '2024-1-3T1:02:03Z',
  '1.5',
  'true',
  '~',
  "''",
  '[2024-10-03]',
  '',
]
const TOML = [
  '2024-10-03',
  '2024-10-03T13:00:00',
  '2024-10-03 13:00:00',
  '2024-10-03T13:00:00.5-07:00',
  '2024-10-03 13:00:00Z',
  '13:00:00',
  '20241003',
  'true',
]

test.skipIf(!hasHugo()).each(['UTC', 'Asia/Seoul'])('dates without quotes, in YAML and TOML: %s', (timeZone) => {
  const values = [
    ...YAML.map((value) => `---\ndate: ${value}\n---\n`),
    ...TOML.map((value) => `+++\ndate = ${value}\n+++\n`),
  ]
  const files = Object.fromEntries(values.map((text, index) => [`content/event/p${index}/index.md`, text]))
  const config = `baseURL: https://example.org/\ntimeZone: ${timeZone}\n`
  const hugo = readWithHugo({...files, 'config/_default/config.yaml': config})
  const read = Object.entries(files).map(([path, text]) => {
    const page = readPage(pageFileAt(path, 'talk'), text)
    return [text, instant(hugoDate(page.values, 'date', timeZone))]
  })
  expect(read).toEqual(Object.entries(files).map(([path, text]) => [text, instant(hugo.get(path)?.date)]))
})

/** A value as templates see it: keys in lower case, dates as instants, YAML 1.1's yes and no as truth values. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key.toLowerCase(), plain(member)]))
  if (value === 'yes') return true
  const date = typeof value === 'string' ? readGoDate(value, 'UTC') : undefined
  return date ? instant(date.instant) : value
}

/** Keys that Hugo fills in by itself. */
const HUGO_KEYS = new Set(['date', 'publishdate', 'expirydate', 'lastmod', 'draft', 'iscjklanguage', 'pubdate'])

test.skipIf(!hasHugo())('every key of every generation has the value that Hugo gives to templates', () => {
  const folder = join(import.meta.dirname, 'fixtures/generations')
  const {pages} = readSite(folder, 'UTC')
  const read = pages
    .filter(({section}) => section !== 'data')
    .map((file) => readPage(file, readText(folder, file.path)))
  const talks = read.filter(({file}) => file.type === 'talk')
  const hugo = readWithHugo(
    Object.fromEntries(
      talks.map(({file, parts: {prefix, header, delimiter}}) => [file.path, prefix + header + delimiter]),
    ),
  )
  const own = (values: Iterable<[string, unknown]>) =>
    Object.fromEntries([...values].filter(([key]) => !HUGO_KEYS.has(key)).map(([key, value]) => [key, plain(value)]))
  expect(talks.map(({file, values}) => [file.path, own(values)])).toEqual(
    talks.map(({file}) => [file.path, own(Object.entries(hugo.get(file.path)?.params ?? {}))]),
  )
})
