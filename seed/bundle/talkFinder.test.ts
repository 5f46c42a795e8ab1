import {expect, test} from 'vitest'
import {sectionPages} from './sectionPages.ts'
import {readSiteConfig} from './siteConfig.ts'
import {talkFinder} from './talkFinder.ts'

/** Which of some files are talks, those that are named like a section's page left out, and which of all could not be read. */
function findTalks(files: Record<string, string>, config = readSiteConfig(new Map()).config) {
  const unreadable: unknown[] = []
  const isTalk = talkFinder(
    (path) => files[path],
    sectionPages(Object.keys(files), config),
    (path, {line}) => unreadable.push([path, line]),
  )
  return {talks: Object.keys(files).filter((path) => !path.includes('_index') && isTalk(path)), unreadable}
}

test('a page is a talk by its own type, else by that which the nearest section hands down', () => {
  const files = {
    'content/news/a.md': '---\ntype: event # one\n---\n',
    'content/news/b.md': '+++\ntype = "talk"\n+++\n',
    'content/news/c.md': '---\ntitle: type\n---\ntype: event\n',
    'content/news/d.md': '---\nlinks:\n- {name: x}\n- url: y\n  type: pdf\ntype: events\n---\n',
    'content/seminars/_index.md': '---\ncascade:\n  Type: Event\n---\n',
    'content/seminars/d.md': '---\ntitle: T\nsubtype: x\n---\n',
    'content/seminars/e.md': '---\nType: post\n---\n',
    'content/seminars/2024/_index.md': '---\ncascade:\n- {_target: {kind: page}, type: post}\n- {toc: true}\n---\n',
    'content/seminars/2024/f/index.md': '---\ntitle: T\ntype:\n---\n',
    'content/seminars/2025/_index.md': "---\ncascade: [{type: ''}, {type: post}]\n---\n",
    'content/seminars/2025/f.md': '---\ntitle: T\n---\n',
    'content/seminars/2026/_index.md': '---\ncascade:\n---\n',
    'content/seminars/2026/f.md': '---\ntitle: T\n---\n',
    'content/seminars/old/_index.md': '---\ncascade: [{type: post}]\n---\n',
    'content/seminars/old/g.md': '---\ntitle: T\n---\n',
    'content/prevent/_index.md': '---\ncascade: {type: prevent}\n---\n',
    'content/prevent/g.md': '---\ntitle: T\n---\n',
    'content/eventual/_index.md': '---\ncascade: {type: eventual}\n---\n',
    'content/eventual/g.md': '---\ntitle: T\n---\n',
  }
  expect(findTalks(files)).toEqual({
    talks: [
      'content/news/a.md',
      'content/news/b.md',
      'content/news/d.md',
      'content/seminars/d.md',
      'content/seminars/2024/f/index.md',
      'content/seminars/2026/f.md',
    ],
    unreadable: [],
  })
})

test.each([
  ['a type in capitals', '---\nType: Talk\n---\n', true],
  ['JSON', '{\n  "type": "event",\n  "title": "T"\n}\n', true],
  ['JSON whose type stands last', '{\n  "title": "T",\n  "type": "event"\n}\n', true],
  ['a mark of the order of bytes and blank lines', '\uFEFF\n\n---\ntype: event\n---\n', true],
  ['lines that end in CRLF', '---\r\ntype: event\r\n---\r\n', true],
  ['a type that begins with that of a talk', '---\ntype: talks\n---\n', false],
  ['a type that one of its links has', '---\nlinks:\n  - url: y\n    type: talk\n---\n', false],
  ['a type beside that of its link', '{\n  "type": "post",\n  "link": {\n    "type": "talk"\n  }\n}\n', false],
  ['a type of a table', '+++\ntitle = "T"\n[link]\ntype = "talk"\n+++\n', false],
  ['a type and what cannot be read', '---\ntype: talk\ntitle: [\n---\n', true],
  ['a key that ends in type', '---\nsubtype: talk\n---\n', false],
  ['no front matter', 'type: event\n\n글\n', false],
  ['front matter behind a text', '글\n---\ntype: event\n---\n', false],
  ['front matter without an end', '---\ntype: event\n', false],
])('a page with %s', (_, page, expected) => {
  expect(findTalks({'content/a.md': page}).talks).toEqual(expected ? ['content/a.md'] : [])
})

test('a section page that cannot be read is told once, unless it hands nothing down; another failure ends the search', () => {
  const page = '---\ntitle: T\n---\n'
  const files = {
    'content/broken/_index.md': '---\ncascade: [\n---\n',
    'content/broken/h.md': page,
    'content/broken/i.md': page,
    'content/other/_index.md': '---\ntitle: [\n---\n',
    'content/other/j.md': page,
  }
  expect(findTalks(files)).toEqual({talks: [], unreadable: [['content/broken/_index.md', 2]]})
  const failing = talkFinder(
    () => {
      throw new TypeError('no disk')
    },
    () => [],
    () => undefined,
  )
  expect(() => failing('content/a.md')).toThrow('no disk')
  expect(
    talkFinder(
      () => undefined,
      () => [],
      () => undefined,
    )('content/gone.md'),
  ).toBe(false)
})

test('a section hands its type down to pages of its own language, wherever they are mounted', () => {
  const handsDown = '---\ncascade: {type: event}\n---\n'
  const page = '---\ntitle: T\n---\n'
  const files: Record<string, string> = {
    'content/one/_index.md': handsDown,
    'content/one/a.md': page,
    'content/one/a.ko.md': page,
    'content/two/_index.ko.md': handsDown,
    'content/two/b.md': page,
    'content/two/b.ko.md': page,
    'docs/c.md': page,
    'other/_index.md': handsDown,
    'other/2024/d.md': page,
    'elsewhere/e.md': page,
  }
  const mounts =
    '  - {source: content, target: content}\n  - {source: docs, target: content/one/docs}\n  - {source: other, target: content/three}\n'
  const {config} = readSiteConfig(
    new Map([['hugo.yaml', `languages:\n  en: {}\n  ko: {}\nmodule:\n  mounts:\n${mounts}`]]),
  )
  expect(findTalks(files, config)).toEqual({
    talks: ['content/one/a.md', 'content/two/b.ko.md', 'docs/c.md', 'other/2024/d.md'],
    unreadable: [],
  })
})
