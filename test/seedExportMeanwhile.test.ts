import {hash} from 'node:crypto'
import {existsSync, writeFileSync} from 'node:fs'
import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {join} from 'node:path'
import sharp from 'sharp'
import {beforeEach, expect, test} from 'vitest'
import {exportSite} from '../seed/exportSite.ts'
import {talkId} from '../seed/ids/talkId.ts'
import {importSite} from '../seed/importSite.ts'
import {useSite} from './support/useSite.ts'
import {writeFiles} from './support/writeFiles.ts'

const TALK = 'content/event/talk/index.md'
const OTHER = 'content/event/zoo/index.md'
const ID = talkId(TALK)
const TEXT = '---\ntitle: 발표\nlocation: 부산\n---\n\n본문\n'

const used = useSite((folder) => writeFiles(folder, {[TALK]: TEXT, [OTHER]: '---\ntitle: Zoo\nlocation: 부산\n---\n'}))

beforeEach(async () => {
  await importSite({client: used.client(), folder: used.site()})
})

const read = (path = TALK) => used.read(path)
const edit = (id: string, fields: Record<string, unknown>) => used.client().patch(id).set(fields).commit()

/** Gives the talk a picture, and more; whoever fetches it gets it after `act`. */
async function withSlowPicture(
  act: () => void,
  use: () => Promise<void>,
  fieldsWith: (file: object) => Record<string, unknown> = (image) => ({image}),
): Promise<void> {
  const server = createServer((_, response) => {
    act()
    response.end(PICTURE)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  try {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a server on a port has no other kind
    const {port} = server.address() as AddressInfo
    const _id = `image-${hash('sha1', PICTURE, 'hex')}-4x3-png`
    const url = `http://127.0.0.1:${port}/picture.png`
    await used.client().create({_id, _type: 'sanity.imageAsset', originalFilename: 'picture.png', url})
    const file = {_type: 'image', asset: {_type: 'reference', _ref: _id}}
    await edit(ID, {...fieldsWith(file), location: '서울'})
    await use()
  } finally {
    server.close()
  }
}

const PICTURE = 'a picture of the lake'
const FEATURED = 'content/event/talk/featured.png'
const STALE = `${TALK} or a file beside it changed while it was exported: export it again`

test('what the owner writes into a page while its picture is fetched is not written over', async () => {
  const changed = TEXT.replace('본문', '새 본문')
  await withSlowPicture(
    () => writeFileSync(join(used.site(), TALK), changed),
    async () => {
      const {refusals} = await exportSite({client: used.client(), folder: used.site()})
      expect(refusals).toEqual([{path: TALK, message: STALE}])
      expect([read(), existsSync(join(used.site(), FEATURED))]).toEqual([changed, false])
      await importSite({client: used.client(), folder: used.site()})
      await exportSite({client: used.client(), folder: used.site()})
      expect([read(), read(FEATURED)]).toEqual([changed.replace('부산', '서울'), PICTURE])
    },
  )
})

test('a picture that the owner puts there while another one is fetched for its place is not written over', async () => {
  await withSlowPicture(
    () => writeFileSync(join(used.site(), FEATURED), 'mine'),
    async () => {
      const {refusals} = await exportSite({client: used.client(), folder: used.site()})
      expect(refusals).toEqual([{path: TALK, message: STALE}])
      expect([read(), read(FEATURED)]).toEqual([TEXT, 'mine'])
    },
  )
})

/** What the page has, and what an editor makes of it. */
const IMPORTED = {
  'a picture that is replaced': [FEATURED, (image: object) => ({image})],
  'a picture that is removed': [
    FEATURED,
    (image: object) => ({image: null, body: [{...image, _type: 'figure', _key: 'f'}]}),
  ],
} as const

for (const [kind, [path, fieldsWith]] of Object.entries(IMPORTED)) {
  test(`what the owner does to ${kind} while an export fetches another one is not undone`, async () => {
    const [client, folder] = [used.client(), used.site()]
    await sharp({create: {width: 8, height: 6, channels: 3, background: '#246'}})
      .png()
      .toFile(join(folder, path))
    await importSite({client, folder})
    await withSlowPicture(
      () => writeFileSync(join(folder, path), 'mine'),
      async () => {
        const {refusals} = await exportSite({client, folder})
        expect(refusals).toEqual([{path: TALK, message: STALE}])
        expect([read(), read(path)]).toEqual([TEXT, 'mine'])
      },
      fieldsWith,
    )
  })
}

test('a talk that an editor deletes while it is exported holds nothing up, and is known to be deleted', async () => {
  const client = used.client()
  await edit(ID, {location: '서울'})
  await edit(talkId(OTHER), {location: '서울'})
  used.meanwhile(/"hugo"/, () => client.delete(ID))
  const {steps} = await exportSite({client, folder: used.site()})
  expect(steps.map(({action, path}) => [action, path])).toEqual([
    ['update', TALK],
    ['update', OTHER],
  ])
  const {notices} = await importSite({client, folder: used.site()})
  expect(notices.map(({kind, path}) => [kind, path])).toEqual([['deletedInStudio', TALK]])
  await exportSite({client, folder: used.site(), prune: true})
  expect([existsSync(join(used.site(), TALK)), read(OTHER)]).toEqual([false, '---\ntitle: Zoo\nlocation: 서울\n---\n'])
})

test('a talk that is published for the first time while its draft is exported is told where its file is', async () => {
  const client = used.client()
  const slug = {_type: 'slug', current: 'new'}
  const talk = {_type: 'talk', title: 'New', slug, start: '2025-05-05T05:00:00Z', timeZone: 'UTC'}
  await client.create({...talk, _id: 'drafts.made'})
  const publish = () =>
    client
      .transaction()
      .delete('drafts.made')
      .create({...talk, _id: 'made'})
      .commit()
  used.meanwhile(/"hugo"/, publish)
  const {steps} = await exportSite({client, folder: used.site()})
  const path = 'content/event/new/index.md'
  expect(steps.map(({action, path: written}) => [action, written])).toEqual([['create', path]])
  expect(await client.fetch('*[title == "New"]{_id, "path": hugo.path}')).toEqual([{_id: 'made', path}])
})

test('what an editor writes while a site is rewritten for another generation stays', async () => {
  const client = used.client()
  const body = [
    {
      _type: 'block',
      _key: 'a',
      style: 'normal',
      markDefs: [],
      children: [{_type: 'span', _key: 'b', text: '새 글', marks: []}],
    },
  ]
  used.meanwhile(/"mutations"/, () => edit(ID, {body}))
  await exportSite({client, folder: used.site(), dialect: 'kit'})
  expect(await client.fetch('*[_id == $id][0].body[0].children[0].text', {id: ID})).toBe('새 글')
})

test('a page that somebody imports while an export looks for what is gone is not removed', async () => {
  const [client, folder] = [used.client(), used.site()]
  const path = 'content/event/new/index.md'
  for (const before of [/lectern\.sync/, /hugo\.path/]) {
    writeFiles(folder, {[path]: TEXT})
    used.meanwhile(before, () => importSite({client, folder}))
    await exportSite({client, folder, prune: true})
    expect(used.read(path)).toBe(TEXT)
    await client.delete(talkId(path))
    await exportSite({client, folder, prune: true})
    expect(existsSync(join(folder, path))).toBe(false)
  }
})

test('two exports at the same moment write a talk that was made in the Studio once, and both end well', async () => {
  const [client, folder] = [used.client(), used.site()]
  const slug = {_type: 'slug', current: 'new'}
  await client.create({_id: 'made', _type: 'talk', title: 'New', slug, start: '2025-05-05T05:00:00Z', timeZone: 'UTC'})
  const others: unknown[] = []
  used.meanwhile(/"hugo"/, async () => others.push((await exportSite({client, folder})).refusals))
  const {refusals} = await exportSite({client, folder})
  expect([refusals, others]).toEqual([[], [[]]])
  const path = 'content/event/new/index.md'
  expect(await client.fetch('*[title == "New"]{_id, "path": hugo.path}')).toEqual([{_id: 'made', path}])
  expect([(await importSite({client, folder})).steps, (await exportSite({client, folder})).steps]).toEqual([[], []])
})

test('a file that somebody puts where a new page goes is not written over', async () => {
  const [client, folder] = [used.client(), used.site()]
  const path = 'content/event/new/index.md'
  const slug = {_type: 'slug', current: 'new'}
  await client.create({_id: 'made', _type: 'talk', title: 'New', slug, start: '2025-05-05T05:00:00Z', timeZone: 'UTC'})
  writeFiles(folder, {[path]: '---\ntitle: Mine\n---\n'})
  const message = `${path} is taken by another page: give one of them another slug`
  expect((await exportSite({client, folder})).refusals).toEqual([{path: '"New" (made)', message}])
  expect(used.read(path)).toBe('---\ntitle: Mine\n---\n')
})
