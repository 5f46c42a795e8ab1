import {expect, test} from 'vitest'
import {rewriteText} from './testing/rewriteText.ts'

test('a talk without publish date appears with its start: the kit gets a date, and loses it on the way back', () => {
  const talk = "---\ntitle: T\ndate: '2024-10-03T13:00:00Z' # when\nevent: E\n---\n"
  const kit = rewriteText('content/event/t/index.md', talk, 'kit')
  expect(kit.text).toBe(
    "---\ntitle: T\nevent_start: '2024-10-03T13:00:00Z' # when\ndate: '2024-10-03T13:00:00Z'\nevent_name: E\naliases:\n  - /event/t/\n---\n",
  )
  const back = rewriteText(kit.path, kit.text, 'wowchemy')
  expect([back.path, back.text]).toEqual([
    'content/event/t/index.md',
    talk.replace('event: E\n', 'event: E\naliases:\n  - /events/t/\n'),
  ])
})

test('a talk of the kit without a date is shown at once, elsewhere only from its start: that is said', () => {
  const text = "---\ntitle: T\nevent_start: '2024-10-03T13:00:00Z'\n---\n"
  expect(rewriteText('content/events/t/index.md', text, 'wowchemy').notices).toEqual([
    'content/event/t/index.md:3: The talk has no publish date: Hugo shows it only once it has started. Give it a "publishDate". (foreignForm)',
  ])
  expect(rewriteText('content/talk/t.md', '+++\ntime_start = 2017-03-01T10:00:00\n+++\n', 'kit').notices).toEqual([
    'content/events/t.md:2: The talk has no publish date, and the kit sorts it last: give it a "date". (foreignForm)',
  ])
})

test('an empty event_start goes with the kit, which takes date for the start', () => {
  const text = '---\ntitle: T\ndate: 2024-01-01\nevent_start: ""\nevent_end: ""\n---\n'
  expect(rewriteText('content/events/x/index.md', text, 'wowchemy')).toEqual({
    path: 'content/event/x/index.md',
    text: '---\ntitle: T\ndate: 2024-01-01\ndate_end: ""\naliases:\n  - /events/x/\n---\n',
    notices: [],
  })
})

test('a talk of Academic 1: its date is its start in every generation', () => {
  const page = '+++\ntitle = "T"\ndate = "2016-05-06T10:00:00"\nabstract_short = "S"\n+++\n'
  expect(rewriteText('content/talk/x.md', page, 'wowchemy').text).toBe(
    "---\ntitle: T\ndate: '2016-05-06T10:00:00'\nsummary: S\naliases:\n  - /talk/x/\n---\n",
  )
  expect(rewriteText('content/talk/x.md', page, 'academic2')).toEqual({
    path: 'content/talk/x.md',
    text: page,
    notices: [],
  })
})

test('a date that Hugo cannot read stays in date: in another key it would stop the build', () => {
  const page = "---\ntitle: T\ndate: '2024-10-03:13:00:00'\nevent: E\n---\n"
  expect(rewriteText('content/event/x.md', page, 'kit').text).toBe(
    "---\ntitle: T\ndate: '2024-10-03:13:00:00'\nevent_name: E\naliases:\n  - /event/x/\n---\n",
  )
})

test('a publish date that Hugo cannot read is none, and stays', () => {
  const page = "---\ntitle: T\ndate: '2019-12-13T14:58:00'\npublishDate: '2019-12.13'\n---\n"
  const kit = rewriteText('content/events/x.md', page, 'kit')
  expect(kit.text).toBe(
    "---\ntitle: T\nevent_start: '2019-12-13T14:58:00'\ndate: '2019-12-13T14:58:00'\npublishDate: '2019-12.13'\n---\n",
  )
  expect(rewriteText('content/events/x.md', kit.text, 'kit').text).toBe(kit.text)
})

test('an all-day talk that appears with its start', () => {
  const page = '---\ntitle: T\ndate: 2018-10-09T16:30:00\nall_day: true\npublishDate: 2018-10-09T16:30:00\n---\n'
  const kit = rewriteText('content/event/x.md', page, 'kit')
  expect(kit).toEqual({
    path: 'content/events/x.md',
    text: '---\ntitle: T\nevent_start: 2018-10-09T16:30:00\nevent_all_day: true\ndate: 2018-10-09T16:30:00\naliases:\n  - /event/x/\n---\n',
    notices: [],
  })
})

test('a talk without publish date appears with its start in Academic 2 too', () => {
  const page = '---\ntitle: T\ndate: 2018-10-09T16:30:00\n---\n'
  const old = rewriteText('content/talk/x.md', page, 'academic2')
  expect(old.text).toBe("---\ntitle: T\ndate: '2018-10-09T16:30:00'\ntime_start: 2018-10-09T16:30:00\n---\n")
  expect(rewriteText('content/talk/x.md', old.text, 'academic2').text).toBe(old.text)
})
