import {existsSync, mkdirSync, readFileSync, renameSync, rmSync} from 'node:fs'
import {dirname, join} from 'node:path'
import type {SanityClient} from '@sanity/client'
import writeFileAtomic from 'write-file-atomic'
import {createAssetUploader} from './assetUpload.ts'
import {type PageFile, folderOf} from './bundle/findPages.ts'
import {NoSiteError, type Refusal, type Site, readSite, readText} from './bundle/readSite.ts'
import {readSiteConfig} from './bundle/siteConfig.ts'
import {fromDocument} from './documents/fromDocument.ts'
import {type Page, readPage} from './documents/page.ts'
import {type SiteView, createSiteView} from './documents/site.ts'
import {toDocument} from './documents/toDocument.ts'
import type {AnyDocument} from './documents/types.ts'
import {downloadAsset, listAssets, type StoredAsset} from './downloadAsset.ts'
import {newPage, pageFileAt, planMove, siteDialect} from './exportPlan.ts'
import {converterOf, fieldNames, seal} from './fingerprint.ts'
import {placeAssets} from './documents/assets.ts'
import {FrontMatterError} from './frontMatter/frontMatterError.ts'
import {hashText} from './ids.ts'
import type {Prefer} from './mergeValue.ts'
import type {Notice} from './notices.ts'
import type {Conflict, StoredDocument} from './plan.ts'
import {readSyncedPaths, recordSyncedPaths} from './syncRecord.ts'
import type {Dialect} from './markdown/types.ts'

export interface ExportOptions {
  client: SanityClient
  /** Folder of the Hugo site; made when it does not exist. */
  folder: string
  dryRun?: boolean
  prefer?: Prefer
  /** Remove the files of documents that were deleted. */
  prune?: boolean
  timeZone?: string
  /** Dialect of new pages; by default that of most talks. */
  dialect?: Dialect
}

/** One file that is written, moved or removed. */
interface ExportStep {
  action: 'create' | 'update' | 'move' | 'conflict' | 'gone' | 'delete'
  path: string
  from?: string
  /** Document fields that were edited. */
  changed: string[]
  before: string
  after: string
}

export interface ExportReport {
  folder: string
  documents: number
  unchanged: number
  steps: ExportStep[]
  conflicts: Conflict[]
  notices: Notice[]
  refusals: Refusal[]
}

interface Run {
  options: ExportOptions
  site: Site
  view: SiteView
  documents: readonly StoredDocument[]
  files: ReadonlyMap<string, PageFile>
  assets: ReadonlyMap<string, StoredAsset>
  report: ExportReport
}

const TYPES = ['talk', 'author', 'project', 'slideDeck']

/**
 * Writes the lake's documents back into a Hugo site. A document that nobody edited leaves its file as it is; a file
 * that changed on disk since the last import is a conflict, never overwritten without `prefer`.
 */
export async function exportSite(options: ExportOptions): Promise<ExportReport> {
  const site = openSite(options)
  const all = await options.client.fetch<StoredDocument[]>('*[_type in $types]', {types: TYPES}, {perspective: 'raw'})
  const documents = currentVersions(all)
  const ids = new Map(documents.flatMap(({_id, hugo}) => (hugo ? [[hugo.path, plainId(_id)] as const] : [])))
  const known = new Set(site.pages.map(({path}) => path))
  const elsewhere = documents.flatMap(({_type, hugo}) =>
    hugo && !known.has(hugo.path) ? [pageFileAt(hugo.path, _type, hugo.language)] : [],
  )
  const pages = [...site.pages, ...elsewhere]
  const run: Run = {
    options,
    site,
    view: createSiteView(pages, site.config, {ids, files: site.files}),
    documents,
    files: new Map(pages.map((file) => [file.path, file])),
    assets: await listAssets(options.client),
    report: {
      folder: options.folder,
      documents: documents.length,
      unchanged: 0,
      steps: [],
      conflicts: [],
      notices: [],
      refusals: [],
    },
  }
  for (const document of documents) await exportDocument(document, run)
  await listGone(run)
  if (options.dryRun !== true) await recordWritten(run)
  return run.report
}

function openSite({folder, timeZone}: ExportOptions): Site {
  try {
    return readSite(folder, timeZone)
  } catch (error) {
    if (!(error instanceof NoSiteError)) throw error
    const {config} = readSiteConfig(new Map(), timeZone)
    return {folder, config, pages: [], files: new Set(), notices: [], refusals: []}
  }
}

/** Of each document the published version, else its draft: what the site should show. */
function currentVersions(all: readonly StoredDocument[]): StoredDocument[] {
  const versions = new Map<string, StoredDocument>()
  for (const document of all) {
    const id = plainId(document._id)
    if (document._id.startsWith('versions.')) continue
    if (document._id === id || !versions.has(id)) versions.set(id, document)
  }
  return [...versions.values()].sort((a, b) => (a._id < b._id ? -1 : 1))
}

function plainId(id: string): string {
  return id.replace(/^drafts\./, '')
}

async function exportDocument(document: StoredDocument, run: Run): Promise<void> {
  if (!document.hugo && isStub(document)) return
  try {
    await exportPage(document, run)
  } catch (error) {
    if (!(error instanceof FrontMatterError)) throw error
    run.report.refusals.push({path: document.hugo?.path ?? document._id, line: error.line, message: error.message})
  }
}

/** Only a name: it stands in for a page that the site does not have. */
function isStub(document: AnyDocument): boolean {
  return fieldNames(document).every((name) => ['name', 'title', 'slug'].includes(name)) && document._type !== 'talk'
}

async function exportPage(document: StoredDocument, run: Run): Promise<void> {
  const {site, options, report} = run
  const onDisk =
    document.hugo && existsSync(join(site.folder, document.hugo.path))
      ? readText(site.folder, document.hugo.path)
      : undefined
  const file =
    document.hugo &&
    (run.files.get(document.hugo.path) ?? pageFileAt(document.hugo.path, document._type, document.hugo.language))
  const fresh = document.hugo === undefined
  const page =
    file && document.hugo
      ? readPage(file, onDisk ?? document.hugo.source)
      : newPage(document, site.config, options.dialect ?? siteDialect(run.documents))
  const written = await write(document, page, run)
  const move = fresh
    ? undefined
    : planMove(page, written.changed.includes('slug') ? document.slug?.current : undefined, site.config)
  const {text, changed, files, notices} = move ? await write(document, page, run, [move.alias]) : written
  report.notices.push(...notices)
  const path = move?.path ?? page.file.path
  const changedOnDisk = document.hugo !== undefined && onDisk !== undefined && onDisk !== document.hugo.source
  if (text === onDisk && !move && files.size === 0) {
    report.unchanged++
    return
  }
  if (changedOnDisk && options.prefer !== 'studio') {
    if (options.prefer === 'file') return
    report.steps.push({action: 'conflict', path, changed, before: onDisk, after: text})
    for (const field of changed)
      report.conflicts.push({path, field, file: '(the file changed on disk)', studio: Reflect.get(document, field)})
    return
  }
  const action = move ? 'move' : onDisk === undefined ? 'create' : 'update'
  report.steps.push({action, path, ...(move && {from: page.file.path}), changed, before: onDisk ?? '', after: text})
  if (options.dryRun === true) return
  if (move) moveFiles(page.file, move.path, site.folder)
  await save(join(site.folder, path), text)
  for (const [name, ref] of files) await saveAsset(run, ref, join(site.folder, dirname(path), name))
  await remember(document, text, path, run)
}

/** Writes with the assets that the page's bundle has on disk in their places. */
async function write(
  document: StoredDocument,
  page: Page,
  run: Run,
  aliases: readonly string[] = [],
): Promise<ReturnType<typeof fromDocument>> {
  const assets = await placedAssets(page, run)
  const sources = {
    nameOf: (id: string) => nameOf(id, run),
    fileName: (ref: string) => run.assets.get(ref)?.originalFilename ?? undefined,
    assetId: (path: string) => assets.get(`lectern-file:${path}`),
  }
  return fromDocument({
    document,
    draft: document._id.startsWith('drafts.'),
    page,
    site: run.view,
    sources,
    assets,
    aliases,
  })
}

async function placedAssets(page: Page, {site, view, options}: Run): Promise<Map<string, string>> {
  const {assets} = toDocument(page, view)
  if (assets.length === 0) return new Map()
  return (await createAssetUploader(options.client, site.folder, true).resolve(assets)).ids
}

function nameOf(id: string, {documents}: Run): string | undefined {
  const document = documents.find(({_id}) => plainId(_id) === id)
  if (!document) return undefined
  return document.hugo ? pageFileAt(document.hugo.path, document._type).name : document.slug?.current
}

function moveFiles(file: PageFile, path: string, folder: string): void {
  const from = file.bundle ?? file.path
  const to = file.bundle === undefined ? path : folderOf(path)
  mkdirSync(dirname(join(folder, to)), {recursive: true})
  if (existsSync(join(folder, from))) renameSync(join(folder, from), join(folder, to))
}

async function save(path: string, content: string | Buffer): Promise<void> {
  mkdirSync(dirname(path), {recursive: true})
  await writeFileAtomic(path, content)
}

async function saveAsset(run: Run, ref: string, path: string): Promise<void> {
  const asset = run.assets.get(ref)
  if (!asset) throw new Error(`The asset ${ref} is not in the lake`)
  const bytes = await downloadAsset(run.options.client, asset)
  if (!existsSync(path) || !readFileSync(path).equals(bytes)) await save(path, bytes)
}

/** Tells the lake what the file holds now, so that the next comparison starts from there. */
async function remember(document: StoredDocument, text: string, path: string, run: Run): Promise<void> {
  const language = document.hugo?.language
  const page = readPage({...(run.files.get(path) ?? pageFileAt(path, document._type, language))}, text)
  const converted = toDocument(page, run.view)
  const placed = placeAssets(converted.document, await placedAssets(page, run))
  const about = {converter: converterOf(run.site.config), source: hashText(text, 40), files: '', draft: converted.draft}
  const {hugo} = seal(placed, about)
  if (hugo)
    await run.options.client
      .patch(document._id)
      .set({hugo})
      .ifRevisionId(document._rev)
      .commit({visibility: 'async', returnDocuments: false})
}

/** Pages on disk that no document stands for. One that was never imported is listed, but never removed. */
async function listGone(run: Run): Promise<void> {
  const {site, documents, report, options} = run
  const paths = new Set(documents.flatMap(({hugo}) => (hugo ? [hugo.path] : [])))
  const moved = new Set(report.steps.flatMap(({from}) => (from === undefined ? [] : [from])))
  const synced = await readSyncedPaths(options.client)
  for (const file of site.pages) {
    if (paths.has(file.path) || moved.has(file.path) || documents.length === 0) continue
    const action = options.prune === true && synced.has(file.path) ? 'delete' : 'gone'
    report.steps.push({
      action,
      path: file.path,
      changed: [],
      before: readFileSync(join(site.folder, file.path), 'utf8'),
      after: '',
    })
    if (action === 'delete' && options.dryRun !== true)
      rmSync(join(site.folder, file.bundle ?? file.path), {recursive: true})
  }
}

async function recordWritten({report, options}: Run): Promise<void> {
  const written = report.steps.filter(({action}) => action === 'create' || action === 'move' || action === 'update')
  const removed = report.steps.flatMap(({action, path, from}) => (action === 'delete' ? [path] : (from ?? [])))
  if (written.length + removed.length > 0)
    await recordSyncedPaths(
      options.client,
      written.map(({path}) => path),
      removed,
    )
}
