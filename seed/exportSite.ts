import {existsSync, readdirSync, rmSync, statSync} from 'node:fs'
import {join} from 'node:path'
import {createAssetStore} from './assetStore.ts'
import {type PageFile, folderOf} from './bundle/findPages.ts'
import {NoSiteError, type Site, readSite} from './bundle/readSite.ts'
import {readDecoded} from './bundle/readText.ts'
import {readSiteConfig} from './bundle/siteConfig.ts'
import {readPage} from './documents/page.ts'
import {type SiteView, createSiteView} from './documents/site.ts'
import {AssetError, listAssets} from './downloadAsset.ts'
import type {ExportOptions} from './exportOptions.ts'
import {noticeNoConfiguration} from './exportNotices.ts'
import {exportPage} from './exportPage.ts'
import {isShared, pageFileAt, siteDialect} from './exportPlan.ts'
import {type ExportReport, type ExportRun, plainId} from './exportRun.ts'
import {fieldOf, readFingerprint} from './fingerprint.ts'
import {FrontMatterError} from './frontMatter/frontMatterError.ts'
import {fillBlocks} from './markdown/fillBlocks.ts'
import {moveSectionPages} from './moveSectionPages.ts'
import type {Notice} from './notices.ts'
import type {StoredDocument} from './plan.ts'
import {isStub} from './stubDocument.ts'
import {readSyncedPaths, recordSyncedPaths} from './syncRecord.ts'
import {describeWriteError} from './writeError.ts'

const TYPES: readonly string[] = ['author', 'slideDeck', 'project', 'talk']

/**
 * Writes the lake's documents back into a Hugo site. A document that nobody edited leaves its file as it is; a file
 * that changed on disk since the last import is a conflict, never overwritten without `prefer`.
 * @throws NoSiteError when the folder does not exist, or holds something else; the client's own errors when the lake
 * cannot be reached.
 */
export async function exportSite(options: ExportOptions): Promise<ExportReport> {
  const run = await startRun(options)
  for (const document of run.documents.values()) await exportDocument(document, run)
  if (options.dialect) await moveSectionPages(run, options.dialect)
  await listGone(run)
  if (options.dryRun !== true) await recordWritten(run)
  return run.report
}

async function startRun(options: ExportOptions): Promise<ExportRun> {
  const {client, folder, dialect} = options
  const {site, notices} = openSite(options)
  const query = '*[_type in $types && !(_id in path("versions.**"))]'
  const all = await client.fetch<StoredDocument[]>(query, {types: TYPES}, {perspective: 'raw'})
  const stored = currentVersions(all)
  const ownDialect = dialect ?? siteDialect(stored)
  const documents = stored.map((document) => fillBlocks(document, document.hugo?.dialect ?? ownDialect))
  const pages = new Map(site.pages.map((file) => [file.path, file]))
  const media = new Set(site.files)
  for (const {_type, hugo} of documents) {
    if (!hugo) continue
    if (!pages.has(hugo.path)) pages.set(hugo.path, pageFileAt(hugo.path, _type, hugo.language))
    for (const path of Object.keys(readFingerprint(hugo.fingerprint).assets)) media.add(path)
  }
  const taken = new Map(documents.flatMap(({_id, hugo}) => (hugo ? [[hugo.path, plainId(_id)] as const] : [])))
  const view = createSiteView([...pages.values()], site.config, {
    ids: taken,
    files: media,
    displayNames: displayNames(documents),
  })
  const renamed = new Map<string, string>()
  const byId = new Map(documents.map((document) => [plainId(document._id), document]))
  return {
    options,
    site,
    view: withNewNames(view, renamed, byId),
    media,
    documents: byId,
    versions: new Set(all.map(({_id}) => _id)),
    dialect: ownDialect,
    pages,
    moved: new Map(),
    renamed,
    taken: new Map([...site.pages.map(({path}) => [path, ''] as const), ...taken]),
    assets: createAssetStore(folder, await listAssets(client)),
    report: {
      folder,
      documents: documents.length,
      unchanged: 0,
      steps: [],
      conflicts: [],
      notices,
      refusals: [...site.refusals],
    },
  }
}

/** Names that authors' pages show, as the import read them: others refer to them by these too. */
function displayNames(documents: readonly StoredDocument[]): Map<string, string> {
  return new Map(
    documents.flatMap(({_type, hugo}) => {
      if (_type !== 'author' || !hugo) return []
      const title = readPage(pageFileAt(hugo.path, 'author'), hugo.source).values.get('title')
      return typeof title === 'string' ? [[hugo.path, title] as const] : []
    }),
  )
}

/** The site, or the beginning of one: an empty folder, or one that has only a configuration. */
function openSite({folder, timeZone}: ExportOptions): {site: Site; notices: Notice[]} {
  try {
    return {site: readSite(folder, timeZone), notices: []}
  } catch (error) {
    if (!(error instanceof NoSiteError)) throw error
    const {configFiles, message} = error
    if (!statSync(folder, {throwIfNoEntry: false})?.isDirectory())
      throw new NoSiteError(`${message} Check its name; to begin a site there, make the folder first.`)
    if (configFiles.size === 0 && readdirSync(folder).length > 0)
      throw new NoSiteError(`${message} To begin a site there, give an empty folder.`)
    const {config} = readSiteConfig(configFiles, timeZone)
    const site = {folder, config, pages: [], files: new Set<string>(), notices: [], refusals: []}
    return {site, notices: configFiles.size === 0 ? [noticeNoConfiguration()] : []}
  }
}

/** The site as its pages find each other once some have another name. */
function withNewNames(
  view: SiteView,
  renamed: ReadonlyMap<string, string>,
  documents: ReadonlyMap<string, StoredDocument>,
): SiteView {
  return {
    ...view,
    find(type, name, language) {
      for (const [id, own] of renamed) if (own === name && documents.get(id)?._type === type) return id
      return view.find(type, name, language)
    },
  }
}

/**
 * Of each document the published version, else its draft: what the site should show. Talks are last, since they are
 * written with the names of the pages that they refer to.
 */
function currentVersions(all: readonly StoredDocument[]): StoredDocument[] {
  const versions = new Map<string, StoredDocument>()
  for (const document of all) {
    const id = plainId(document._id)
    if (document._id === id || !versions.has(id)) versions.set(id, document)
  }
  const order = ({_type}: StoredDocument) => TYPES.indexOf(_type)
  return [...versions.values()].sort((a, b) => order(a) - order(b) || (a._id < b._id ? -1 : 1))
}

async function exportDocument(document: StoredDocument, run: ExportRun): Promise<void> {
  if (isStub(document)) return
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
  const title = fieldOf(document, 'title') ?? fieldOf(document, 'name')
  return typeof title === 'string' ? `"${title}" (${document._id})` : document._id
}

/** Pages on disk that no document stands for. One that was never imported is listed, but never removed. */
async function listGone({site, documents, report, options, taken}: ExportRun): Promise<void> {
  const moved = new Set(report.steps.flatMap(({from}) => (from === undefined ? [] : [from])))
  const synced = await readSyncedPaths(options.client)
  for (const file of site.pages) {
    if ((taken.get(file.path) ?? '') !== '' || moved.has(file.path) || documents.size === 0) continue
    if (!existsSync(join(site.folder, file.path))) continue
    const action = !synced.has(file.path) ? 'foreign' : options.prune === true ? 'delete' : 'gone'
    const before = readOrRefuse(file, site, report)
    if (before === undefined) continue
    report.steps.push({action, path: file.path, changed: [], files: [], before, after: ''})
    if (action === 'delete' && options.dryRun !== true) removePage(file, site)
  }
}

function readOrRefuse({path}: PageFile, {folder}: Site, report: ExportReport): string | undefined {
  try {
    return readDecoded(folder, path)
  } catch (error) {
    if (!(error instanceof FrontMatterError)) throw error
    report.refusals.push({path, line: error.line, message: error.message})
    return undefined
  }
}

/** A bundle goes with its files, unless it holds a translation too, or another page that Hugo passes over. */
function removePage(file: PageFile, {folder, pages, notices}: Site): void {
  const others = pages.filter(({path}) => path !== file.path && existsSync(join(folder, path)))
  const hidden = notices.some(({kind, path}) => kind === 'skippedFile' && isIndexOf(path, file.bundle))
  const alone = hidden || isShared(file, others)
  rmSync(join(folder, alone ? file.path : (file.bundle ?? file.path)), {recursive: true})
}

function isIndexOf(path: string, bundle: string | undefined): boolean {
  return folderOf(path) === bundle && path.startsWith('index.', bundle.length + 1)
}

async function recordWritten({report, options, taken}: ExportRun): Promise<void> {
  const written = report.steps.filter(
    ({action, path}) => (action === 'create' || action === 'move' || action === 'update') && taken.has(path),
  )
  const removed = report.steps.flatMap(({action, path, from}) => (action === 'delete' ? [path] : (from ?? [])))
  if (written.length + removed.length > 0)
    await recordSyncedPaths(
      options.client,
      written.map(({path}) => path),
      removed,
    )
}
