import {expect, test} from 'vitest'
import {exportSite} from '../seed/exportSite.ts'
import {importSite} from '../seed/importSite.ts'
import {useSite} from './support/useSite.ts'

const {client, site, read, put} = useSite(() => undefined)

const AUTHOR = `---
title: 이
role: 개발자
education: # where
  courses:
    - course: PhD in AI
      institution: KAIST
      year: 2012
work:
  - position: CTO
    company_name: Lab
skills:
  - name: TS
    percent: 90
awards: [a]
user_groups:
  - Team
---

긴 소개.
`

test('what of an author no field holds is kept: education, work, skills, and the text', async () => {
  put('content/authors/lee/_index.md', AUTHOR)
  await importSite({client: client(), folder: site()})
  await client().patch('author-lee').set({role: '연구자'}).commit()
  await exportSite({client: client(), folder: site()})
  expect(read('content/authors/lee/_index.md')).toBe(AUTHOR.replace('role: 개발자', 'role: 연구자'))
})

const DECK = `---
title: Deck
slides:
  # Choose a theme
  theme: black
  reveal_options:
    controls: true
    slide_number: false
  branding:
    logo: {filename: a.png}
---
# One
---
# Two
`

test("a deck's settings stay when its theme or its slides are edited", async () => {
  put('content/slides/deck/index.md', DECK)
  await importSite({client: client(), folder: site()})
  await client().patch('slideDeck-deck').set({theme: 'white', markdown: '# One\n---\n# 둘\n'}).commit()
  await exportSite({client: client(), folder: site()})
  expect(read('content/slides/deck/index.md')).toBe(
    DECK.replace('theme: black', 'theme: white').replace('# Two', '# 둘'),
  )
})

test("a text written below an author of the kit's data file is never dropped silently", async () => {
  const data = 'slug: lee\nname:\n  display: 이\nrole: 개발자\n'
  put('data/authors/lee.yaml', data)
  put('content/events/t/index.md', '---\ntitle: T\n---\n')
  await importSite({client: client(), folder: site()})
  const body = [
    {
      _type: 'block',
      _key: 'a',
      style: 'normal',
      markDefs: [],
      children: [{_type: 'span', _key: 'b', text: '글', marks: []}],
    },
  ]
  await client().patch('author-lee').set({body, role: '연구자'}).commit()
  const report = await exportSite({client: client(), folder: site()})
  expect(report.notices).toEqual([
    {
      kind: 'droppedField',
      path: 'data/authors/lee.yaml',
      field: 'body',
      line: 1,
      message: 'A data file has no room for a text below it; the text stays in the Studio.',
    },
  ])
  expect(read('data/authors/lee.yaml')).toBe(data.replace('개발자', '연구자'))
  await importSite({client: client(), folder: site()})
  expect(await client().fetch('*[_id == "author-lee"][0].body[0].children[0].text')).toBe('글')
})

test('a page outside of the event folders that says it is a talk is one; the others are left alone', async () => {
  put('content/event/a/index.md', '---\ntitle: A\n---\n')
  put('content/post/b/index.md', "---\ntitle: B\ntype: 'event' # a talk\n---\ntype: x\n")
  put('content/c.md', '+++\ntitle = "C"\ntype = "talk"\n+++\n')
  put('content/post/d.md', '---\ntitle: D\ntype: post\n---\ntype: event\n')
  put('content/post/_index.md', '---\ntitle: E\ntype: event\n---\n')
  const before = ['content/post/b/index.md', 'content/c.md'].map(read)
  await importSite({client: client(), folder: site()})
  expect(await client().fetch('*[_type == "talk"].title | order(@)')).toEqual(['A', 'B', 'C'])
  await exportSite({client: client(), folder: site()})
  expect(['content/post/b/index.md', 'content/c.md'].map(read)).toEqual(before)
  await exportSite({client: client(), folder: site(), dialect: 'kit'})
  expect(read('content/post/b/index.md')).toContain("type: 'events' # a talk\n")
})
