import {existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {createClient} from '@sanity/client'
import {expect, test} from 'vitest'
import {createLake} from '../lake/createLake.ts'
import {findSites} from '../seed/bundle/findSites.ts'
import {importSite} from '../seed/importSite.ts'

const CORPUS = process.env['LECTERN_CORPUS'] ?? join(import.meta.dirname, '../../shared/corpus')
const ORIGIN = 'http://localhost:3333'
/** Every site with LECTERN_ALL, else every twelfth. */
const STEP = process.env['LECTERN_ALL'] === undefined ? 12 : 1

/** Imports a site twice into a lake of its own. */
async function importTwice(folder: string) {
  const dataDir = mkdtempSync(join(tmpdir(), 'lectern-again-'))
  const lake = createLake({dataDir, projectId: 'lectern', dataset: 'production', origins: () => [ORIGIN]})
  const writes: string[] = []
  const client = createClient({
    projectId: 'lectern',
    dataset: 'production',
    apiVersion: '2025-02-19',
    apiHost: ORIGIN,
    useProjectHostname: false,
    useCdn: false,
    perspective: 'raw',
    token: lake.token,
    resolveFetch: () => async (input, init) => {
      const request = new Request(input, init)
      request.headers.set('host', new URL(ORIGIN).host)
      const {pathname} = new URL(request.url)
      if (request.method !== 'GET' && !pathname.includes('/data/query/')) writes.push(pathname)
      return lake.fetch(request)
    },
  })
  try {
    const first = await importSite({client, folder})
    const wrote = writes.splice(0).length
    return {first, wrote, again: await importSite({client, folder}), writes}
  } finally {
    await lake.close()
    rmSync(dataDir, {recursive: true, force: true})
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
