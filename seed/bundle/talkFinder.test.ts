import {expect, test} from 'vitest'
import {sectionPages} from './sectionPages.ts'
import {readSiteConfig} from './siteConfig.ts'
import {talkFinder} from './talkFinder.ts'

const FILES: Record<string, string> = {
  'content/news/a.md': '---\ntype: event # one\n---\n',
  'content/news/b.md': '+++\ntype = "talk"\n+++\n',
  'content/news/c.md': '---\ntitle: type\n---\ntype: event\n',
  'content/news/d.md': '---\nlinks:\n- {name: x}\n- url: y\n  type: pdf\ntype: events\n---\n',
  'content/seminars/_index.md': '---\ncascade:\n  Type: event\n---\n',
  'content/seminars/d.md': '---\ntitle: T\n---\n',
  'content/seminars/e.md': '---\ntype: post\n---\n',
  'content/seminars/2024/_index.md': '---\ncascade:\n- {_target: {kind: page}, type: post}\n- {toc: true}\n---\n',
  'content/seminars/2024/f/index.md': '---\ntitle: T\ntype:\n---\n',
  'content/seminars/old/_index.md': '---\ncascade: [{type: post}]\n---\n',
  'content/seminars/old/g.md': '---\ntitle: T\n---\n',
  'content/broken/_index.md': '---\ncascade: [\n---\n',
  'content/broken/h.md': '---\ntitle: T\n---\n',
}

test('a page is a talk by its own type, else by that which the nearest section hands down', () => {
  const unreadable: unknown[] = []
  const isTalk = talkFinder(
    (path) => FILES[path],
    sectionPages(Object.keys(FILES), readSiteConfig(new Map()).config),
    (path, {line}) => unreadable.push([path, line]),
  )
  expect(Object.keys(FILES).filter((path) => !path.includes('_index') && isTalk(path))).toEqual([
    'content/news/a.md',
    'content/news/b.md',
    'content/news/d.md',
    'content/seminars/d.md',
    'content/seminars/2024/f/index.md',
  ])
  expect(unreadable).toEqual([['content/broken/_index.md', 2]])
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
  const isTalk = talkFinder(
    (path) => files[path],
    sectionPages(Object.keys(files), config),
    (path) => expect.unreachable(path),
  )
  expect(Object.keys(files).filter((path) => !path.includes('_index') && isTalk(path))).toEqual([
    'content/one/a.md',
    'content/two/b.ko.md',
    'docs/c.md',
    'other/2024/d.md',
  ])
})
