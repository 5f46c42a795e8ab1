import {existsSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {exportSite} from '../seed/exportSite.ts'
import {importSite} from '../seed/importSite.ts'
import {useSite} from './support/useSite.ts'
import {writeFiles} from './support/writeFiles.ts'

/** A list of projects that Academic's users made as a page of its own, beside the folder of the projects. */
const LIST = 'content/projects/index.md'
const PROJECT = 'content/project/api/index.md'

const used = useSite((folder) =>
  writeFiles(folder, {
    [LIST]: '---\ntitle: Projects\ntype: widget_page\n---\n',
    [PROJECT]: '---\ntitle: API\n---\n',
  }),
)

test('a page that is built of blocks is no project', async () => {
  const {created, notices} = await importSite({client: used.client(), folder: used.site()})
  expect([created, notices]).toEqual([
    1,
    [
      {
        kind: 'skippedFile',
        path: LIST,
        field: 'type',
        message: 'Its type is "widget_page": a page that is built of blocks.',
      },
    ],
  ])
})

test('no page goes below the page of a bundle, where Hugo would show none: neither a moved nor a new one', async () => {
  const [client, folder] = [used.client(), used.site()]
  await importSite({client, folder})
  await client.create({
    _id: 'made',
    _type: 'project',
    title: 'New',
    summary: 'S',
    slug: {_type: 'slug', current: 'new'},
  })
  const {refusals, steps} = await exportSite({client, folder, dialect: 'kit'})
  const message = `${LIST} makes everything below its folder belong to one page: Hugo would show no other one there. Rename that file to "_index.md", or move it away, and export again`
  expect([refusals, steps.filter(({action}) => action !== 'foreign'), existsSync(join(folder, PROJECT))]).toEqual([
    [
      {path: '"New" (made)', message},
      {path: PROJECT, message},
    ],
    [],
    true,
  ])
})

test('a page called INDEX.md is one among others: Hugo tells names apart by their case', async () => {
  const [client, folder] = [used.client(), used.site()]
  rmSync(join(folder, LIST))
  writeFiles(folder, {'content/projects/INDEX.md': '---\ntitle: Index\n---\n'})
  await importSite({client, folder})
  const {refusals} = await exportSite({client, folder, dialect: 'kit'})
  expect([refusals, existsSync(join(folder, 'content/projects/api/index.md'))]).toEqual([[], true])
})
