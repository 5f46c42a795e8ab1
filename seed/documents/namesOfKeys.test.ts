import {expect, test} from 'vitest'
import {pageFileAt} from '../bundle/pageFileAt.ts'
import {seal} from './fingerprint.ts'
import {fromDocument} from './fromDocument.ts'
import {readPage} from './page.ts'
import {emptySite} from './testing/emptySite.ts'
import {toDocument} from './toDocument.ts'
import type {Author, Talk} from './types.ts'

type Changes = {[Field in keyof (Talk & Author)]?: (Talk & Author)[Field] | undefined}

/** The text of a page after an edit of its document, and whether reading it gives the edited document. */
function edit(text: string, changes: Changes, path = 'content/event/x/index.md') {
  const file = pageFileAt(path, path.includes('/authors/') ? 'author' : 'talk')
  const page = readPage(file, text)
  const {document, draft} = toDocument(page, emptySite)
  const sealed = seal(document, {converter: '', source: '', files: '', draft, assets: {}})
  const sources = {nameOf: () => undefined, fileName: () => undefined, assetId: () => undefined}
  const edited = Object.assign(sealed, changes)
  const written = fromDocument({document: edited, draft, page, site: emptySite, sources, assets: new Map()}).text
  return {text: written, reread: toDocument(readPage(file, written), emptySite).document}
}

const page = (...lines: string[]) => `---\ntitle: T\n${lines.join('\n')}\n---\n`

test('an end that was cleared does not come back from the older key beside it', () => {
  const both = page('event_start: 2026-09-04', 'event_end: 2026-09-05', 'date_end: 2026-09-05 # old')
  const {text, reread} = edit(both, {end: undefined})
  expect(text).toBe(page('event_start: 2026-09-04', "event_end: ''", "date_end: '' # old"))
  expect(reread).not.toHaveProperty('end')
})

test('nor does a publish date, an expiry date, an event or a summary', () => {
  const dates = page('event_start: 2026-09-04', 'publishDate: 2026-01-02', 'date: 2026-01-03')
  expect(edit(dates, {publishDate: undefined}).text).toBe(
    page('event_start: 2026-09-04', "publishDate: ''", "date: ''"),
  )
  const expiry = page('expiryDate: 2026-09-04', 'unpublishdate: 2026-09-05')
  expect(edit(expiry, {expiryDate: undefined}).text).toBe(page("expiryDate: ''", "unpublishdate: ''"))
  const event = page('event_name: A', 'event: B')
  expect(edit(event, {event: undefined}).text).toBe(page("event_name: ''", "event: ''"))
  const summary = page('summary: A', 'abstract_short: B')
  expect(edit(summary, {summary: undefined}).text).toBe(page("summary: ''", "abstract_short: ''"))
})

test('a field that gets a value gets it where it is read, and the older key stays', () => {
  const both = page('event_name: A', 'event: B', 'event_end: 2026-09-05', 'date_end: 2026-09-06')
  expect(edit(both, {event: {_type: 'talkEvent', name: 'C'}}).text).toBe(both.replace('event_name: A', 'event_name: C'))
})

test("an author's profiles, organizations and switch are written into the key that they were read from", () => {
  const text = page(
    'superuser: false',
    'is_owner: false',
    'profiles:',
    '  - url: https://a',
    'social:',
    '  - link: https://b',
  )
  const profiles = [{_type: 'profileLink' as const, _key: 'k', url: 'https://c'}]
  const path = 'content/authors/me/_index.md'
  expect(edit(text, {profiles}, path).text).toBe(text.replace('https://a', 'https://c'))
  const owner = '---\nsuperuser: false\nis_owner: false\n'
  expect(edit(`${owner}---\n`, {owner: true}, path).text).toBe('---\nsuperuser: true\nis_owner: false\n---\n')
})

test('a line end that only YAML knows, a mark of byte order and a control come back from double quotes', () => {
  const title = 'a\u0085b\u2028c\u2029d\ufeffe\u0080f'
  const {text, reread} = edit(page('event: E'), {title})
  expect(text).toBe(`---\ntitle: "a\\u0085b\\u2028c\\u2029d\\ufeffe\\u0080f"\nevent: E\n---\n`)
  expect(reread).toHaveProperty('title', title)
})
