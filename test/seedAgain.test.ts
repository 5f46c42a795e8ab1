import {existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {findSites} from '../seed/bundle/findSites.ts'
import {importSite} from '../seed/importSite.ts'
import {openLakeInProcess} from './support/lakeInProcess.ts'

const CORPUS = process.env['LECTERN_CORPUS'] ?? join(import.meta.dirname, '../../shared/corpus')
/** Every site with LECTERN_ALL, else every twelfth. */
const STEP = process.env['LECTERN_ALL'] === undefined ? 12 : 1

/** Imports a site twice into a lake of its own. */
async function importTwice(folder: string) {
  const writes: string[] = []
  const {client, close} = openLakeInProcess(({method, url}) => {
    const {pathname} = new URL(url)
    if (method !== 'GET' && !pathname.includes('/data/query/')) writes.push(pathname)
  })
  try {
    const first = await importSite({client, folder})
    const wrote = writes.splice(0).length
    return {first, wrote, again: await importSite({client, folder}), writes}
  } finally {
    await close()
  }
}

test.skipIf(!existsSync(CORPUS))(
  'a site that did not change is imported again without one write, and reported as unchanged',
  async () => {
    const sites = findSites(join(CORPUS, 'sites')).filter((_, index) => index % STEP === 0)
    let pages = 0
    for (const site of sites) {
      const {first, wrote, again, writes} = await importTwice(site)
      const skipped = first.notices.filter(({kind}) => kind === 'skippedFile').length
      expect([site, writes, again.steps, again.refusals]).toEqual([site, [], [], first.refusals])
      expect(again.unchanged).toBeGreaterThanOrEqual(first.pages - skipped - first.refusals.length)
      expect(wrote > 0).toBe(first.created > 0)
      pages += first.created
    }
    expect(pages).toBeGreaterThan(20)
  },
  240_000,
)

test('a site of more pages than one question to the lake, and one chunk, can hold', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-large-'))
  const pages = 600
  try {
    for (let page = 0; page < pages; page++) {
      const bundle = join(folder, `content/event/talk-${page}`)
      mkdirSync(bundle, {recursive: true})
      writeFileSync(join(bundle, 'index.md'), `---\ntitle: Talk ${page}\nevent: E\n---\n\nText ${page}.\n`)
    }
    const {first, again, writes} = await importTwice(folder)
    expect([first.created, again.unchanged, again.gone, again.steps, writes]).toEqual([pages, pages, 0, [], []])
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
})
