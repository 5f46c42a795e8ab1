import {join} from 'node:path'
import {expect, test} from 'vitest'
import {exportSite} from '../seed/exportSite.ts'
import {importSite} from '../seed/importSite.ts'
import {useSite} from './support/useSite.ts'
import {writeFiles} from './support/writeFiles.ts'

const page = (title: string) => `---\ntitle: ${title}\n---\n`
const ADMIN = 'content/authors/admin/_index.md'
const used = useSite((folder) =>
  writeFiles(folder, {
    [ADMIN]: page('민지'),
    'content/event/one/index.md': page('하나'),
    'content/event/two/index.md': page('둘'),
  }),
)

const actions = async (folder: string) =>
  (await exportSite({client: used.client(), folder, dryRun: true})).steps.map(({action, path}) => `${action} ${path}`)

test('the folder of another site is told apart, though both have the page of an admin, and nothing is written there', async () => {
  await importSite({client: used.client(), folder: used.site()})
  const other = join(used.folder(), 'other')
  writeFiles(other, {
    [ADMIN]: page('Kim'),
    'content/event/alpha/index.md': page('Alpha'),
    'content/event/beta/index.md': page('Beta'),
  })
  const message = `"${other}" holds another site than the lake, which has had 3 pages and knows 1 of the 3 there. Nothing was written. If both belong together, import it first, with npm run seed; a new site begins in an empty folder.`
  for (const prefer of ['studio', undefined] as const)
    await expect(exportSite({client: used.client(), folder: other, ...(prefer && {prefer})})).rejects.toThrow(message)
  const stranger = join(used.folder(), 'stranger')
  writeFiles(stranger, {'content/event/own.md': page('Own')})
  await expect(exportSite({client: used.client(), folder: stranger})).rejects.toThrow('knows 0 of the 1 there')
  await importSite({client: used.client(), folder: other})
  expect(await actions(other)).toEqual([])
})

test('a site that lost pages, or has many new ones, is still itself, and a folder without pages begins one', async () => {
  await importSite({client: used.client(), folder: used.site()})
  const [less, more, none] = ['less', 'more', 'none'].map((name) => join(used.folder(), name))
  writeFiles(less ?? '', {[ADMIN]: page('민지')})
  expect(await actions(less ?? '')).toEqual([])
  const fresh = ['a', 'b', 'c', 'd'].map((name) => [`content/event/${name}/index.md`, page(name)] as const)
  writeFiles(more ?? '', {
    [ADMIN]: page('민지'),
    'content/event/two/index.md': page('둘'),
    ...Object.fromEntries(fresh),
  })
  expect(await actions(more ?? '')).toEqual(fresh.map(([path]) => `foreign ${path}`))
  writeFiles(none ?? '', {'content/_index.md': page('Home'), 'hugo.yaml': 'timeZone: Asia/Seoul\n'})
  expect((await actions(none ?? '')).sort()).toEqual(
    [ADMIN, 'content/event/one/index.md', 'content/event/two/index.md'].map((path) => `create ${path}`),
  )
})
