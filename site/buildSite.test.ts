import {mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {buildSite, SiteBuildError} from './buildSite.ts'
import {createSite} from './createSite.ts'
import {everyBlockTalk, koreanTalk} from './fixtures/documents.ts'
import {lakeOver} from './fixtures/lakeOver.ts'

const clock = () => new Date('2026-11-22T12:00:00Z')
const picture = {...koreanTalk.image, asset: {_type: 'reference', _ref: 'image-abc-400x200-png'}}
const talk = {
  ...koreanTalk,
  image: picture,
  authors: [],
  projects: [],
  links: [{_type: 'talkLink', _key: 'f', kind: 'pdf', file: {asset: {_ref: 'file-0123-pdf'}}}],
}
const other = {...everyBlockTalk, authors: [], projects: [], slides: undefined, body: [], tags: ['a/b']}
let outDir: string
let fetched: string[]
/** Pages that were asked for when one more was, those that were not answered yet. */
let asked: number[]

beforeEach(() => {
  fetched = []
  asked = []
  outDir = mkdtempSync(join(tmpdir(), 'lectern-build-'))
})

afterEach(() => rmSync(outDir, {recursive: true, force: true}))

/** Talks with addresses of their own, without pictures and files. */
function talks(count: number, more: Record<string, unknown>) {
  return Array.from({length: count}, (_, index) => ({
    ...talk,
    _id: `t${index}`,
    slug: {_type: 'slug', current: `t${index}`},
    image: undefined,
    links: [],
    ...more,
  }))
}

function build(documents: Array<Record<string, unknown>>) {
  const fetchAsset = async (path: string) => {
    fetched.push(path)
    return new Response(`bytes of ${path}`, {
      status: path.includes('gone') ? 404 : 200,
      headers: {'content-type': path.startsWith('/images') ? 'image/webp' : 'text/plain'},
    })
  }
  const site = createSite({
    onError: () => undefined,
    client: lakeOver(documents),
    clock,
    origin: 'https://talks.example.org',
  })
  let waiting = 0
  const fetchPage = async (page: Request) => {
    asked.push(++waiting)
    const response = await site.fetch(page)
    waiting -= 1
    return response
  }
  return buildSite({
    site: {...site, fetch: fetchPage},
    assets: {projectId: 'lectern', dataset: 'production', isLocal: true, fetch: fetchAsset},
    outDir,
    origin: 'https://talks.example.org',
  })
}

function files(): string[] {
  return readdirSync(outDir, {recursive: true, encoding: 'utf8'})
    .filter((name) => statSync(join(outDir, name)).isFile())
    .map((name) =>
      name
        .normalize('NFC')
        .replace(/site\.[0-9a-f]{12}/, 'site')
        .replace(/-[0-9a-f]{8}\.webp/, '.webp'),
    )
    .filter((name, index, all) => all.indexOf(name) === index)
    .sort()
}

test('every page, calendar, picture and file becomes a file', async () => {
  await build([talk, other])
  expect(files()).toEqual([
    '.lectern-site.json',
    '404.html',
    'favicon.svg',
    'files/lectern/production/0123.pdf',
    'images/lectern/production/abc-400x200.webp',
    'index.html',
    'index.xml',
    'site.css',
    'sitemap.xml',
    'tag/a%2Fb/index.html',
    'talk/every-block/index.html',
    'talk/every-block/talk.ics',
    'talk/백엔드-개발에-대한-짧은-견해/index.html',
    'talk/백엔드-개발에-대한-짧은-견해/talk.ics',
  ])
})

test('a page names the files, not the lake', async () => {
  await build([talk])
  const page = readFileSync(join(outDir, 'talk', koreanTalk.slug.current, 'index.html'), 'utf8')
  expect([...page.matchAll(/(?:src|href)="(\/(?:images|files)[^"]*)"/g)].map(([, address]) => address)).toEqual([
    '/files/lectern/production/0123.pdf',
    '/images/lectern/production/abc-400x200-07d3b11b.webp',
  ])
  expect(page).toContain('<link rel="canonical" href="https://talks.example.org/talk/')
})

test('a file that a text names is saved once, whatever page of it the text asks for', async () => {
  const link = (key: string, href: string) => ({_type: 'button', _key: key, text: key, url: href})
  const hugo = {files: [{name: 'slides.pdf', asset: {_ref: 'file-0123-pdf'}}]}
  await build([
    {...talk, hugo, image: undefined, links: [], body: [link('a', 'slides.pdf'), link('b', 'slides.pdf#page=2')]},
  ])
  expect(files().filter((name) => name.startsWith('files'))).toEqual(['files/lectern/production/0123.pdf'])
  const page = readFileSync(join(outDir, 'talk', koreanTalk.slug.current, 'index.html'), 'utf8')
  expect([...page.matchAll(/href="(\/files[^"]*)"/g)].map(([, address]) => address)).toEqual([
    '/files/lectern/production/0123.pdf',
    '/files/lectern/production/0123.pdf#page=2',
  ])
})

test('an image of another host stays where it is, whatever its path', async () => {
  const src = 'https://example.org/images/lectern/production/abc-400x200.png'
  const links = [{_type: 'talkLink', _key: 'f', kind: 'custom', label: 'A', url: src}]
  await build([{...talk, image: undefined, links}])
  expect(files().filter((name) => /^(images|files)/.test(name))).toEqual([])
  expect(readFileSync(join(outDir, 'talk', koreanTalk.slug.current, 'index.html'), 'utf8')).toContain(`href="${src}"`)
})

test('former addresses and those of the Hugo site lead on, as on the Hugo site', async () => {
  const aliases = ['/talk/예전', '/old.html', '/', '/index.html', '/a/../b/', 'relative/', '/talk/every-block/']
  const moved = {...talk, hugo: {address: '/event/backend/'}, pageSettings: {aliases}}
  await build([moved, {...other, hugo: {address: '/talk/every-block/'}}])
  const made = files().filter((name) => name.endsWith('.html'))
  expect(made).toEqual([
    '404.html',
    'event/backend/index.html',
    'event/relative/index.html',
    'index.html',
    'old.html',
    'tag/a%2Fb/index.html',
    'talk/every-block/index.html',
    'talk/백엔드-개발에-대한-짧은-견해/index.html',
    'talk/예전/index.html',
  ])
  const address = `https://talks.example.org/talk/${encodeURIComponent(koreanTalk.slug.current)}/`
  for (const name of ['talk/예전/index.html', 'old.html', 'event/backend/index.html']) {
    expect(readFileSync(join(outDir, name), 'utf8')).toBe(
      `<!doctype html><html><head><meta charset="utf-8"><title>${address}</title><link rel="canonical" href="${address}">` +
        `<meta name="robots" content="noindex"><meta http-equiv="refresh" content="0; url=${address}"></head></html>`,
    )
  }
})

test('files that the Hugo site has beside a page stand at the same addresses', async () => {
  const at = (_id: string, address: string, path: string, more: object = {}) => ({
    ...talk,
    _id,
    slug: {_type: 'slug', current: _id},
    image: undefined,
    links: [],
    ...more,
    hugo: {
      address,
      path,
      fingerprint: JSON.stringify({
        '#assets': JSON.stringify({
          'content/event/발표/slides.pdf': 'file-0123-pdf',
          'content/event/발표/img/a b.png': 'image-abc-400x200-png',
          'content/event/발표/deleted.pdf': 'file-gone-pdf',
          'content/event/발표/LICENSE': 'file-89ab-txt',
          'content/event/발표/1/2/3/deep.pdf': 'file-89ab-pdf',
          'static/other.pdf': 'file-4567-pdf',
        }),
      }),
    },
  })
  await build([
    at('a', '/event/발표/', 'content/event/발표/index.md'),
    at('hidden', '/event/hidden/', 'content/event/발표/index.md', {publishDate: '2027-01-01T00:00:00Z'}),
    at('alone', '/event/alone/', 'content/event/발표.md'),
  ])
  expect(files().filter((name) => /pdf|png|LICENSE/.test(name))).toEqual([
    'event/발표/img/a b.png',
    'event/발표/slides.pdf',
  ])
  expect(readFileSync(join(outDir, 'event/발표/slides.pdf'), 'utf8')).toBe(
    'bytes of /files/lectern/production/0123.pdf',
  )
  expect(readFileSync(join(outDir, 'event/발표/img/a b.png'), 'utf8')).toBe(
    'bytes of /images/lectern/production/abc-400x200.png',
  )
})

test('a file that a page names and the lake does not have stops the build by name', async () => {
  const links = [{_type: 'talkLink', _key: 'f', kind: 'pdf', file: {asset: {_ref: 'file-gone-pdf'}}}]
  await expect(build([{...talk, image: undefined, links}])).rejects.toThrow(
    new SiteBuildError('/files/lectern/production/gone.pdf answered 404'),
  )
})

test('a picture and a file of several pages are fetched once', async () => {
  await build(talks(3, {image: talk.image, links: talk.links}))
  const paths = ['/files/lectern/production/0123.pdf', '/images/lectern/production/abc-400x200.png']
  expect(fetched).toEqual([...new Set(fetched)])
  expect([...new Set(fetched.map((path) => path.replace(/\?.*/, '')))].sort()).toEqual(paths)
})

test('eight pages are asked for at a time, and no more', async () => {
  await build([talk, other])
  expect([asked.length > 8, Math.max(...asked)]).toEqual([true, 8])
})

test('a former address that is a further page of a list is made once', async () => {
  const {written, unchanged} = await build(talks(51, {tags: [], pageSettings: {aliases: ['/page/2/']}}))
  expect([written.filter((name) => name.includes('page/')), unchanged]).toEqual([['page/2/index.html'], 0])
  expect(readFileSync(join(outDir, 'page/2/index.html'), 'utf8')).toContain('rel="prev"')
})

test('the further pages of a list become files too', async () => {
  await build(talks(101, {tags: ['x']}))
  expect(files().filter((name) => name.includes('page/'))).toEqual([
    'page/2/index.html',
    'page/3/index.html',
    'tag/x/page/2/index.html',
    'tag/x/page/3/index.html',
  ])
})

test('a tag that no address can hold is a word without a page', async () => {
  await build([{...other, tags: ['.', '..', '']}])
  expect(files().filter((name) => name.endsWith('.html'))).toEqual([
    '404.html',
    'index.html',
    'talk/every-block/index.html',
  ])
  expect(readFileSync(join(outDir, 'talk/every-block/index.html'), 'utf8')).toContain('<li>..</li>')
})

test('a second build writes nothing, a third only what changed, and removes only what builds made', async () => {
  const first = await build([talk, other])
  writeFileSync(join(outDir, 'CNAME'), 'talks.example.org')
  const second = await build([talk, other])
  expect(second).toEqual({written: [], unchanged: first.written.length, removed: []})
  const third = await build([{...talk, title: '다른 제목'}])
  expect(third.written).toEqual([
    'index.html',
    'index.xml',
    'sitemap.xml',
    `talk/${koreanTalk.slug.current}/index.html`,
    `talk/${koreanTalk.slug.current}/talk.ics`,
  ])
  expect(third.removed).toEqual(['tag/a%2Fb/index.html', 'talk/every-block/index.html', 'talk/every-block/talk.ics'])
  expect(files()).toContain('CNAME')
})

test('a page that cannot be made stops the build by name, before anything is removed', async () => {
  await build([talk, other])
  const before = files()
  await expect(build([{...talk, subtitle: {not: 'text'}}])).rejects.toThrow(
    `/talk/${koreanTalk.slug.current}/ answered 500`,
  )
  expect(files()).toEqual(before)
})

test.each(['{"not": "a list"}', '["cut o'])(
  'a list of the last build that says %s is named, and what to do',
  async (list) => {
    const path = join(outDir, '.lectern-site.json')
    writeFileSync(path, list)
    await expect(build([talk])).rejects.toThrow(new SiteBuildError(`${path} is not the list of a build; remove it`))
  },
)
