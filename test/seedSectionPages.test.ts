import {existsSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {exportSite} from '../seed/exportSite.ts'
import {importSite} from '../seed/importSite.ts'
import {useSite} from './support/useSite.ts'
import {writeFiles} from './support/writeFiles.ts'

const LIST = '---\ntitle: Talks\n---\n'
const used = useSite((folder) =>
  writeFiles(folder, {
    'content/talk/_index.md': LIST,
    'content/talk/a/index.md': '---\ntitle: A\ndate: 2024-05-01T10:00:00Z\n---\n',
  }),
)

test("a section's page that cannot be moved with its talks is refused in words, and stays", async () => {
  const [client, folder] = [used.client(), used.site()]
  await importSite({client, folder})
  writeFileSync(join(folder, 'content/event'), 'a file')
  const message = 'It cannot be written: a file stands where a folder should be'
  const refused = await exportSite({client, folder, dialect: 'wowchemy'})
  expect(refused.refusals.map(({path, message: told}) => [path, told.replace(/ \(.*/, '')])).toEqual([
    ['content/talk/a/index.md', message],
    ['content/talk/_index.md', message],
  ])
  expect([refused.steps, used.read('content/talk/_index.md')]).toEqual([[], LIST])
  rmSync(join(folder, 'content/event'))
  const {refusals} = await exportSite({client, folder, dialect: 'wowchemy'})
  expect([refusals, existsSync(join(folder, 'content/talk'))]).toEqual([[], false])
  expect(used.read('content/event/_index.md')).toBe('---\ntitle: Talks\naliases:\n  - /talk/\n---\n')
})

test('on its way back, a page of a section is not an alias of itself', async () => {
  const [client, folder] = [used.client(), used.site()]
  await importSite({client, folder})
  for (const dialect of ['wowchemy', 'kit', 'academic4'] as const) await exportSite({client, folder, dialect})
  const aliases = '---\ntitle: Talks\naliases:\n  - /event/\n  - /events/\n---\n'
  expect([used.read('content/talk/_index.md'), existsSync(join(folder, 'content/events'))]).toEqual([aliases, false])
})
