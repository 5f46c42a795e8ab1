import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {exportSite} from '../seed/exportSite.ts'
import {importSite} from '../seed/importSite.ts'
import {useSite} from './support/useSite.ts'
import {writeFiles} from './support/writeFiles.ts'

const OUTSIDE = '---\ntitle: Not of the site\n---\n'
const FILES = {
  'hugo.yaml':
    'module:\n  mounts:\n  - {source: content, target: content}\n  - {source: ../outside, target: content}\n',
  'content/event/a/index.md': '---\ntitle: A\n---\n',
  'content/talks/_index.md': '---\ntitle: "Talks\ncascade:\n  type: event\n---\n',
  'content/talks/b.md': '---\ntitle: B\n---\n',
  '../outside/event/c/index.md': OUTSIDE,
}

const {client, site} = useSite((folder) => writeFiles(folder, FILES))

test('what a configuration takes from outside of the folder is told and left alone; so is a section that cannot be read', async () => {
  const report = await importSite({client: client(), folder: site()})
  expect(report.notices.filter(({kind}) => kind === 'skippedFile')).toEqual([
    {
      kind: 'skippedFile',
      path: 'config',
      message: 'The configuration takes content from "../outside", outside of the site\'s folder: it was left alone.',
      value: '../outside',
    },
  ])
  expect(report.refusals).toEqual([
    {
      path: 'content/talks/_index.md',
      line: 2,
      message: expect.stringMatching(/the quote that begins here is never closed/),
    },
  ])
  expect(await client().fetch('*[_type == "talk"].title')).toEqual(['A'])
  expect((await exportSite({client: client(), folder: site()})).steps).toEqual([])
  expect(readFileSync(join(site(), '../outside/event/c/index.md'), 'utf8')).toBe(OUTSIDE)
})
