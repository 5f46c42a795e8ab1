import {expect, test} from 'vitest'
import {rewriteText} from './testing/rewriteText.ts'

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
  expect(rewriteText('content/event/t/index.md', TALK, 'kit')).toEqual({
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
  expect(rewriteText('content/talk/t.md', text, 'wowchemy')).toEqual({
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
  const kit = rewriteText('content/authors/admin/_index.md', page, 'kit', 'author')
  expect(kit).toEqual({
    path: 'data/authors/admin.yaml',
    text: `# Me
name:
  display: 운영자
is_owner: true
role: Dev # still
affiliations:
  - name: Lab
    url: https://lab.example
links:
  - icon: brands/github
    url: https://github.com/x
  - icon: dove
    icon_pack: fas
    url: https://dove.example
education:
  courses:
    - course: PhD
slug: admin
schema: hugoblox/author/v1
`,
    notices: ['data/authors/admin.yaml:12: The kit has no icon "dove" in its packs; the name was kept. (foreignForm)'],
  })
  expect(rewriteText(kit.path, kit.text, 'wowchemy', 'author')).toEqual({
    path: 'content/authors/admin/_index.md',
    text: page,
    notices: [],
  })
})

test('an author with a text stays a page: a data file has no room for it', () => {
  const text = '---\ntitle: A\n---\nMy life.\n'
  expect(rewriteText('content/authors/a/_index.md', text, 'kit', 'author')).toEqual({
    path: 'content/authors/a/_index.md',
    text,
    notices: [
      'content/authors/a/_index.md:4: The kit reads authors from data/authors, where a text below the front matter has no place: the page stays. Move the text into "bio" and export again. (foreignForm)',
    ],
  })
})

test('a page with the names of two generations keeps both: it is one of the kit, which moves', () => {
  const text = "---\ntitle: T\npublishDate: '2017-01-01'\nevent: A\nevent_name: B\n---\n"
  expect(rewriteText('content/event/t/index.md', text, 'kit')).toEqual({
    path: 'content/events/t/index.md',
    text: "---\ntitle: T\npublishDate: '2017-01-01'\nevent: A\nevent_name: B\naliases:\n  - /event/t/\n---\n",
    notices: [],
  })
})

test.each([
  [
    'keys that stand elsewhere',
    'base: &b\n  event: A\n<<: *b',
    'The keys of the front matter cannot be renamed in place',
  ],
  ['a key in two spellings', 'EVENT: A\nevent: B', 'The keys of the front matter cannot be renamed in place'],
  [
    'an alias of a value that goes',
    'url_code: &u https://a.example\nurl_pdf: *u',
    'YAML: unidentified alias "u"; a value that begins with "*" stands in quotes',
  ],
])('a page that cannot be rewritten stays as it is, with a notice: %s', (_, keys, reason) => {
  const path = 'content/event/t/index.md'
  const text = `---\ntitle: T\n${keys}\n---\n`
  expect(rewriteText(path, text, 'kit')).toEqual({
    path,
    text,
    notices: [`${path}:2: The page keeps the names of its generation: ${reason}. Rewrite it by hand. (foreignForm)`],
  })
})

test.each(['x', '{name: x}', '[x]'])('links that are no list of links stay beside the keys: %s', (links) => {
  const keys = `links: ${links}\nurl_code: https://code.example\n`
  expect(rewriteText('content/event/t/index.md', `---\nevent: E\n${keys}---\n`, 'kit')).toEqual({
    path: 'content/events/t/index.md',
    text: `---\nevent_name: E\n${keys}aliases:\n  - /event/t/\n---\n`,
    notices: [
      'content/events/t/index.md:3: "links" is no list of links: it and the url keys were kept. Write it as a list, and export again. (foreignForm)',
    ],
  })
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
  const wowchemy = rewriteText('content/events/t/index.md', kit, 'wowchemy')
  expect(wowchemy).toEqual({
    path: 'content/event/t/index.md',
    text: `---
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
    notices: [],
  })
  expect(rewriteText(wowchemy.path, wowchemy.text, 'kit').text).toBe(`---
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

test('TOML stays TOML for Academic 2: tables, comments and dates too, and a second run changes nothing', () => {
  const talk = `+++
title = "T" # shown
date = 2019-05-04T13:00:00+09:00
date_end = 2019-05-04T15:00:00+09:00
publishDate = 2019-04-25
summary = "S"
featured = true
tags = [
  "a", # first
]

[image]
  caption = "C"

[[links]] # ours
  name = "N"
  url = "https://n.example"
+++
Body
`
  const {path, text, notices} = rewriteText('content/talk/t/index.md', talk, 'academic2')
  expect([path, text, notices]).toEqual([
    'content/talk/t/index.md',
    talk
      .replace('date =', 'time_start =')
      .replace('date_end', 'time_end')
      .replace('publishDate', 'date')
      .replace('summary', 'abstract_short')
      .replace('featured', 'selected')
      .replace('[[links]]', '[[url_custom]]'),
    [],
  ])
  expect(rewriteText(path, text, 'academic2').text).toBe(text)
})
