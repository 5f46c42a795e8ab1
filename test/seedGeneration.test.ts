import {existsSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import sharp from 'sharp'
import {expect, test} from 'vitest'
import {exportSite} from '../seed/exportSite.ts'
import {importSite} from '../seed/importSite.ts'
import {copyExampleSite, TALK} from './support/exampleSite.ts'
import {useSite} from './support/useSite.ts'
import {writeFiles} from './support/writeFiles.ts'

const used = useSite(copyExampleSite)

test('a whole site in another generation: keys, folders, authors; twice is once; back gives the same documents', async () => {
  const [client, site, read] = [used.client(), used.site(), used.read]
  writeFiles(site, {
    'content/event/_index.md': '---\ntitle: Talks\n---\n',
    'content/authors/lee/_index.md': '---\ntitle: 이\nrole: 개발자 # 계속\n---\n',
  })
  writeFileSync(
    join(site, 'content/authors/lee/avatar.png'),
    await sharp({create: {width: 4, height: 3, channels: 3, background: 'blue'}})
      .png()
      .toBuffer(),
  )
  await importSite({client, folder: site})
  const fields =
    '*[_type in ["talk", "author", "project", "slideDeck"]] | order(_id){..., "hugo": null, "_rev": null, "_updatedAt": null, "pageSettings": null}'
  const before = await client.fetch<unknown>(fields)
  const text = read(TALK)
  const report = await exportSite({client, folder: site, dialect: 'kit'})
  expect(report.refusals).toEqual([])
  const kit = read(TALK.replace('/event/', '/events/'))
  expect(kit).toContain('event_name: Hugo Blox Builder Conference\n')
  expect(kit).toContain("event_start: '2024-10-03T13:00:00Z'\n")
  expect(
    [
      'content/events/_index.md',
      'data/authors/lee.yaml',
      'assets/media/authors/lee.png',
      'content/projects/example/index.md',
    ].filter((path) => !existsSync(join(site, path))),
  ).toEqual([])
  expect(existsSync(join(site, 'content/event'))).toBe(false)
  const comments = (source: string) => source.split('\n').filter((line) => line.trim().startsWith('#'))
  expect(comments(kit)).toEqual(comments(text))
  expect((await exportSite({client, folder: site, dialect: 'kit'})).steps).toEqual([])
  expect((await importSite({client, folder: site, all: true})).steps).toEqual([])
  await exportSite({client, folder: site, dialect: 'wowchemy'})
  expect((await importSite({client, folder: site, all: true})).steps).toEqual([])
  expect(existsSync(join(site, 'content/authors/lee/avatar.png'))).toBe(true)
  expect(await client.fetch<unknown>(fields)).toEqual(before)
  expect(await client.fetch('*[_type == "talk"].pageSettings')).toEqual([
    {_type: 'pageSettings', aliases: [`/events/${TALK.split('/')[2]}/`]},
  ])
})
