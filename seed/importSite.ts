import type {SanityClient} from '@sanity/client'
import {createAssetUploader} from './assets/assetUpload.ts'
import type {PageFile} from './bundle/findPages.ts'
import {readSite} from './bundle/readSite.ts'
import type {SiteConfig} from './bundle/siteConfig.ts'
import {recordSynced} from './client/recordSynced.ts'
import {findKnown} from './client/stored.ts'
import {readSyncRecord} from './client/syncRecord.ts'
import {createPageConverter, threadsFor} from './conversion/pageConverter.ts'
import {converterOf} from './documents/fingerprint.ts'
import {createSiteView} from './documents/site.ts'
import {SEED_TYPES} from './ids/seedTypes.ts'
import {convertChunk} from './import/convertChunk.ts'
import {findUntold} from './import/findUntold.ts'
import {handleGone} from './import/handleGone.ts'
import {hashWhile} from './import/hashWhile.ts'
import {importChunk} from './import/importChunk.ts'
import type {ImportOptions} from './import/importOptions.ts'
import type {ImportRun} from './import/importRun.ts'
import {leaveDeleted} from './import/leaveDeleted.ts'
import {readAuthors} from './import/readAuthors.ts'
import {createSlugTwins} from './import/slugTwins.ts'
import type {ImportReport} from './report/importReport.ts'
import {summarize} from './report/summary.ts'
import {createTally} from './report/tally.ts'

/** Pages that are converted, and then written, together. */
const CHUNK = 250

/**
 * Imports a Hugo site. A second run of an unchanged site sends no mutation; a broken file leaves its document alone.
 * @throws NoSiteError when the folder holds no site; the client's own errors when the lake cannot be reached.
 */
export async function importSite(options: ImportOptions): Promise<ImportReport> {
  const run = await startRun(options)
  const {site, report: found, tally, uploader} = run
  try {
    await importPages(run)
  } finally {
    await run.pageConverter.close()
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

/** Type by type, as references need what they point to. While one chunk is written, the next one is converted. */
async function importPages(run: ImportRun): Promise<void> {
  const {site, options} = run
  const deleted = leaveDeleted(run)
  const wanted = site.pages.filter(({path}) => !deleted.has(path))
  const chunks = SEED_TYPES.flatMap((type) => inChunks(wanted.filter((page) => page.type === type)))
  let converted = await convertChunk(chunks[0] ?? [], run)
  let done = 0
  for (const index of chunks.keys()) {
    const {size} = converted
    const [next] = await Promise.all([convertChunk(chunks[index + 1] ?? [], run), importChunk(converted, run)])
    options.onProgress?.((done += size), site.pages.length)
    converted = next
  }
}

function inChunks(pages: readonly PageFile[]): PageFile[][] {
  return Array.from({length: Math.ceil(pages.length / CHUNK)}, (_, index) =>
    pages.slice(index * CHUNK, (index + 1) * CHUNK),
  )
}

async function startRun(options: ImportOptions): Promise<ImportRun> {
  const site = readSite(options.folder, options.timeZone)
  const {result, hashes} = await hashWhile(readLake(options.client), site)
  const {synced, known} = result
  const {texts, displayNames} = readAuthors(site)
  const {pages, config, files, templateNames} = site
  const found = {ids: known.idByPath(site), displayNames, files, templateNames}
  const untold = await findUntold(options.client, site, known, createSiteView(pages, config, found))
  const about = {...found, ids: new Map([...found.ids, ...untold])}
  return {
    options,
    site,
    view: createSiteView(pages, config, about),
    known,
    synced,
    untold,
    lastSources: new Map(),
    notes: [],
    texts,
    hashes,
    pageConverter: createPageConverter(
      {pages, config, options: about},
      threadsFor(pages.length, options.dryRun !== true),
    ),
    converter: converterOf(config),
    uploader: createAssetUploader(options.client, site.folder, options.dryRun === true),
    written: new Set(known.ids()),
    drafts: new Map(known.drafts().map((document) => [document.id, document])),
    slugs: createSlugTwins(),
    tally: createTally(),
    report: {steps: [], conflicts: [], notices: [...site.notices], refusals: [...site.refusals]},
  }
}

/** The record first: what is in it had its document before the documents were looked for. */
async function readLake(client: SanityClient): Promise<Pick<ImportRun, 'synced' | 'known'>> {
  const synced = await readSyncRecord(client)
  return {synced, known: await findKnown(client)}
}

async function recordImported(run: ImportRun): Promise<void> {
  const {site, view, known, synced, lastSources, notes, report, options} = run
  const skipped = report.notices.flatMap(({kind, path}) => (kind === 'skippedFile' ? [path] : []))
  const without = new Set([...report.refusals.map(({path}) => path), ...skipped])
  const sourceOf = (file: PageFile) => lastSources.get(file.path) ?? known.byId(view.idOf(file))?.imported?.source
  const pages = site.pages.filter(({path}) => !without.has(path))
  const pruned = report.steps.flatMap(({action, path}) => (action === 'delete' ? [path] : []))
  const added = new Map(pages.map((file) => [file.path, sourceOf(file)]))
  const left = pages.flatMap((file) => (lastSources.has(file.path) ? (known.byId(view.idOf(file))?.path ?? []) : []))
  const removed = [...skipped, ...pruned, ...left.filter((path) => !added.has(path))]
  await recordSynced(options.client, synced, {
    added,
    removed,
    notes,
    languages: languagesOf(site.config),
    language: site.config.language,
  })
}

/** Codes of the languages of a site of several, the default one first. */
function languagesOf({languages, defaultLanguage}: SiteConfig): string[] {
  const codes = languages.map(({code}) => code).sort()
  if (codes.length < 2) return []
  return [...codes.filter((code) => code === defaultLanguage), ...codes.filter((code) => code !== defaultLanguage)]
}
