import {cpSync, existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import type {SanityClient} from '@sanity/client'
import {beforeEach, expect, test} from 'vitest'
import {exportSite} from '../seed/exportSite.ts'
import {importSite} from '../seed/importSite.ts'
import {copyExampleSite, NAME, TALK, TALK_ID} from './support/exampleSite.ts'
import {openLakeInProcess} from './support/lakeInProcess.ts'
import {useSite} from './support/useSite.ts'

const used = useSite(copyExampleSite)
const {read} = used
let client: SanityClient
let folder = ''
let site = ''

beforeEach(() => {
  client = used.client()
  folder = used.folder()
  site = used.site()
})

/** What the next commands would do when nobody edited anything. */
async function settled() {
  const exported = await exportSite({client, folder: site, dryRun: true})
  const imported = await importSite({client, folder: site, dryRun: true, all: true})
  return [exported.steps, exported.conflicts, imported.steps, imported.conflicts]
}

test('a renamed slug leaves an alias that later exports keep', async () => {
  await importSite({client, folder: site})
  await client
    .patch(TALK_ID)
    .set({slug: {_type: 'slug', current: 'new'}})
    .commit()
  await exportSite({client, folder: site})
  const written = read('content/event/new/index.md')
  expect(written).toContain(`aliases:\n  - /event/${NAME}/\n`)
  expect(await settled()).toEqual([[], [], [], []])
  await client.patch(TALK_ID).set({title: '새 제목'}).commit()
  await exportSite({client, folder: site})
  expect(read('content/event/new/index.md')).toBe(written.replace(/^title: .*$/m, 'title: 새 제목'))
})

test('a site rewritten for the kit and back: files and lake agree at once, an open draft keeps what its editor wrote', async () => {
  const path = join(site, TALK)
  writeFileSync(
    path,
    read(TALK)
      .replace(/^publishDate: .*\n/m, '')
      .replace(
        /^#links:$/m,
        'links:\n- icon: envelope\n  icon_pack: fas\n  name: Mail\n  url: mailto:a@b.example\n#links:',
      ) + '\n{{% callout note %}}\n꼭 보세요.\n{{% /callout %}}\n',
  )
  await importSite({client, folder: site})
  const talk = await client.getDocument(TALK_ID)
  await client.create({...talk, _id: `drafts.${TALK_ID}`, _type: 'talk', title: '초안'})
  await exportSite({client, folder: site, dialect: 'kit'})
  const kit = read(`content/events/${NAME}/index.md`)
  expect(kit).toContain('icon: hero/envelope\n')
  expect(kit).toContain('> [!NOTE]\n> 꼭 보세요.\n')
  expect(await settled()).toEqual([[], [], [], []])
  expect(await client.fetch('*[_id == $id][0].links[kind == "custom"]{icon, iconPack}', {id: TALK_ID})).toEqual([
    {icon: 'envelope', iconPack: 'hero'},
  ])
  const draft = await client.fetch('*[_id == $id][0]{title, "syntax": body[_type == "callout"].syntax}', {
    id: `drafts.${TALK_ID}`,
  })
  expect(draft).toEqual({title: '초안', syntax: ['alert']})
  await exportSite({client, folder: site, dialect: 'wowchemy'})
  expect(await settled()).toEqual([[], [], [], []])
  expect([existsSync(path), read(TALK).includes(`- /events/${NAME}/`)]).toEqual([true, true])
})

test('a talk made in the Studio is written for the kit at once: a second export for it changes nothing', async () => {
  await importSite({client, folder: site})
  const slug = {_type: 'slug', current: 'new'}
  const when = {start: '2024-10-03T13:00:00Z', timeZone: 'UTC', publishDate: '2024-01-01T00:00:00Z'}
  await client.create({_id: 'talk-new', _type: 'talk', title: 'N', slug, ...when})
  await exportSite({client, folder: site, dialect: 'kit'})
  expect(read('content/events/new/index.md')).toBe(
    "---\ntitle: 'N'\ndate: '2024-01-01T00:00:00Z'\nevent_start: '2024-10-03T13:00:00Z'\n---\n",
  )
  const again = await exportSite({client, folder: site, dialect: 'kit', dryRun: true})
  expect(again.steps).toEqual([])
  expect(await settled()).toEqual([[], [], [], []])
})

test.for(['kit', 'academic4'] as const)(
  'what an editor changed is written as the other generation has it: %s',
  async (dialect) => {
    const path = join(site, TALK)
    const link = 'links:\n- icon: twitter # me\n  icon_pack: fab\n  name: Follow\n  url: https://x.example\n#links:'
    const body =
      '\n- 하나\n- 둘\n\n{{% callout note %}}\n꼭 보세요.\n{{% /callout %}}\n\n{{< icon name="github" pack="fab" >}} 코드\n'
    writeFileSync(path, read(TALK).replace(/^#links:$/m, link) + body)
    const copy = join(folder, 'copy')
    cpSync(site, copy, {recursive: true})
    await importSite({client, folder: site})
    const {links, body: blocks} = await client.fetch('*[_id == $id][0]{links, body}', {id: TALK_ID})
    const edited = {
      links: links.map((item: {kind: string}) =>
        item.kind === 'custom' ? {...item, icon: 'envelope', iconPack: 'fas'} : item,
      ),
      body: blocks.map((block: {_type: string}) => (block._type === 'callout' ? {...block, kind: 'warning'} : block)),
    }
    await client.patch(TALK_ID).set(edited).commit()
    await exportSite({client, folder: site, dialect})
    const [once, settledOnce] = [readFileSync(join(site, placeOf(dialect)), 'utf8'), await settled()]
    const other = openLakeInProcess()
    await importSite({client: other.client, folder: copy})
    await other.client.patch(TALK_ID).set(edited).commit()
    await exportSite({client: other.client, folder: copy})
    await exportSite({client: other.client, folder: copy, dialect})
    await other.close()
    expect([once, settledOnce]).toEqual([readFileSync(join(copy, placeOf(dialect)), 'utf8'), [[], [], [], []]])
    const expected = dialect === 'kit' ? ['> [!WARNING]', 'hero/envelope', 'brands/github'] : ['{{% alert warning %}}']
    expect(expected.filter((text) => !once.includes(text))).toEqual([])
  },
)

function placeOf(dialect: 'kit' | 'academic4'): string {
  return TALK.replace('/event/', dialect === 'kit' ? '/events/' : '/talk/')
}

test('an author named by the name that the page shows stays named so in later exports', async () => {
  writeFileSync(join(site, TALK), read(TALK).replace('  - admin\n', '  - 운영자\n'))
  await importSite({client, folder: site})
  await client.patch(TALK_ID).set({title: '새 제목'}).commit()
  await exportSite({client, folder: site})
  expect(read(TALK)).toContain('authors:\n  - 운영자\n')
  expect(await settled()).toEqual([[], [], [], []])
})

test('authors of a site with languages are the same documents in a data file and back in a page', async () => {
  writeFileSync(join(site, 'config/_default/languages.yaml'), 'ko: {weight: 1}\nen: {weight: 2}\n')
  const folder = join(site, 'content/authors/lee')
  mkdirSync(folder)
  writeFileSync(join(folder, '_index.md'), '---\ntitle: 이영희\n---\n')
  writeFileSync(join(folder, '_index.en.md'), '---\ntitle: Younghee Lee\n---\n')
  await importSite({client, folder: site})
  await exportSite({client, folder: site, dialect: 'kit'})
  expect(['data/authors/lee.yaml', 'data/en/authors/lee.yaml'].map((path) => existsSync(join(site, path)))).toEqual([
    true,
    true,
  ])
  expect(await settled()).toEqual([[], [], [], []])
  await exportSite({client, folder: site, dialect: 'wowchemy'})
  expect(await settled()).toEqual([[], [], [], []])
})
