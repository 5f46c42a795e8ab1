import {expect, test} from 'vitest'
import {exportSite} from '../seed/exportSite.ts'
import {importSite} from '../seed/importSite.ts'
import {useSite} from './support/useSite.ts'
import {writeFiles} from './support/writeFiles.ts'

const {client, site, read} = useSite((folder) =>
  writeFiles(folder, {
    'hugo.yaml': 'permalinks: {event: "/talks/:year/:slug/"}\n',
    'content/event/a/index.md': '---\ntitle: Same\ndate: 2024-05-01T10:00:00Z\n---\n',
  }),
)
const slug = (current: string) => ({_type: 'slug', current})

test('permalinks with :slug take the title of a page that says none: a new page, and one with a new slug, say theirs', async () => {
  const options = {client: client(), folder: site()}
  await importSite(options)
  const talk = {_type: 'talk', title: 'Same', start: '2024-06-01T10:00:00Z', timeZone: 'UTC'}
  await client().create({...talk, _id: 'b', slug: slug('b')})
  await client().create({...talk, _id: 'same', slug: slug('same'), start: '2023-06-01T10:00:00Z'})
  await client().create({_type: 'project', _id: 'p', title: 'Project', slug: slug('p')})
  await client()
    .patch({query: '*[slug.current == "a"]'})
    .set({slug: slug('c')})
    .commit()
  const {refusals} = await exportSite(options)
  expect(refusals).toEqual([])
  const texts = ['event/b', 'event/same', 'event/c', 'project/p'].map((folder) => read(`content/${folder}/index.md`))
  expect(texts).toEqual([
    "---\ntitle: Same\nslug: b\ndate: '2024-06-01T10:00:00Z'\n---\n",
    "---\ntitle: Same\ndate: '2023-06-01T10:00:00Z'\n---\n",
    '---\ntitle: Same\nslug: c\ndate: 2024-05-01T10:00:00Z\naliases:\n  - /talks/2024/same/\n---\n',
    '---\ntitle: Project\n---\n',
  ])
  expect((await exportSite(options)).steps).toEqual([])
  expect((await importSite({...options, all: true})).steps).toEqual([])
})
