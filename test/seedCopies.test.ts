import {beforeEach, expect, test} from 'vitest'
import {exportSite} from '../seed/exportSite.ts'
import {importSite} from '../seed/importSite.ts'
import {useSite} from './support/useSite.ts'
import {writeFiles} from './support/writeFiles.ts'

const PATH = 'content/event/talk/index.md'
const TEXT = '---\ntitle: 발표 # 주석\ndate: 2024-05-01T10:00:00Z\nreading_time: false\n---\n\n본문\n'

const {client, site, read} = useSite((folder) => writeFiles(folder, {[PATH]: TEXT}))

/** Copies the talk as a script does that knows nothing of files, before and behind it in the order of ids. */
async function copyTwice(): Promise<string> {
  const [original] = await client().fetch<Array<Record<string, unknown>>>('*[_type == "talk"]')
  for (const _id of ['a-copy', 'z-copy']) {
    const slug = {_type: 'slug', current: _id}
    await client().create({...original, _id, _type: 'talk', title: `사본 ${_id}`, slug, _createdAt: undefined})
  }
  return String(original?.['_id'])
}

let original = ''
beforeEach(async () => {
  await importSite({client: client(), folder: site()})
  original = await copyTwice()
})

test('a copy of a document gets a page of its own, and the original keeps its own', async () => {
  const report = await exportSite({client: client(), folder: site()})
  expect(report.refusals).toEqual([])
  expect(report.steps.map(({action, path, from}) => [action, path, from])).toEqual([
    ['create', 'content/event/a-copy/index.md', undefined],
    ['create', 'content/event/z-copy/index.md', undefined],
  ])
  expect(read(PATH)).toBe(TEXT)
  expect(read('content/event/a-copy/index.md')).toContain('title: 사본 a-copy')
  const paths = await client().fetch('*[_type == "talk"] | order(_id){_id, "path": hugo.path}')
  expect(paths).toEqual([
    {_id: 'a-copy', path: 'content/event/a-copy/index.md'},
    {_id: original, path: PATH},
    {_id: 'z-copy', path: 'content/event/z-copy/index.md'},
  ])
  expect((await exportSite({client: client(), folder: site()})).steps).toEqual([])
})

test('a changed file changes the original, and no copy', async () => {
  writeFiles(site(), {[PATH]: TEXT.replace('본문', '새 본문')})
  const report = await importSite({client: client(), folder: site(), prune: true})
  expect(report.steps.map(({action, id}) => [action, id])).toEqual([['update', original]])
  expect(await client().fetch('*[_type == "talk"] | order(_id)._id')).toEqual(['a-copy', original, 'z-copy'])
})
