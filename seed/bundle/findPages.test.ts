import {expect, test} from 'vitest'
import {readPage} from '../documents/page.ts'
import {pageAddress} from '../documents/pageAddress.ts'
import {readWithHugo} from '../documents/testing/readWithHugo.ts'
import {hasHugo} from '../markdown/testing/renderWithHugo.ts'
import {findPages} from './findPages.ts'
import {readSiteConfig} from './siteConfig.ts'

const TALK = '---\ntitle: T\n---\n'
const CONFIG = 'config/_default/config.yaml'

const LANGUAGES = {
  'no language but English': '',
  'no language but Korean': 'defaultContentLanguage: ko\n',
  'English and Korean': 'languages: {en: {weight: 1}, ko: {weight: 2}}\n',
  'codes of other forms':
    'languages: {en: {weight: 1}, fil: {weight: 2}, zh-hant-tw: {weight: 3}, pt-BR: {weight: 4}, tlh_x1: {weight: 5}}\n',
}

/** Names of files below `content/event`: bundles, pages, and what is neither. */
const SITES: Record<string, string> = {
  'pages beside translations':
    'a/index.md a/index.ko.md b/index.ko.md c/index.md c/notes.en.md x.md x.ko.md y.ko.md' +
    ' d/index.fr.md d/index.md z.fr.md z.md w.fr-CA.md v.v1.md e/index.en.md e/index.ko.md' +
    ' f.ko.markdown f.md g.markdown g.ko.md h/index.markdown h/index.ko.md i/index.a.md' +
    ' i/index.ko.ko.md i/index.ko.md',
  'names that end with codes of other forms':
    'a/index.md a/index.fil.md a/index.zh-hant-tw.md a/index.haw.md b/index.haw.md c/index.fil.md c/index.haw.md' +
    ' d/index.pt-br.md e/index.pt-BR.md f/index.tlh_x1.md x.md x.fil.md x.haw.md y.fil.md y.fil.markdown z.zh-hant-tw.md' +
    ' w.pt-br.md v.pt-BR.md v.md u.tlh_x1.md g/index.fil.ko.md h/index.ko.fil.md i/index.fil.haw.md i/index.md',
  'an index with another word in its name':
    'a/index.2024.md b/index.a.b.md b/index.a.ko.md c/index.ko.a.md d/index.zzz.md d/other.md e/index.md.bak.md',
  'a language in capital letters': 'a/index.KO.md a/index.md x.KO.md x.md',
  'an index in capital letters':
    'a/INDEX.md b/Index.md b/other.md c/INDEX.md c/index.md d/_INDEX.md d/inner.md e/_Index.md f/Index.ko.md',
  'extensions in capital letters':
    'a/index.MD a/other.md b/index.Md b/index.md c/x.MD X.Markdown d/index.mdown e.mdown f/_index.MD' +
    ' f/inner.md g/index.ko.MD g/index.md',
}

const cases = Object.entries(LANGUAGES).flatMap(([language, config]) =>
  Object.entries(SITES).map(([name, paths]) => [`${name}, ${language}`, config, paths] as const),
)

test.skipIf(!hasHugo()).each(cases)('pages and bundles are those of Hugo: %s', (_, text, names) => {
  const {config} = readSiteConfig(new Map([[CONFIG, text]]), 'UTC')
  const files = Object.fromEntries(names.split(' ').map((name) => [`content/event/${name}`, TALK]))
  const hugo = readWithHugo({...files, [CONFIG]: `baseURL: https://example.org/\n${text}`})
  const ours = findPages(Object.keys(files), config).pages.map((file) => [
    file.path,
    pageAddress(readPage(file, TALK), config),
  ])
  expect(Object.fromEntries(ours)).toEqual(Object.fromEntries([...hugo].map(([path, {address}]) => [path, address])))
})

test.skipIf(!hasHugo())("an author's page in a language that the site does not have is the author to Hugo", () => {
  const names = 'only/_index.fr.md both/_index.md both/_index.fr.md other/_index.abc.md other/_index.md'.split(' ')
  const files = Object.fromEntries(names.map((name) => [`content/authors/${name}`, TALK]))
  const {config} = readSiteConfig(new Map())
  const hugo = readWithHugo({...files, [CONFIG]: 'baseURL: https://example.org/\ntaxonomies: {author: authors}\n'})
  const ours = findPages(Object.keys(files), config).pages.map(({path, type, language}) => [path, {type, language}])
  const theirs = [...hugo.keys()].map((path) => [path, {type: 'author', language: undefined}])
  expect(Object.fromEntries(ours)).toEqual(Object.fromEntries(theirs))
})

test('what Hugo passes over is said, with what to do', () => {
  const {config} = readSiteConfig(new Map())
  const paths =
    'event/a/index.md event/a/index.ko.md event/a/B.MD event/B.MD event/c/index.MD event/c/p.png ' +
    'authors/kim/_index.md authors/kim/_index.ko.md authors/lee/_INDEX.md authors/park/_index.MD'
  const found = findPages(
    paths.split(' ').map((path) => `content/${path}`),
    config,
  )
  expect(found.pages).toEqual([
    {
      type: 'talk',
      path: 'content/event/a/index.ko.md',
      name: 'a',
      section: 'event',
      language: 'ko',
      bundle: 'content/event/a',
      resources: ['B.MD'],
    },
    {
      type: 'author',
      path: 'content/authors/kim/_index.ko.md',
      name: 'kim',
      section: 'authors',
      bundle: 'content/authors/kim',
      resources: [],
    },
  ])
  const capital = 'Hugo takes only an extension in small letters for a page, and copies this file: rename it to ".md".'
  const twin = (path: string) =>
    `Hugo takes content/${path} for this page and passes over this file: add the language "ko" to the site's configuration, or keep one of the two.`
  expect(found.notices).toEqual(
    [
      ['event/B.MD', capital],
      ['event/c/index.MD', capital],
      ['authors/lee/_INDEX.md', 'Not an author: the theme reads authors from _index.md.'],
      ['authors/park/_index.MD', capital],
      ['event/a/index.md', twin('event/a/index.ko.md')],
      ['authors/kim/_index.md', twin('authors/kim/_index.ko.md')],
    ].map(([path, message]) => ({kind: 'skippedFile', path: `content/${path}`, message})),
  )
})

test('a folder is named like a language when the configuration has it, or when it looks like one', () => {
  const {config} = readSiteConfig(new Map([[CONFIG, 'languages: {en: {}, haw: {}}']]))
  const of = (code: string) => [`content/${code}/event/a/index.md`, `data/${code}/authors/kim.yaml`]
  const {pages} = findPages(['haw', 'fr', 'pt-BR', 'fil', 'team'].flatMap(of), config)
  expect(pages.map(({path, language}) => [path, language?.toLowerCase()])).toEqual(
    [0, 1].flatMap((kind) => ['haw', 'fr', 'pt-BR'].map((code) => [of(code)[kind], code.toLowerCase()])),
  )
})

test('what a killed export left behind is told, and belongs to no page', () => {
  const {config} = readSiteConfig(new Map(), 'UTC')
  const files = ['content/event/a/.lectern-1234567890', 'content/event/a/index.md', 'content/event/a/slides.pdf']
  const {pages, notices} = findPages(files, config)
  expect([pages.map(({path, resources}) => [path, resources]), notices]).toEqual([
    [['content/event/a/index.md', ['slides.pdf']]],
    [
      {
        kind: 'skippedFile',
        path: 'content/event/a/.lectern-1234567890',
        message: 'An export that was ended left it behind, and nothing needs it: delete it.',
      },
    ],
  ])
})
