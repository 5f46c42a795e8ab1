import {execFileSync} from 'node:child_process'
import {existsSync, mkdtempSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import type {SanityClient} from '@sanity/client'
import {beforeEach, expect, test} from 'vitest'
import {exportSite} from '../seed/exportSite.ts'
import {importSite} from '../seed/importSite.ts'
import {hasHugo} from '../seed/markdown/testing/renderWithHugo.ts'
import {useSite} from './support/useSite.ts'
import {writeFiles} from './support/writeFiles.ts'

const TALK = 'content/event/one/index.md'
const LISTED = 'content/event/two/index.md'
const TEXT = 'content/event/three.md'
const DRAFT = 'content/event/draft/index.md'
const SLUG = 'content/event/slug/index.md'
const PROJECT = 'content/project/tool/index.md'
const AUTHOR = 'content/authors/kim/_index.md'
const DECK = 'content/slides/deck/index.md'
const FILES: Record<string, string> = {
  'config.yaml':
    'baseURL: https://example.org/\ntaxonomies: {author: authors}\npermalinks:\n  authors: /author/:slug/\n  event: /talk/:slug/\n  project: /:year/:title/\n',
  'layouts/_default/single.html': '{{ .Title }}',
  'layouts/_default/list.html': '{{ .Title }}',
  [TALK]: '---\ntitle: 첫 발표 # 제목\ndate: 2024-05-01T10:00:00Z\nauthors: [kim]\n---\n본문\n',
  [LISTED]: '---\ntitle: Two\naliases:\n# old\n- /two/ # first\n- /talk/zwei/\ndate: 2024-05-01\n---\n',
  [TEXT]: '+++\ntitle = "Three"\naliases = "/3/ /drei/"\n+++\n',
  [DRAFT]: '---\ntitle: Not yet\ndraft: true\n---\n',
  [SLUG]: '---\ntitle: With a slug\nslug: slug\n---\n',
  [PROJECT]: '---\ntitle: Tool\ndate: 2023-01-02\n---\n',
  [AUTHOR]: '---\ntitle: Kim\nrole: Engineer\n---\n',
  [DECK]: '---\ntitle: Deck\n---\n# One\n',
}

const used = useSite((folder) => writeFiles(folder, FILES))
const {read} = used
let client: SanityClient
let site = ''

beforeEach(async () => {
  client = used.client()
  site = used.site()
  await importSite({client, folder: site, timeZone: 'UTC'})
})

async function edit(path: string, fields: Record<string, unknown>): Promise<void> {
  await client
    .patch(await used.idOf(path))
    .set(fields)
    .commit()
}

/** Which of some addresses the site that Hugo builds does not answer to. */
function unanswered(addresses: readonly string[]): string[] {
  const out = mkdtempSync(join(site, '..', 'out-'))
  try {
    execFileSync('hugo', ['--quiet', '-DEF', '-s', site, '-d', out], {stdio: 'pipe'})
    return addresses.filter((address) => !existsSync(join(out, address, address.endsWith('.html') ? '' : 'index.html')))
  } finally {
    rmSync(out, {recursive: true})
  }
}

test('a page whose address follows from its title answers to the old address too, and only those lines change', async () => {
  await edit(TALK, {title: '새 발표'})
  await edit(LISTED, {title: 'Zwei'})
  await edit(TEXT, {title: 'Drei'})
  for (const path of [DRAFT, SLUG, DECK]) await edit(path, {title: 'Other'})
  await edit(PROJECT, {title: 'Instrument'})
  await edit(AUTHOR, {name: 'Kim Minji'})
  const {steps} = await exportSite({client, folder: site, timeZone: 'UTC'})
  const told = steps.map(({action, path, changed}) => [path, [action, ...changed].join(' ')])
  const titles = [TALK, LISTED, TEXT, DRAFT, SLUG, PROJECT, DECK].map((path) => [path, 'update title'])
  expect(Object.fromEntries(told)).toEqual(Object.fromEntries([[AUTHOR, 'update name'], ...titles]))
  const swap = (path: string, ...pairs: Array<[string, string]>) =>
    pairs.reduce((text, [from, to]) => text.replace(from, to), FILES[path] ?? '')
  const end: [string, string] = ['\n---\n', '\naliases:\n  - ADDRESS\n---\n']
  const at = (address: string): [string, string] => [end[0], end[1].replace('ADDRESS', address)]
  expect([TALK, LISTED, TEXT, DRAFT, SLUG, PROJECT, AUTHOR, DECK].map(read)).toEqual([
    swap(TALK, ['첫 발표', '새 발표'], at('/talk/첫-발표/')),
    swap(LISTED, ['Two', 'Zwei'], ['- /talk/zwei/', '- /talk/two/']),
    swap(TEXT, ['Three', 'Drei'], ['"/3/ /drei/"', '["/3/", "/drei/", "/talk/three/"]']),
    swap(DRAFT, ['Not yet', 'Other']),
    swap(SLUG, ['With a slug', 'Other']),
    swap(PROJECT, ['Tool', 'Instrument'], at('/2023/tool/')),
    swap(AUTHOR, ['Kim', 'Kim Minji'], at('/author/kim/')),
    swap(DECK, ['Deck', 'Other']),
  ])
  expect((await importSite({client, folder: site, timeZone: 'UTC', all: true})).steps).toEqual([])
  expect((await exportSite({client, folder: site, timeZone: 'UTC'})).steps).toEqual([])
  expect(await client.fetch('*[hugo.path == $path][0].pageSettings', {path: TALK})).toEqual({
    _type: 'pageSettings',
    aliases: ['/talk/첫-발표/'],
  })
})

test('so does one whose address follows from its date', async () => {
  writeFiles(site, {'config.yaml': 'permalinks: {event: /:year/:filename/}\n'})
  await edit(TALK, {start: '2025-06-01T10:00:00Z', title: '새 발표'})
  await exportSite({client, folder: site, timeZone: 'UTC'})
  expect(read(TALK)).toBe(
    "---\ntitle: 새 발표 # 제목\ndate: '2025-06-01T10:00:00Z'\nauthors: [kim]\naliases:\n  - /2024/one/\n---\n본문\n",
  )
})

test('a page that gets its old title back has no alias at its own address', async () => {
  await edit(PROJECT, {title: 'Instrument'})
  await exportSite({client, folder: site, timeZone: 'UTC'})
  await edit(PROJECT, {title: 'Tool'})
  await exportSite({client, folder: site, timeZone: 'UTC'})
  expect(read(PROJECT)).toBe('---\ntitle: Tool\ndate: 2023-01-02\naliases:\n  - /2023/instrument/\n---\n')
})

test('no page gets an alias where another page is: two talks that swap their titles, and a new project with an old title', async () => {
  await edit(TALK, {title: 'Two'})
  await edit(LISTED, {title: '첫 발표'})
  await edit(PROJECT, {title: 'Instrument'})
  const slug = {_type: 'slug', current: 'new'}
  await client.create({_type: 'project', title: 'Tool', slug, date: '2023-05-06T00:00:00Z'})
  for (const dryRun of [true, false]) {
    const {steps} = await exportSite({client, folder: site, timeZone: 'UTC', dryRun})
    expect(Object.fromEntries(steps.map(({path, after}) => [path, after]))).toEqual({
      [TALK]: FILES[TALK]?.replace('첫 발표', 'Two'),
      [LISTED]: FILES[LISTED]?.replace('Two', '첫 발표'),
      [PROJECT]: FILES[PROJECT]?.replace('Tool', 'Instrument'),
      'content/project/new/index.md': "---\ntitle: Tool\ndate: '2023-05-06T00:00:00Z'\n---\n",
    })
  }
  expect((await importSite({client, folder: site, timeZone: 'UTC', all: true})).steps).toEqual([])
  expect((await exportSite({client, folder: site, timeZone: 'UTC'})).steps).toEqual([])
})

test('where the address of a page is not known it gets no alias, and that is said', async () => {
  const config = FILES['config.yaml']?.replace('/talk/:slug/', '/:sections[0]/:slug/') ?? ''
  writeFiles(site, {'config.yaml': config})
  await edit(TALK, {title: '새 발표'})
  await edit(LISTED, {event: 'Party'})
  const {notices} = await exportSite({client, folder: site, timeZone: 'UTC'})
  expect([read(TALK), notices]).toEqual([
    FILES[TALK]?.replace('첫 발표', '새 발표'),
    [
      {
        kind: 'unknownAddress',
        path: TALK,
        field: 'aliases',
        message:
          "Its address may have changed, and got no alias: the site's permalinks have a part whose value Lectern does not know. Add the old address to the page's aliases.",
      },
    ],
  ])
})

test.skipIf(!hasHugo())('a site with ugly addresses keeps them, and Hugo answers to the old ones', async () => {
  writeFiles(site, {'config.yaml': `${FILES['config.yaml'] ?? ''}uglyURLs: true\n`})
  await edit(TALK, {title: '새 발표'})
  await edit(LISTED, {title: 'Zwei'})
  await exportSite({client, folder: site, timeZone: 'UTC'})
  expect([read(TALK), read(LISTED)]).toEqual([
    FILES[TALK]?.replace('첫 발표', '새 발표').replace('\n---\n본', '\naliases:\n  - /talk/첫-발표.html\n---\n본'),
    FILES[LISTED]?.replace('Two', 'Zwei').replace('- /talk/zwei/', '- /talk/two.html'),
  ])
  const addresses = ['talk/첫-발표.html', 'talk/새-발표.html', 'talk/two.html', 'talk/zwei.html', 'two.html']
  expect(unanswered(addresses)).toEqual([])
})

test('a page that comes to an address which leads to another page by its alias is told, and nobody’s file is touched', async () => {
  const slug = {_type: 'slug', current: 'zwei'}
  await client.create({_id: 'made', _type: 'talk', title: 'Zwei', slug, start: '2024-06-01T00:00:00Z', timeZone: 'UTC'})
  await edit(PROJECT, {title: 'Instrument'})
  const aliasOf = (path: string, address: string, other: string) => ({
    kind: 'sameSlug',
    path,
    field: 'aliases',
    message: `Its address ${address} is an alias of ${other}, and Hugo writes one over the other: take it out of the aliases there.`,
    value: address,
  })
  const {notices} = await exportSite({client, folder: site, timeZone: 'UTC'})
  expect(notices).toEqual([aliasOf('content/event/zwei/index.md', '/talk/zwei/', LISTED)])
  expect(read(LISTED)).toBe(FILES[LISTED])
  await edit(TALK, {title: 'Drei'})
  await edit('content/event/zwei/index.md', {title: 'Noch eine'})
  const again = await exportSite({client, folder: site, timeZone: 'UTC'})
  expect(again.notices).toEqual([])
})

test('an alias where another page is now goes with the next one', async () => {
  await edit(TALK, {title: 'A'})
  await exportSite({client, folder: site, timeZone: 'UTC'})
  await edit(SLUG, {slug: {_type: 'slug', current: '첫-발표'}})
  await exportSite({client, folder: site, timeZone: 'UTC'})
  await edit(TALK, {title: 'B'})
  await exportSite({client, folder: site, timeZone: 'UTC'})
  expect(read(TALK)).toContain('\naliases:\n  - /talk/a/\n---\n')
})

test('an alias that an editor takes away while the title changes stays away', async () => {
  await edit(LISTED, {title: 'Deux', pageSettings: {_type: 'pageSettings', aliases: ['/two/']}})
  await exportSite({client, folder: site, timeZone: 'UTC'})
  expect(read(LISTED)).toBe('---\ntitle: Deux\naliases:\n# old\n- /two/ # first\n- /talk/two/\ndate: 2024-05-01\n---\n')
})

test('an alias without a slash at its start is beside the page, as in Hugo, and stays where it was when the page moves', async () => {
  const text = '---\ntitle: Relative\ndate: 2024-05-01\naliases: [spät, ../früh, /once/]\n---\n'
  writeFiles(site, {
    'config.yaml': 'baseURL: https://example.org/\npermalinks: {event: /:year/:slug/}\n',
    'content/event/relative.md': text,
    'content/event/other.md': '---\ntitle: Other\ndate: 2023-05-01\n---\n',
  })
  await importSite({client, folder: site, timeZone: 'UTC', all: true})
  await edit('content/event/other.md', {title: 'Spät', start: '2024-07-01T00:00:00Z'})
  const {notices} = await exportSite({client, folder: site, timeZone: 'UTC'})
  expect(notices.map(({path, value}) => [path, value])).toEqual([['content/event/other.md', '/2024/spät/']])
  await edit('content/event/other.md', {title: 'Other'})
  await edit('content/event/relative.md', {title: 'Spät'})
  await exportSite({client, folder: site, timeZone: 'UTC'})
  expect(read('content/event/relative.md')).toBe(
    text.replace('Relative', 'Spät').replace('[spät, ../früh, /once/]', '[../früh, /once/, /2024/relative/]'),
  )
  await edit('content/event/relative.md', {start: '2025-05-01T00:00:00Z'})
  await exportSite({client, folder: site, timeZone: 'UTC'})
  expect(read('content/event/relative.md')).toContain('[/früh/, /once/, /2024/relative/, /2024/spät/]')
})

test.skipIf(!hasHugo())('the site that Hugo builds then answers to every old address', async () => {
  const old = ['talk/첫-발표', 'talk/two', 'two', 'talk/three', '3', 'drei', '2023/tool', 'author/kim']
  expect(unanswered(old)).toEqual([])
  for (const path of [TALK, LISTED, TEXT, PROJECT]) await edit(path, {title: '새 제목 & more'})
  await edit(AUTHOR, {name: '김민지'})
  await edit(TALK, {slug: {_type: 'slug', current: 'eins'}})
  await exportSite({client, folder: site, timeZone: 'UTC'})
  expect(unanswered([...old, 'author/김민지'])).toEqual([])
})
