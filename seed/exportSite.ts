import {readdirSync} from 'node:fs'
import {createAssetStore} from './assets/assetStore.ts'
import {AssetError, listAssets} from './assets/downloadAsset.ts'
import {isFolder} from './bundle/isFile.ts'
import {pageFileAt} from './bundle/pageFileAt.ts'
import {NoSiteError, type Site, readSite} from './bundle/readSite.ts'
import {readSiteConfig} from './bundle/siteConfig.ts'
import {UNWRITTEN, noteUnwritten, readUnwritten} from './bundle/unwrittenPages.ts'
import {fetchDocuments} from './client/fetchDocuments.ts'
import {recordSynced} from './client/recordSynced.ts'
import {readSyncRecord} from './client/syncRecord.ts'
import {type SiteView, createSiteView} from './documents/site.ts'
import {noticeNoConfiguration} from './export/exportNotices.ts'
import type {ExportOptions} from './export/exportOptions.ts'
import {exportPage} from './export/exportPage.ts'
import type {ExportReport, ExportRun} from './export/exportRun.ts'
import {listGone} from './export/listGone.ts'
import {moveSectionPages} from './export/moveSectionPages.ts'
import {siteDialect} from './export/newPage.ts'
import {planAddresses} from './export/planAddresses.ts'
import {type DocumentHead, readHeads} from './export/readHeads.ts'
import {refuseOtherSite} from './export/refuseOtherSite.ts'
import {describeWriteError} from './export/writeError.ts'
import {FrontMatterError} from './frontMatter/frontMatterError.ts'
import {plainId} from './ids/plainId.ts'
import type {Notice} from './notices.ts'
import {type StoredDocument, titleOf} from './plan/plan.ts'

/**
 * Writes the lake's documents back into a Hugo site. A document that nobody edited leaves its file as it is; a file
 * that changed on disk since the last import is a conflict, never overwritten without `prefer`; one that was deleted
 * there stays deleted.
 * @throws NoSiteError when the folder does not exist, or holds something else or another site; the client's own errors when the lake
 * cannot be reached.
 */
export async function exportSite(options: ExportOptions): Promise<ExportReport> {
  const run = await startRun(options)
  const begins = run.unwritten.size > 0 && options.dryRun !== true
  if (begins) noteUnwritten(options.folder, [...run.unwritten])
  for (const [address, paths] of await planAddresses(run)) run.addresses.set(address, paths)
  await exportDocuments(run)
  if (options.dialect) moveSectionPages(run, options.dialect)
  listGone(run)
  if (options.dryRun !== true) await recordWritten(run)
  if (begins) noteUnwritten(options.folder, stillUnwritten(run))
  return run.report
}

async function startRun(options: ExportOptions): Promise<ExportRun> {
  const {client, folder, dialect} = options
  const {site, notices} = openSite(options)
  // The record first: what is in it had its document before the documents were looked for.
  const synced = await readSyncRecord(client)
  refuseOtherSite(site, synced)
  const {heads, versions} = await readHeads(client)
  const {pages, media} = knownFiles(site, heads)
  const taken = new Map(heads.flatMap(({_id, hugo}) => (hugo ? [[hugo.path, plainId(_id)] as const] : [])))
  // Others refer to authors by the names that they show, too.
  const displayNames = new Map(
    heads.flatMap(({hugo, displayName}) => (hugo && displayName !== undefined ? [[hugo.path, displayName]] : [])),
  )
  const view = createSiteView([...pages.values()], site.config, {ids: taken, files: media, displayNames})
  const renamed = new Map<string, string>()
  const made = new Map<string, string>()
  const documents = new Map(heads.map((head) => [plainId(head._id), head]))
  return {
    options,
    site,
    view: withNewNames(view, [renamed, made], documents),
    media,
    documents,
    aliased: heads.filter(({aliases}) => aliases.length > 0),
    versions,
    dialect: dialect ?? siteDialect(heads),
    pages,
    moved: new Map(),
    addresses: new Map(),
    renamed,
    made,
    unwritten: site.pages.length === 0 ? new Set(taken.keys()) : readUnwritten(folder),
    synced,
    remembered: new Map(),
    notes: [],
    taken: new Map([...site.pages.map(({path}) => [path, ''] as const), ...taken]),
    assets: createAssetStore(folder, await listAssets(client)),
    report: {
      folder,
      documents: heads.length,
      unchanged: 0,
      steps: [],
      conflicts: [],
      notices,
      refusals: [...site.refusals],
    },
  }
}

/** The pages and media files that the site has, or had when its documents were imported. */
function knownFiles(site: Site, heads: readonly DocumentHead[]): Pick<ExportRun, 'pages' | 'media'> {
  const pages = new Map(site.pages.map((file) => [file.path, file]))
  const media = new Set(site.files)
  for (const {_type, hugo, language, assets} of heads) {
    if (hugo && !pages.has(hugo.path)) pages.set(hugo.path, pageFileAt(hugo.path, _type, language))
    for (const path of Object.keys(assets)) media.add(path)
  }
  return {pages, media}
}

/** The site, or the beginning of one: an empty folder, or one that has only a configuration. */
function openSite({folder, timeZone}: ExportOptions): {site: Site; notices: Notice[]} {
  try {
    return {site: readSite(folder, timeZone), notices: []}
  } catch (error) {
    if (!(error instanceof NoSiteError)) throw error
    const {configFiles, message} = error
    if (!isFolder(folder))
      throw new NoSiteError(`${message} Check its name; to begin a site there, make the folder first.`)
    if (configFiles.size === 0 && readdirSync(folder).some((name) => name !== UNWRITTEN))
      throw new NoSiteError(`${message} To begin a site there, give an empty folder.`)
    const {config} = readSiteConfig(configFiles, timeZone)
    const none = new Set<string>()
    const site = {folder, config, pages: [], files: none, templateNames: none, notices: [], refusals: []}
    return {site, notices: configFiles.size === 0 ? [noticeNoConfiguration()] : []}
  }
}

/** The site as its pages find each other once some have another name, or are new. */
function withNewNames(
  view: SiteView,
  names: ReadonlyArray<ReadonlyMap<string, string>>,
  documents: ExportRun['documents'],
): SiteView {
  return {
    ...view,
    find(type, name, language) {
      const isIt = ([id, own]: [string, string]) => own === name && documents.get(id)?._type === type
      for (const some of names) for (const entry of some) if (isIt(entry)) return entry[0]
      return view.find(type, name, language)
    },
  }
}

/** Some documents are in memory at a time. One that was deleted meanwhile has no page to be written. */
async function exportDocuments(run: ExportRun): Promise<void> {
  const ids = [...run.documents.values()].filter(({isStub}) => !isStub).map(({_id}) => _id)
  for await (const stored of fetchDocuments(run.options.client, ids)) {
    // What a copy says of a file is of the document that it was copied from.
    const {hugo: _, ...document} = stored
    const isCopy = run.documents.get(plainId(stored._id))?.isCopy === true
    await exportDocument(isCopy ? document : stored, run)
  }
}

async function exportDocument(document: StoredDocument, run: ExportRun): Promise<void> {
  try {
    await exportPage(document, run)
  } catch (error) {
    const path = document.hugo?.path ?? nameOf(document)
    if (error instanceof FrontMatterError) run.report.refusals.push({path, line: error.line, message: error.message})
    else {
      const message = error instanceof AssetError ? error.message : describeWriteError(error)
      if (message === undefined) throw error
      run.report.refusals.push({path, message})
    }
  }
}

/** What to call a document that has no file yet. */
function nameOf(document: StoredDocument): string {
  const title = titleOf(document)
  return title === '' ? document._id : `"${title}" (${document._id})`
}

/** Pages that were refused: the next export is to write them. */
function stillUnwritten({unwritten, report}: ExportRun): string[] {
  return [...new Set(report.refusals.map(({path}) => path))].filter((path) => unwritten.has(path))
}

async function recordWritten({report, options, synced, remembered, notes}: ExportRun): Promise<void> {
  const left = report.steps.flatMap(({action, path, from}) => (action === 'delete' ? [path] : (from ?? [])))
  const removed = left.filter((path) => !remembered.has(path))
  await recordSynced(options.client, synced, {added: remembered, removed, notes})
}
