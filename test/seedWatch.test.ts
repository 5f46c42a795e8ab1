import {existsSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {expect, test, vi} from 'vitest'
import {describeLakeError} from '../seed/client/connect.ts'
import {importSite} from '../seed/importSite.ts'
import {watchSite} from '../seed/watchSite.ts'
import {copyExampleSite, TALK, TALK_ID} from './support/exampleSite.ts'
import {useServedSite} from './support/useServedSite.ts'

const used = useServedSite(copyExampleSite)
const read = () => used.read(TALK)

test('a saved file reaches the document, a published change the file, and nothing goes round in circles', async () => {
  const [client, site] = [used.client(), used.site()]
  await importSite({client, folder: site})
  const ending = new AbortController()
  const printed: string[] = []
  const ready = Promise.withResolvers<void>()
  const watching = watchSite({
    client,
    folder: site,
    quiet: 30,
    signal: ending.signal,
    print: (line) => printed.push(line),
    onReady: ready.resolve,
  })
  await ready.promise
  writeFileSync(join(site, TALK), read().replace(/^title: .*$/m, 'title: 파일에서'))
  await vi.waitFor(
    async () => expect(await client.fetch('*[_id == $id][0].title', {id: TALK_ID})).toBe('파일에서'),
    15_000,
  )
  await client.patch(TALK_ID).set({subtitle: '스튜디오에서'}).commit()
  await vi.waitFor(() => expect(read()).toContain('subtitle: 스튜디오에서\n'), 15_000)
  await client.create({_id: 'new-talk', _type: 'talk', title: '새 발표', slug: {_type: 'slug', current: 'new'}})
  await vi.waitFor(
    () => expect(readFileSync(join(site, 'content/event/new/index.md'), 'utf8')).toBe('---\ntitle: 새 발표\n---\n'),
    15_000,
  )
  await vi.waitFor(
    async () => expect(await client.fetch('*[_id == "new-talk"][0].hugo.path')).toBe('content/event/new/index.md'),
    15_000,
  )
  const settled = await client.fetch('*[_id in [$id, "new-talk"]] | order(_id){title, subtitle, _rev}', {id: TALK_ID})
  const text = read()
  ending.abort()
  await watching
  const revision = {_rev: expect.any(String)}
  expect(settled).toEqual([
    {title: '새 발표', subtitle: null, ...revision},
    {title: '파일에서', subtitle: '스튜디오에서', ...revision},
  ])
  expect((await importSite({client, folder: site, all: true})).steps).toEqual([])
  expect([
    await client.fetch('*[_id in [$id, "new-talk"]] | order(_id){title, subtitle, _rev}', {id: TALK_ID}),
    read(),
  ]).toEqual([settled, text])
  expect(printed.filter((line) => /failed|conflict:|gone/.test(line))).toEqual([])
  const runs = printed.filter((line) => /^\d+ pages: .*updated|^\d+ documents: /m.test(line))
  expect(runs).toHaveLength(3)
}, 90_000)

test('what one side deletes is told once, and the other side does not bring it back', async () => {
  const [client, site] = [used.client(), used.site()]
  await importSite({client, folder: site})
  const ending = new AbortController()
  const printed: string[] = []
  const ready = Promise.withResolvers<void>()
  const print = (line: string) => printed.push(line)
  const watching = watchSite({client, folder: site, quiet: 30, signal: ending.signal, print, onReady: ready.resolve})
  await ready.promise
  rmSync(join(site, dirname(TALK)), {recursive: true})
  await vi.waitFor(() => expect(printed.at(-1)).toMatch(/\(deletedFile\)$/), 15_000)
  const {_id} = await client.create({_type: 'talk', title: '새 발표', slug: {_type: 'slug', current: 'new'}})
  await vi.waitFor(async () => expect(await client.getDocument(_id)).toHaveProperty('hugo'), 15_000)
  await client.delete(_id)
  await vi.waitFor(() => expect(printed.at(-1)).toMatch(/\(deletedInStudio\)$/), 15_000)
  ending.abort()
  await watching
  expect(printed.filter((line) => /^content.*: It/.test(line)).map((line) => line.split(':')[0])).toEqual([
    TALK,
    'content/event/new/index.md',
  ])
  expect([existsSync(join(site, TALK)), await client.fetch('*[_type == "talk"]._id')]).toEqual([false, [TALK_ID]])
}, 90_000)

test('a page that cannot be read, and a conflict, are told once, and again when they change', async () => {
  const [client, site] = [used.client(), used.site()]
  const [broken, other] = [join(site, 'content/event/broken.md'), join(site, 'content/event/other.md')]
  writeFileSync(broken, '---\ntitle: "a\n---\n')
  const before = await importSite({client, folder: site})
  await client.patch(TALK_ID).set({title: '스튜디오에서'}).commit()
  writeFileSync(join(site, TALK), read().replace(/^title: .*$/m, 'title: 파일에서'))
  const ending = new AbortController()
  const printed: string[] = []
  const ready = Promise.withResolvers<void>()
  const print = (line: string) => printed.push(line)
  const {signal} = ending
  const watching = watchSite({client, folder: site, before, quiet: 30, signal, print, onReady: ready.resolve})
  await ready.promise
  const told = (what: string) => printed.filter((line) => line.includes(what)).length
  const counts = () => [told('refused: content/event/broken.md'), told('conflict: '), told(`conflict ${TALK}`)]
  for (const title of ['One', 'Two', 'Three']) {
    writeFileSync(other, `---\ntitle: ${title}\n---\n`)
    await vi.waitFor(
      async () => expect(await client.fetch('*[hugo.path == "content/event/other.md"][0].title')).toBe(title),
      15_000,
    )
  }
  await vi.waitFor(() => expect(counts()).toEqual([0, 1, 1]), 15_000)
  writeFileSync(broken, '---\ntitle: "b\n---\n')
  await vi.waitFor(() => expect(counts()).toEqual([1, 1, 1]), 15_000)
  ending.abort()
  await watching
  expect(counts()).toEqual([1, 1, 1])
}, 90_000)

test('a watch that the lake does not let listen ends with its error', async () => {
  const client = used.client().withConfig({token: 'removed'})
  const printed: string[] = []
  const watching = watchSite({
    client,
    folder: used.site(),
    signal: new AbortController().signal,
    print: (line) => printed.push(line),
  })
  const error: unknown = await watching.catch((reason: unknown) => reason)
  expect([describeLakeError(error), printed]).toEqual([
    'The lake does not let anybody listen any more: see that it runs and that the token still counts, then start --watch again. (EventSource connection failed)',
    [],
  ])
})
