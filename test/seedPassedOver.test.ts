import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {exportSite} from '../seed/exportSite.ts'
import {importSite} from '../seed/importSite.ts'
import {useSite} from './support/useSite.ts'
import {writeFiles} from './support/writeFiles.ts'

const KOREAN = 'content/event/talk/index.ko.md'
const ENGLISH = 'content/event/talk/index.md'
const FILES = {
  [KOREAN]: '---\ntitle: 발표\ndate: 2024-05-01T10:00:00Z\n---\n본문\n',
  [ENGLISH]: '---\ntitle: Talk\ndate: 2024-05-01T10:00:00Z\n---\nBody\n',
  'content/event/talk/NOTES.MD': '# Notes\n',
  'content/event/talk/photo.png': 'not a picture',
  'content/event/other.md': '---\ntitle: Other\ndate: 2024-05-02T10:00:00Z\n---\n',
}

const used = useSite((folder) => writeFiles(folder, FILES))

test('a page that Hugo passes over, since the site has no such language, is told and never lost', async () => {
  const [client, site] = [used.client(), used.site()]
  const {notices} = await importSite({client, folder: site})
  expect(notices.filter(({kind}) => kind === 'skippedFile')).toEqual([
    {
      kind: 'skippedFile',
      path: ENGLISH,
      message: `Hugo takes ${KOREAN} for this page and passes over this file: add the language "ko" to the site's configuration, or keep one of the two.`,
    },
  ])
  const paths = await client.fetch<string[]>('*[_type == "talk"].hugo.path | order(@)')
  expect(paths).toEqual(['content/event/other.md', KOREAN])
  const id = await used.idOf(KOREAN)
  await client
    .patch(id)
    .set({title: '새 발표', slug: {_type: 'slug', current: 'new'}})
    .commit()
  await exportSite({client, folder: site})
  const moved = (path: string) => path.replace('/talk/', '/new/')
  expect(used.read(moved(KOREAN))).toBe(
    FILES[KOREAN].replace('발표', '새 발표').replace('\n---\n본', '\naliases:\n  - /event/talk/\n---\n본'),
  )
  await client.delete(id)
  const {steps} = await exportSite({client, folder: site, prune: true})
  expect(steps.map(({action, path}) => [action, path])).toEqual([['delete', moved(KOREAN)]])
  expect(existsSync(join(site, moved(KOREAN)))).toBe(false)
  for (const path of [ENGLISH, 'content/event/talk/NOTES.MD'] as const) expect(used.read(moved(path))).toBe(FILES[path])
})
