import {readFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import sharp from 'sharp'
import {afterEach, expect, test} from 'vitest'
import {exportSite} from '../seed/exportSite.ts'
import {importSite} from '../seed/importSite.ts'
import {copyExampleSite, TALK, TALK_ID} from './support/exampleSite.ts'
import {type LakeInProcess, openLakeInProcess} from './support/lakeInProcess.ts'

let lake: LakeInProcess | undefined

afterEach(async () => lake?.close())

const isChange = ({method, url}: Request) => method === 'POST' && /\/(mutate|assets)\//.test(new URL(url).pathname)

/** A lake that takes every third change only, as a hosted one does of somebody who sends too many. */
function openBusyLake(): {lake: LakeInProcess; refused: string[]; isBusy: boolean} {
  const state = {refused: [] as string[], isBusy: true}
  const {refused} = state
  let asked = 0
  const opened = openLakeInProcess((request) => {
    if (!state.isBusy || !isChange(request) || ++asked % 3 === 0) return undefined
    refused.push(/mutate|assets/.exec(request.url)?.[0] ?? '')
    const error = {statusCode: 429, error: 'Too Many Requests', message: 'rate limit exceeded'}
    return Response.json(error, {status: 429, headers: {'retry-after': '0'}})
  })
  return Object.assign(state, {lake: opened})
}

test('a lake that refuses some changes for a moment gets them again: import, edit and export end as without', async () => {
  const busy = openBusyLake()
  lake = busy.lake
  const {client, folder} = lake
  const site = join(folder, 'site')
  copyExampleSite(site)
  const picture = sharp({create: {width: 8, height: 6, channels: 3, background: '#246'}})
  await picture.png().toFile(join(site, dirname(TALK), 'featured.png'))
  const first = await importSite({client, folder: site})
  expect([first.refusals, first.conflicts, first.assetsUploaded]).toEqual([[], [], 1])
  expect(new Set(busy.refused)).toEqual(new Set(['assets', 'mutate']))

  busy.isBusy = false
  await client.patch(TALK_ID).set({title: '새 제목'}).commit()
  busy.isBusy = true
  const {refusals, conflicts, steps} = await exportSite({client, folder: site})
  expect([refusals, conflicts, steps.map(({path}) => path)]).toEqual([[], [], [TALK]])
  expect(readFileSync(join(site, TALK), 'utf8')).toContain('새 제목')
  expect((await importSite({client, folder: site})).steps).toEqual([])
})

test('what the lake refuses for good ends the import with its own error', async () => {
  const asked: string[] = []
  lake = openLakeInProcess((request) => {
    if (!isChange(request)) return undefined
    asked.push(request.url)
    return Response.json({statusCode: 403, error: 'Forbidden', message: 'no right to write'}, {status: 403})
  })
  const {client} = lake
  const folder = join(import.meta.dirname, '../seed/content')
  await expect(importSite({client, folder})).rejects.toThrow('no right to write')
  expect(asked).toHaveLength(1)
})
