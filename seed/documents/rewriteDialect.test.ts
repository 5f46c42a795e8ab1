import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {findSites} from '../bundle/findSites.ts'
import {readSite, readText} from '../bundle/readSite.ts'
import {pageFileAt} from '../exportPlan.ts'
import {fieldNames, fieldOf} from '../fingerprint.ts'
import {FrontMatterError} from '../frontMatter/frontMatterError.ts'
import {hashContent} from '../ids.ts'
import type {Dialect} from '../markdown/types.ts'
import {readPage} from './page.ts'
import {rewriteDialect} from './rewriteDialect.ts'
import {createSiteView} from './site.ts'
import {toDocument} from './toDocument.ts'

const config = {
  timeZone: 'UTC',
  defaultLanguage: 'en',
  languages: [{code: 'en', contentDir: 'content'}],
  permalinks: {},
  removePathAccents: false,
}
const site = createSiteView([], config)

const rewrite = (path: string, text: string, dialect: Dialect, type: 'talk' | 'author' = 'talk') => {
  const {file, text: written, notices} = rewriteDialect({page: readPage(pageFileAt(path, type), text), dialect, site})
  return {path: file.path, text: written, notices: notices.map(({message}) => message)}
}

const TALK = `---
# The talk
title: T
event: Conf # where
event_url: https://conf.example
date: '2024-10-03T13:00:00Z'
date_end: "2024-10-03T15:00:00Z"
all_day: false
publishDate: '2017-01-01T00:00:00Z'
featured: true
# links:
#   - icon: twitter
url_code: https://code.example
url_pdf: ''
links:
  - name: Site # ours
    url: https://x.example
---
Body
`

test('a talk for the kit: keys and folder change, comments, order and values stay', () => {
  expect(rewrite('content/event/t/index.md', TALK, 'kit')).toEqual({
    path: 'content/events/t/index.md',
    text: `---
# The talk
title: T
event_name: Conf # where
event_url: https://conf.example
event_start: '2024-10-03T13:00:00Z'
event_end: "2024-10-03T15:00:00Z"
event_all_day: false
date: '2017-01-01T00:00:00Z'
featured: true
# links:
#   - icon: twitter
url_pdf: ''
links:
  - type: code
    url: https://code.example
  - name: Site # ours
    url: https://x.example
---
Body
`,
    notices: [],
  })
})

test('a TOML talk of Academic 2 for Wowchemy', () => {
  const text = `+++
title = "T"
date = 2017-01-01T00:00:00  # published
time_start = 2017-03-01T10:00:00
time_end = 2017-03-01T11:00:00
abstract_short = "Short"
selected = true
url_custom = [{name = "Site", url = "https://x.example"}]

[header]
image = ""
+++
`
  expect(rewrite('content/talk/t.md', text, 'wowchemy')).toEqual({
    path: 'content/event/t.md',
    text: text
      .replace('date =', 'publishDate =')
      .replace('time_start', 'date')
      .replace('time_end', 'date_end')
      .replace('abstract_short', 'summary')
      .replace('selected', 'featured')
      .replace('url_custom', 'links'),
    notices: [],
  })
})

test("an author's page becomes a data file of the kit, and back the same page", () => {
  const page = `---
# Me
title: 운영자
superuser: true
role: Dev # still
organizations:
  - name: Lab
    url: https://lab.example
social:
  - icon: github
    icon_pack: fab
    link: https://github.com/x
education:
  courses:
    - course: PhD
---
`
  const kit = rewrite('content/authors/admin/_index.md', page, 'kit', 'author')
  expect(kit).toEqual({
    path: 'data/authors/admin.yaml',
    text: expect.stringContaining('name:\n  display: 운영자\n'),
    notices: [],
  })
  expect(kit.text).toContain('role: Dev # still\naffiliations:\n')
  expect(rewrite(kit.path, kit.text, 'wowchemy', 'author')).toEqual({
    path: 'content/authors/admin/_index.md',
    text: page,
    notices: [],
  })
})

test('an author with a text stays a page: a data file has no room for it', () => {
  const text = '---\ntitle: A\n---\nMy life.\n'
  expect(rewrite('content/authors/a/_index.md', text, 'kit', 'author')).toEqual({
    path: 'content/authors/a/_index.md',
    text,
    notices: ['The page keeps its place: the text below an author has no room in a data file.'],
  })
})

test('a page that a generation cannot say stays as it is, with a notice', () => {
  const text = "---\ntitle: T\npublishDate: '2017-01-01'\nevent: A\nevent_name: B\n---\n"
  const {path, text: written} = rewrite('content/event/t/index.md', text, 'kit')
  expect([path.startsWith('content/event'), written.includes('event: A')]).toEqual([true, true])
})

const CORPUS = join(process.env['LECTERN_CORPUS'] ?? join(import.meta.dirname, '../../../shared/corpus'), 'sites')
/** Every page of every site with LECTERN_ALL, else every tenth. */
const STEP = process.env['LECTERN_ALL'] === undefined ? 10 : 1
const missing = !existsSync(CORPUS)

test.skipIf(missing)(
  'the corpus in every generation, twice and back: the same documents',
  () => {
    const wrong: unknown[] = []
    const kept: string[] = []
    let pages = 0
    for (const folder of findSites(CORPUS)) {
      const found = readSite(folder, 'UTC')
      const view = createSiteView(found.pages, found.config, {files: found.files})
      for (const file of found.pages.filter((_, index) => index % STEP === 0)) {
        const page = readable(() => readPage(file, readText(folder, file.path)))
        if (!page) continue
        const before = toDocument(page, view).document
        for (const dialect of ['academic2', 'academic4', 'wowchemy', 'kit'] as const) {
          pages++
          const once = rewriteDialect({page, dialect, site: view})
          const read = readPage(once.file, once.text)
          const twice = rewriteDialect({page: read, dialect, site: view})
          const back = rewriteDialect({page: read, dialect: page.dialect, site: view})
          const after = toDocument(readPage(back.file, back.text), view).document
          if (once.notices.length > 0) kept.push(`${dialect} ${file.path}: ${once.notices[0]?.message}`)
          const differs = fieldNames(before, after).filter(
            (name) =>
              !['links', 'image', 'avatar', 'body'].includes(name) &&
              hashContent(fieldOf(before, name)) !== hashContent(fieldOf(after, name)),
          )
          if (twice.text !== once.text || twice.file.path !== once.file.path || differs.length > 0)
            wrong.push({dialect, path: file.path, differs, again: twice.text === once.text})
        }
      }
    }
    if (process.env['LECTERN_ALL'] !== undefined)
      console.log(`${pages} rewritten, ${kept.length} kept:\n${kept.join('\n')}`)
    expect(wrong).toEqual([])
    const unsaid = kept.filter((line) => !line.includes('has no room in a data file'))
    expect(unsaid.length / pages).toBeLessThan(0.02)
  },
  240_000,
)

function readable<Result>(read: () => Result): Result | undefined {
  try {
    return read()
  } catch (error) {
    if (error instanceof FrontMatterError) return undefined
    throw error
  }
}
