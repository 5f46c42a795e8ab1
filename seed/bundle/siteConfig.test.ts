import {expect, test} from 'vitest'
import {pageAddress} from '../documents/pageAddress.ts'
import {readPage} from '../documents/page.ts'
import {readWithHugo} from '../documents/testing/readWithHugo.ts'
import {hasHugo} from '../markdown/testing/renderWithHugo.ts'
import {isConfigFile} from './configFiles.ts'
import {findPages} from './findPages.ts'
import {readSiteConfig} from './siteConfig.ts'

const TALK = '---\ntitle: T\n---\n'
const pages = (...paths: string[]) => Object.fromEntries(paths.map((path) => [path, TALK]))

const ONE = pages('content/event/a/index.md', 'content/event/b.md', 'content/event/notes/c.md')
const TWO = {...ONE, ...pages('content/event/a/index.ko.md', 'content/event/b.ko.md')}
const FOLDERS = pages('pages/event/m/index.md', 'talks/n/index.md', 'pages/event/o.md')
const LANGUAGES = 'languages:\n  en: {weight: 1}\n  ko: {weight: 2}\n'
const ROOT = 'config.yaml'
const DIR = 'config/_default'

/** Files of a site: its configuration, and pages of which Hugo shows some. */
const SITES: Record<string, Record<string, string>> = {
  'a disabled language': {...TWO, [ROOT]: 'languages:\n  en: {weight: 1}\n  ko: {weight: 2, disabled: true}\n'},
  'a language disabled in words': {...TWO, [ROOT]: 'languages:\n  en: {}\n  ko: {disabled: "true"}\n'},
  'a disabled language with its own folder': {
    ...pages('content/en/event/a.md', 'content/ko/event/b.md', 'content/ja/event/c.md'),
    [`${DIR}/languages.toml`]:
      '[en]\ncontentDir = "content/en"\n[ko]\ncontentDir = "content/ko"\ndisabled = true\n[ja]\ncontentDir = "content/ja"\n',
  },
  disableLanguages: {...TWO, [ROOT]: `disableLanguages: [ko]\n${LANGUAGES}`},
  'disableLanguages as a text': {...TWO, [ROOT]: `disableLanguages: ja ko\n${LANGUAGES}`},
  ignoreFiles: {...ONE, [ROOT]: 'ignoreFiles: ["^content", "(?i)/B\\\\.MD$", "event/notes$"]\n'},
  'ignoreFiles in TOML, one of them broken': {
    ...ONE,
    'config.toml': `ignoreFiles = ['[', '\\.rmd$', 'notes/']\n`,
  },
  'contentDir with dots and slashes': {...FOLDERS, [ROOT]: 'contentDir: ./pages/\n'},
  'contentDir, and a mount of something else': {
    ...FOLDERS,
    [ROOT]: 'contentDir: pages\nmodule:\n  mounts:\n  - {source: files, target: static}\n',
  },
  'a mount instead of the folder of content': {
    ...ONE,
    ...FOLDERS,
    [`${DIR}/module.yaml`]: 'mounts:\n- {source: ./pages/, target: content/}\n',
  },
  'mounts of two folders': {
    ...ONE,
    ...FOLDERS,
    'hugo.toml':
      '[module]\n[[module.mounts]]\nsource = "content"\ntarget = "content"\n[[module.mounts]]\nsource = "pages"\ntarget = "content"\n',
  },
  'a mount below a section': {
    ...FOLDERS,
    [ROOT]: 'permalinks: {event: "/talk/:filename/"}\nmodule:\n  mounts:\n  - {source: talks, target: content/event}\n',
  },
  'a mount for each language': {
    ...pages('content/en/event/a/index.md', 'content/ko/event/a/index.md', 'content/event/b.md'),
    [`${DIR}/module.toml`]:
      '[[mounts]]\nsource = "content/en"\ntarget = "content"\nlang = "en"\n[[mounts]]\nsource = "content/ko"\ntarget = "content"\nlang = "ko"\n',
    [`${DIR}/languages.yaml`]: 'en: {weight: 1}\nko: {weight: 2}\n',
    [`${DIR}/permalinks.yaml`]: 'event: "/talk/:filename/"\n',
  },
  'a mount without a language': {
    ...pages('pages/event/a.md', 'pages/event/a.ko.md'),
    [ROOT]: `${LANGUAGES}module:\n  mounts:\n  - {source: pages, target: content}\n`,
  },
  'settings for production': {
    ...ONE,
    ...FOLDERS,
    [`${DIR}/config.yaml`]: 'permalinks: {event: "/t/:filename/"}\n',
    'config/production/config.yaml': 'contentDir: pages\npermalinks: {post: "/p/:slug/"}\n',
  },
  'a file at the top below the folder of the configuration': {
    ...FOLDERS,
    [ROOT]: 'contentDir: pages\npermalinks: {event: "/t/:filename/"}\n',
    [`${DIR}/hugo.toml`]: '[permalinks]\npost = "/p/:slug/"\n',
  },
  'two files at the top': {
    ...ONE,
    [ROOT]: 'permalinks: {event: "/yaml/:filename/"}\n',
    'config.toml': '[permalinks]\nevent = "/toml/:filename/"\n',
  },
  'hugo and config at the top': {
    ...ONE,
    'hugo.json': '{"permalinks": {"event": "/hugo/:filename/"}}',
    'config.toml': '[permalinks]\nevent = "/config/:filename/"\n',
  },
  'permalinks of one language': {
    ...TWO,
    [ROOT]: 'permalinks: {event: "/t/:filename/"}\nlanguages:\n  en: {permalinks: {post: "/p/:slug/"}}\n  ko: {}\n',
  },
  'files for one language': {
    ...pages('content/en/event/a.md', 'content/ko/event/a.md'),
    [`${DIR}/languages.en.yaml`]: 'weight: 1\ncontentDir: content/en\n',
    [`${DIR}/languages.ko.yaml`]: 'weight: 2\n',
    [`${DIR}/config.ko.yaml`]: 'contentDir: content/ko\n',
  },
}

test.skipIf(!hasHugo()).each(Object.entries(SITES))('pages are those that Hugo shows: %s', (_, files) => {
  const {config} = readSiteConfig(new Map(Object.entries(files).filter(([path]) => isConfigFile(path))), 'UTC')
  const hugo = readWithHugo(files)
  const ours = findPages(Object.keys(files), config).pages.map((file) => [
    file.path,
    pageAddress(readPage(file, files[file.path] ?? ''), config),
  ])
  expect(Object.fromEntries(ours)).toEqual(Object.fromEntries([...hugo].map(([path, {address}]) => [path, address])))
})

test('what the configuration leaves out is said, and its files are no resources', () => {
  const text = `${LANGUAGES}disableLanguages: [ko]\nignoreFiles: ["(", "\\\\.pdf$", "draft"]\n`
  const {config, notices} = readSiteConfig(new Map([[ROOT, text]]), 'UTC')
  const found = findPages(
    [
      'content/event/a/index.md',
      'content/event/a/index.ko.md',
      'content/event/a/notes.pdf',
      'content/event/a/slides.png',
      'content/event/draft.md',
    ],
    config,
  )
  expect(found.pages.map(({path, resources}) => [path, resources])).toEqual([
    ['content/event/a/index.md', ['slides.png']],
  ])
  expect([...notices, ...found.notices]).toEqual([
    {
      kind: 'wrongType',
      path: 'config',
      field: 'ignoreFiles',
      message: 'The pattern "(" of ignoreFiles is not a regular expression: it leaves no file out.',
      value: '(',
    },
    {
      kind: 'skippedFile',
      path: 'content/event/a/index.ko.md',
      message: 'The site\'s configuration disables the language "ko": Hugo shows no page.',
    },
    {
      kind: 'skippedFile',
      path: 'content/event/draft.md',
      message: "The site's ignoreFiles leaves it out: Hugo does not read it.",
    },
  ])
})
