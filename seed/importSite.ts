import {createAssetUploader} from './assetUpload.ts'
import {type Site, readSite} from './bundle/readSite.ts'
import {commit} from './commit.ts'
import type {Page} from './documents/page.ts'
import {type SiteView, createSiteView} from './documents/site.ts'
import {converterOf} from './fingerprint.ts'
import {importChunk, tryRead} from './importChunk.ts'
import type {ImportOptions} from './importOptions.ts'
import type {ImportReport} from './importReport.ts'
import type {ImportRun} from './importRun.ts'
import type {PlanStep} from './plan.ts'
import {planGone} from './planGone.ts'
import {type Known, findKnown} from './stored.ts'
import {summarize} from './summary.ts'
import {recordSyncedPaths} from './syncRecord.ts'
import {createTally} from './tally.ts'

// References point to what an earlier type has already written.
const ORDER = ['author', 'slideDeck', 'project', 'talk'] as const
const CHUNK = 500

/**
 * Imports a Hugo site. A second run of an unchanged site sends no mutation; a broken file leaves its document alone.
 * @throws NoSiteError when the folder holds no site; the client's own errors when the lake cannot be reached.
 */
export async function importSite(options: ImportOptions): Promise<ImportReport> {
  const run = await startRun(options)
  const {site, report: found, tally, uploader} = run
  let done = 0
  for (const type of ORDER) {
    const pages = site.pages.filter((page) => page.type === type)
    for (let start = 0; start < pages.length; start += CHUNK) {
      const chunk = pages.slice(start, start + CHUNK)
      await importChunk(chunk, run)
      options.onProgress?.((done += chunk.length), site.pages.length)
    }
  }
  await handleGone(run)
  if (options.dryRun !== true) await recordImported(run)
  const report: ImportReport = {
    folder: site.folder,
    pages: site.pages.length,
    ...found,
    ...tally,
    assetsUploaded: uploader.uploaded,
  }
  if (options.print) for (const line of summarize(report)) options.print(line)
  return report
}

async function startRun(options: ImportOptions): Promise<ImportRun> {
  const site = readSite(options.folder, options.timeZone)
  const known = await findKnown(options.client)
  const pages = readAuthors(site)
  return {
    options,
    site,
    view: viewSite(site, known, pages),
    known,
    pages,
    converter: converterOf(site.config),
    uploader: createAssetUploader(options.client, site.folder, options.dryRun === true),
    written: new Set(known.ids()),
    tally: createTally(),
    report: {steps: [], conflicts: [], notices: [...site.notices], refusals: [...site.refusals]},
  }
}

/** Authors are known by the name they show too, so their pages are read first. */
function readAuthors(site: Site): Map<string, Page> {
  const authors = site.pages.filter(({type}) => type === 'author').map((file) => tryRead(site, file))
  return new Map(authors.flatMap((page) => ('values' in page ? [[page.file.path, page] as const] : [])))
}

function viewSite(site: Site, known: Known, authors: ReadonlyMap<string, Page>): SiteView {
  const displayNames = new Map<string, string>()
  for (const [path, {values}] of authors) {
    const title = values.get('title')
    if (typeof title === 'string') displayNames.set(path, title)
  }
  return createSiteView(site.pages, site.config, {ids: known.idByPath(site), displayNames, files: site.files})
}

async function handleGone(run: ImportRun): Promise<void> {
  const steps = await planGone(run)
  const count = (action: PlanStep['action']) => steps.filter((step) => step.action === action).length
  run.tally.gone = count('gone')
  run.tally.deleted = count('delete')
  run.tally.stubs += count('stub')
  run.report.steps.push(...steps)
  if (run.options.dryRun !== true) await commit(run.options.client, steps)
}

async function recordImported({site, report, options}: ImportRun): Promise<void> {
  const refused = new Set(report.refusals.map(({path}) => path))
  const paths = site.pages.map(({path}) => path).filter((path) => !refused.has(path))
  await recordSyncedPaths(options.client, paths)
}
