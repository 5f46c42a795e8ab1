import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {exportSite} from '../seed/exportSite.ts'
import {importSite} from '../seed/importSite.ts'
import {copyExampleSite, TALK, TALK_ID} from './support/exampleSite.ts'
import {useSite} from './support/useSite.ts'

const used = useSite(copyExampleSite)

/** Sanity's own input of a date stores `Date.toISOString()`. */
const AS_STUDIO = '2026-01-02T03:04:00.000Z'

test('a date that the Studio stores with milliseconds is the one of the file: exported once, and no conflict with a later one', async () => {
  const [client, folder] = [used.client(), used.site()]
  await importSite({client, folder})
  await client.patch(TALK_ID).set({publishDate: AS_STUDIO}).commit()
  expect((await exportSite({client, folder})).steps.map(({changed}) => changed)).toEqual([['publishDate']])
  await client.patch(TALK_ID).set({title: '둘'}).commit()
  expect((await exportSite({client, folder})).steps.map(({changed}) => changed)).toEqual([['title']])
  expect((await importSite({client, folder, all: true})).steps).toEqual([])
  writeFileSync(
    join(folder, TALK),
    used.read(TALK).replace(/^publishDate: .*$/m, "publishDate: '2026-05-06T07:08:00Z'"),
  )
  const {updated, conflicts} = await importSite({client, folder})
  const date = await client.fetch('*[_id == $id][0].publishDate', {id: TALK_ID})
  expect([updated, conflicts, date]).toEqual([1, [], '2026-05-06T07:08:00Z'])
})
