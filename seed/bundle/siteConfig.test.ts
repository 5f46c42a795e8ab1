import {expect, test} from 'vitest'
import {readPage} from '../documents/page.ts'
import {pageAddress} from '../documents/pageAddress.ts'
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

test.each([
  ['the default one of several', 'defaultContentLanguage: de\nlanguageCode: en\nlanguages: {en: {}, de: {}}', 'de'],
  ['Hugo’s default one of several', 'languages: {en: {}, de: {}}', 'en'],
  ['that of its code', 'defaultContentLanguage: en\nlanguageCode: KO-kr', 'ko'],
  ['that of its only language’s code', 'defaultContentLanguage: en\nlanguages: {en: {languageCode: ko-kr}}', 'ko'],
  ['that of a code with an underscore', 'languageCode: ko_KR', 'ko'],
  ['its default one', 'defaultContentLanguage: ja', 'ja'],
  ['its default one, where the code is as Hugo wrote it', 'defaultContentLanguage: ko\nlanguageCode: en-us', 'ko'],
  ['English', 'defaultContentLanguage: en\nlanguageCode: en-us', 'en'],
  ['none', 'title: A site', undefined],
])('a site has %s', (_, text, language) => {
  expect(readSiteConfig(new Map([[ROOT, text]])).config.language).toBe(language)
})

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
  'a mount without some files': {
    ...ONE,
    [ROOT]: `module:\n  mounts:\n  - {source: content, target: content, excludeFiles: [EVENT/B.md, "/event/{x,notes}"]}\n`,
  },
  'a mount of some files, exclusions and a bracket of its own among them': {
    ...ONE,
    ...pages('content/event/[x].md', 'content/event/y,z.md', 'content/event/2023/c.md'),
    [ROOT]:
      'module:\n  mounts:\n  - {source: content, target: content, includeFiles: ["event/?/*.md", "event/[!a]*.md", "event/y,*", \'event/\\[x].md\'], excludeFiles: "**"}\n',
  },
  'a mount of files in any folder, of which Hugo opens none': {
    ...ONE,
    [ROOT]: 'module:\n  mounts:\n  - {source: content, target: content, includeFiles: "**.md"}\n',
  },
  'patterns that only look alike': {
    ...ONE,
    ...pages('content/event/2023/c/index.md', 'content/event/^x.md'),
    [ROOT]:
      'module:\n  mounts:\n  - {source: content, target: content, excludeFiles: ["event/**/c/*", "event/{b", "event/[^c].md", "event/a}", "[^x].md"]}\n',
  },
  'a folder mounted a second time, without what the first has': {
    ...ONE,
    [ROOT]:
      'module:\n  mounts:\n  - {source: content, target: content, excludeFiles: event/notes/**}\n  - {source: content/event/notes, target: content/talk, includeFiles: c.md}\n',
  },
  'mounts of single files': {
    ...ONE,
    ...pages('docs/one.md', 'docs/two.md', 'three.md', 'docs/other.md'),
    [ROOT]:
      'module:\n  mounts:\n  - {source: content, target: content}\n  - {source: docs/one.md, target: content/event/1.md}\n  - {source: docs/two.md, target: content/talk/2/index.md}\n  - {source: ./three.md, target: content/event/3.md}\n',
  },
  'a single file in the place of another': {
    ...ONE,
    ...pages('docs/one.md'),
    [ROOT]:
      'module:\n  mounts:\n  - {source: content, target: content}\n  - {source: docs/one.md, target: content/event/b.md}\n',
  },
  'two files for one page': pages(
    ...['a/index.md', 'a/index.en.md', 'b/index.md', 'b/index.markdown', 'b/index.mdown', 'c.md', 'c/index.md'].map(
      (path) => `content/event/${path}`,
    ),
    ...['d.md', 'd.en.md', 'e.md', 'e.markdown', 'f/g.md', 'f/g/index.en.md'].map((path) => `content/event/${path}`),
  ),
  'two files for one page of a language': {
    ...pages(
      ...[
        'a/index.md',
        'a/index.en.md',
        'a/index.ko.md',
        'b/index.fr.md',
        'b/index.md',
        'c.ko.md',
        'c/index.ko.md',
      ].map((path) => `content/event/${path}`),
      ...['d.md', 'd.en.md', 'd.ko.md', 'e.en.md', 'e.md', 'e.markdown'].map((path) => `content/event/${path}`),
    ),
    [ROOT]: `defaultContentLanguage: ko\n${LANGUAGES}`,
  },
  'a translation in the folder of another language': {
    ...pages('content/en/event/a/index.md', 'content/en/event/a/index.ko.md', 'content/ko/event/a/index.md'),
    ...pages('content/en/event/b.ko.md', 'content/ko/event/b.md'),
    [ROOT]: 'languages:\n  en: {contentDir: content/en}\n  ko: {contentDir: content/ko}\n',
  },
  'a translation in the folder of another language that is not the default': {
    ...pages('content/en/event/a/index.md', 'content/en/event/a/index.ko.md', 'content/ko/event/a/index.md'),
    ...pages('content/en/event/b.ko.md', 'content/ko/event/b.md'),
    [ROOT]: 'defaultContentLanguage: ko\nlanguages:\n  en: {contentDir: content/en}\n  ko: {contentDir: content/ko}\n',
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

test('what mounts leave out is said, as is a pattern that cannot be read and the second file of a page', () => {
  const text =
    'module:\n  mounts:\n  - {source: content, target: content, excludeFiles: ["**.pdf", "event/b*", "[a"]}\n  - {source: one.md, target: content/event/one/index.md}\n'
  const {config, notices} = readSiteConfig(new Map([[ROOT, text]]), 'UTC')
  const paths = ['a/index.md', 'a/index.markdown', 'a/notes.pdf', 'a/slides.png', 'b.md', 'b.txt']
  const found = findPages([...paths.map((path) => `content/event/${path}`), 'one.md', 'photo.png'], config)
  const about = {type: 'talk', section: 'event'}
  expect(found.pages).toEqual([
    {
      ...about,
      path: 'content/event/a/index.markdown',
      name: 'a',
      bundle: 'content/event/a',
      resources: ['slides.png'],
    },
    {...about, path: 'one.md', name: 'one', resources: [], fixed: true},
  ])
  expect([...notices, ...found.notices]).toEqual([
    {
      kind: 'wrongType',
      path: 'config',
      field: 'mounts',
      message: 'The pattern "[a" of a mount cannot be read: Hugo does not build such a site. It was left alone.',
      value: '[a',
    },
    {
      kind: 'skippedFile',
      path: 'content/event/b.md',
      message: "The site's mounts (includeFiles, excludeFiles) leave it out: Hugo does not read it.",
    },
    {
      kind: 'skippedFile',
      path: 'content/event/a/index.md',
      message:
        'Hugo takes content/event/a/index.markdown for this page and passes over this file: keep one of the two.',
    },
  ])
})

test('two folders whose names differ only in their normalization are two pages, as for Hugo', () => {
  const paths = ['발표', '발표'.normalize('NFD')].map((name) => `content/event/${name}/index.md`)
  const {pages: found, notices} = findPages(paths, readSiteConfig(new Map()).config)
  expect([found.map(({path}) => path), notices]).toEqual([paths, []])
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
