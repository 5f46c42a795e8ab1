import {expect, test} from 'vitest'
import {pageFileAt} from '../exportPlan.ts'
import type {Dialect} from '../markdown/types.ts'
import {formatNotice} from '../notices.ts'
import {readPage} from './page.ts'
import {rewriteDialect} from './rewriteDialect.ts'
import {createSiteView} from './site.ts'

const config = {
  timeZone: 'UTC',
  defaultLanguage: 'en',
  defaultLanguageInFolder: false,
  languages: [{code: 'en', contentDir: 'content'}],
  permalinks: {},
  removePathAccents: false,
}
const site = createSiteView([], config)

const rewrite = (path: string, text: string, dialect: Dialect, type: 'talk' | 'author' = 'talk') => {
  const {file, text: written, notices} = rewriteDialect({page: readPage(pageFileAt(path, type), text), dialect, site})
  return {path: file.path, text: written, notices: notices.map(formatNotice)}
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
url_code: https://code.example # the code
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
# the code
url_pdf: ''
links:
  - type: code
    url: https://code.example
  - name: Site # ours
    url: https://x.example
aliases:
  - /event/t/
---
Body
`,
    notices: [],
  })
})

test('a TOML talk of Academic 2 for Wowchemy, in YAML', () => {
  const text = `+++
title = "T"
date = 2017-01-01T00:00:00  # published
time_start = 2017-03-01T10:00:00
time_end = 2017-03-01T11:00:00
abstract_short = "Short"
selected = true
url_custom = [{name = "Site", url = "https://x.example"}]

# Below img
[header]
image = ""
+++
`
  expect(rewrite('content/talk/t.md', text, 'wowchemy')).toEqual({
    path: 'content/event/t.md',
    text: `---
title: T
publishDate: '2017-01-01T00:00:00' # published
date: '2017-03-01T10:00:00'
date_end: '2017-03-01T11:00:00'
summary: Short
featured: true
links:
  - name: Site
    url: https://x.example

# Below img
header:
  image: ''
aliases:
  - /talk/t/
---
`,
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
  - icon: dove
    icon_pack: fas
    link: https://dove.example
education:
  courses:
    - course: PhD
---
`
  const kit = rewrite('content/authors/admin/_index.md', page, 'kit', 'author')
  expect(kit).toEqual({
    path: 'data/authors/admin.yaml',
    text: expect.stringContaining('name:\n  display: 운영자\n'),
    notices: ['data/authors/admin.yaml:12: The kit has no icon "dove" in its packs; the name was kept. (foreignForm)'],
  })
  expect(kit.text).toContain('  - icon: brands/github\n    url: https://github.com/x\n')
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
    notices: [
      'content/authors/a/_index.md:4: The kit reads authors from data/authors, where a text below the front matter has no place: the page stays. Move the text into "bio" and export again. (foreignForm)',
    ],
  })
})

test('a page that a generation cannot say stays as it is, with a notice', () => {
  const text = "---\ntitle: T\npublishDate: '2017-01-01'\nevent: A\nevent_name: B\n---\n"
  const {path, text: written} = rewrite('content/event/t/index.md', text, 'kit')
  expect([path.startsWith('content/event'), written.includes('event: A')]).toEqual([true, true])
})

test('a talk without publish date appears with its start: the kit gets a date, and loses it on the way back', () => {
  const talk = "---\ntitle: T\ndate: '2024-10-03T13:00:00Z' # when\nevent: E\n---\n"
  const kit = rewrite('content/event/t/index.md', talk, 'kit')
  expect(kit.text).toBe(
    "---\ntitle: T\nevent_start: '2024-10-03T13:00:00Z' # when\ndate: '2024-10-03T13:00:00Z'\nevent_name: E\naliases:\n  - /event/t/\n---\n",
  )
  const back = rewrite(kit.path, kit.text, 'wowchemy')
  expect([back.path, back.text]).toEqual([
    'content/event/t/index.md',
    talk.replace('event: E\n', 'event: E\naliases:\n  - /events/t/\n'),
  ])
})

test('a talk of the kit without a date is shown at once, elsewhere only from its start: that is said', () => {
  const text = "---\ntitle: T\nevent_start: '2024-10-03T13:00:00Z'\n---\n"
  expect(rewrite('content/events/t/index.md', text, 'wowchemy').notices).toEqual([
    'content/event/t/index.md:3: The talk has no publish date: Hugo shows it only once it has started. Give it a "publishDate". (foreignForm)',
  ])
  expect(rewrite('content/talk/t.md', '+++\ntime_start = 2017-03-01T10:00:00\n+++\n', 'kit').notices).toEqual([
    'content/events/t.md:2: The talk has no publish date, and the kit sorts it last: give it a "date". (foreignForm)',
  ])
})

test('links keep their order: of the typed links of the kit only the first become keys', () => {
  const kit = `---
event_name: E
links:
  - type: code
    url: https://code.example
  - type: pdf
    url: talk.pdf
  - label: Site
    url: https://x.example
    icon: brands/github
  - type: registration
    url: https://r.example
---
`
  const {path, text, notices} = rewrite('content/events/t/index.md', kit, 'wowchemy')
  expect([text, notices]).toEqual([
    `---
event: E
links:
  - type: pdf
    url: talk.pdf
    name: PDF
  - url: https://x.example
    icon: github
    icon_pack: fab
    name: Site
  - type: registration
    url: https://r.example
    name: Registration
url_code: https://code.example
aliases:
  - /events/t/
---
`,
    [],
  ])
  expect(rewrite(path, text, 'kit').text).toBe(`---
event_name: E
links:
  - type: code
    url: https://code.example
  - type: pdf
    url: talk.pdf
  - url: https://x.example
    icon: brands/github
    name: Site
  - type: registration
    url: https://r.example
aliases:
  - /event/t/
---
`)
})

test('shortcodes by the names that they have, and callouts as alerts, where that means the same', () => {
  const body = `{{% alert note %}}
Look *here*.
{{% /alert %}}

- {{% alert warning %}}loose{{% /alert %}}

See {{< icon name="github" pack="fab" padding_left="1" >}} and {{</* alert note */>}}.

{{< diagram >}}
graph TD;
{{< /diagram >}}

{{< gdocs src="https://docs.example" >}}
`
  const talk = `---\nevent: E\n---\n${body}`
  const wowchemy = rewrite('content/talk/t/index.md', talk, 'wowchemy')
  expect(wowchemy.text).toContain(
    body
      .replaceAll('alert note %', 'callout note %')
      .replaceAll('/alert', '/callout')
      .replace('alert warning', 'callout warning')
      .replace('{{< diagram >}}', '```mermaid')
      .replace('{{< /diagram >}}', '```'),
  )
  const kit = rewrite(wowchemy.path, wowchemy.text, 'kit')
  expect(kit.text).toContain(`
> [!NOTE]
> Look *here*.

- {{% callout warning %}}loose{{% /callout %}}

See {{< icon name="brands/github" padding_left="1" >}} and {{</* alert note */>}}.
`)
  expect(kit.text.split('\n')[17]).toContain('gdocs')
  expect(kit.notices).toEqual([
    'content/events/t/index.md:18: The kit has no shortcode "gdocs", and Hugo stops there unless the site brings its own; it was kept. (foreignForm)',
  ])
  expect(rewrite(kit.path, kit.text, 'wowchemy').text.split('---\n')[2]).toBe(wowchemy.text.split('---\n')[2])
})

test('Markdown that only one generation knows is kept, with its line', () => {
  const {path, text, notices} = rewrite(
    'content/events/t/index.md',
    '---\nevent_name: E\n---\nOne.\n\nA ==mark==.\n',
    'wowchemy',
  )
  expect([path, text.endsWith('\nOne.\n\nA ==mark==.\n'), notices]).toEqual([
    'content/event/t/index.md',
    true,
    [
      'content/event/t/index.md:8: The generation reads the Markdown from here on otherwise; the text was kept. (foreignForm)',
    ],
  ])
})

test('a talk of Academic 1: its date is its start in every generation', () => {
  const page = '+++\ntitle = "T"\ndate = "2016-05-06T10:00:00"\nabstract_short = "S"\n+++\n'
  expect(rewrite('content/talk/x.md', page, 'wowchemy').text).toBe(
    "---\ntitle: T\ndate: '2016-05-06T10:00:00'\nsummary: S\naliases:\n  - /talk/x/\n---\n",
  )
  expect(rewrite('content/talk/x.md', page, 'academic2')).toEqual({path: 'content/talk/x.md', text: page, notices: []})
})

test('a date that Hugo cannot read stays in date: in another key it would stop the build', () => {
  const page = "---\ntitle: T\ndate: '2024-10-03:13:00:00'\nevent: E\n---\n"
  expect(rewrite('content/event/x.md', page, 'kit').text).toBe(
    "---\ntitle: T\ndate: '2024-10-03:13:00:00'\nevent_name: E\naliases:\n  - /event/x/\n---\n",
  )
})

test('a publish date that Hugo cannot read is none, and stays', () => {
  const page = "---\ntitle: T\ndate: '2019-12-13T14:58:00'\npublishDate: '2019-12.13'\n---\n"
  const kit = rewrite('content/events/x.md', page, 'kit')
  expect(kit.text).toBe(
    "---\ntitle: T\nevent_start: '2019-12-13T14:58:00'\ndate: '2019-12-13T14:58:00'\npublishDate: '2019-12.13'\n---\n",
  )
  expect(rewrite('content/events/x.md', kit.text, 'kit').text).toBe(kit.text)
})

test('an all-day talk that appears with its start', () => {
  const page = '---\ntitle: T\ndate: 2018-10-09T16:30:00\nall_day: true\npublishDate: 2018-10-09T16:30:00\n---\n'
  const kit = rewrite('content/event/x.md', page, 'kit')
  expect(kit).toEqual({
    path: 'content/events/x.md',
    text: '---\ntitle: T\nevent_start: 2018-10-09T16:30:00\nevent_all_day: true\ndate: 2018-10-09T16:30:00\naliases:\n  - /event/x/\n---\n',
    notices: [],
  })
})

test('a talk without publish date appears with its start in Academic 2 too', () => {
  const page = '---\ntitle: T\ndate: 2018-10-09T16:30:00\n---\n'
  const old = rewrite('content/talk/x.md', page, 'academic2')
  expect(old.text).toBe("---\ntitle: T\ndate: '2018-10-09T16:30:00'\ntime_start: 2018-10-09T16:30:00\n---\n")
  expect(rewrite('content/talk/x.md', old.text, 'academic2').text).toBe(old.text)
})
