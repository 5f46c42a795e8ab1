import {existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, rmdirSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {createAssetStore} from './assetStore.ts'
import {NoSiteError, type Site, readSite} from './bundle/readSite.ts'
import {readSiteConfig} from './bundle/siteConfig.ts'
import {dialects} from './documents/dialects.ts'
import {createSiteView} from './documents/site.ts'
import {AssetError, listAssets} from './downloadAsset.ts'
import type {ExportOptions} from './exportOptions.ts'
import {exportPage} from './exportPage.ts'
import {pageFileAt, siteDialect} from './exportPlan.ts'
import {type ExportReport, type ExportRun, plainId} from './exportRun.ts'
import {readFingerprint} from './fingerprint.ts'
import {FrontMatterError} from './frontMatter/frontMatterError.ts'
import type {Dialect} from './markdown/types.ts'
import type {StoredDocument} from './plan.ts'
import {isStub} from './stubDocument.ts'
import {readSyncedPaths, recordSyncedPaths} from './syncRecord.ts'

const TYPES = ['author', 'slideDeck', 'project', 'talk']

/**
 * Writes the lake's documents back into a Hugo site. A document that nobody edited leaves its file as it is; a file
 * that changed on disk since the last import is a conflict, never overwritten without `prefer`.
 */
export async function exportSite(options: ExportOptions): Promise<ExportReport> {
  const run = await startRun(options)
  for (const document of run.documents.values()) await exportDocument(document, run)
  if (options.dialect) moveSectionPages(run, options.dialect)
  await listGone(run)
  if (options.dryRun !== true) await recordWritten(run)
  return run.report
}

async function startRun(options: ExportOptions): Promise<ExportRun> {
  const {client, folder, dialect} = options
  const site = openSite(options)
  const query = '*[_type in $types && !(_id in path("versions.**"))]'
  const all = await client.fetch<StoredDocument[]>(query, {types: TYPES}, {perspective: 'raw'})
  const documents = currentVersions(all)
  const pages = new Map(site.pages.map((file) => [file.path, file]))
  const media = new Set(site.files)
  for (const {_type, hugo} of documents) {
    if (!hugo) continue
    if (!pages.has(hugo.path)) pages.set(hugo.path, pageFileAt(hugo.path, _type, hugo.language))
    for (const path of Object.keys(readFingerprint(hugo.fingerprint).assets)) media.add(path)
  }
  const taken = new Map(documents.flatMap(({_id, hugo}) => (hugo ? [[hugo.path, plainId(_id)] as const] : [])))
  return {
    options,
    site,
    view: createSiteView([...pages.values()], site.config, {ids: taken, files: media}),
    media,
    documents: new Map(documents.map((document) => [plainId(document._id), document])),
    versions: new Set(all.map(({_id}) => _id)),
    dialect: dialect ?? siteDialect(documents),
    pages,
    taken: new Map([...site.pages.map(({path}) => [path, ''] as const), ...taken]),
    assets: createAssetStore(folder, await listAssets(client)),
    report: {folder, documents: documents.length, unchanged: 0, steps: [], conflicts: [], notices: [], refusals: []},
  }
}

function openSite({folder, timeZone}: ExportOptions): Site {
  try {
    return readSite(folder, timeZone)
  } catch (error) {
    if (!(error instanceof NoSiteError)) throw error
    const {config} = readSiteConfig(error.configFiles, timeZone)
    return {folder, config, pages: [], files: new Set(), notices: [], refusals: []}
  }
}

/** Of each document the published version, else its draft: what the site should show. */
function currentVersions(all: readonly StoredDocument[]): StoredDocument[] {
  const versions = new Map<string, StoredDocument>()
  for (const document of all) {
    const id = plainId(document._id)
    if (document._id === id || !versions.has(id)) versions.set(id, document)
  }
  return [...versions.values()].sort((a, b) => (a._id < b._id ? -1 : 1))
}

async function exportDocument(document: StoredDocument, run: ExportRun): Promise<void> {
  if (isStub(document)) return
  try {
    await exportPage(document, run)
  } catch (error) {
    const path = document.hugo?.path ?? document._id
    if (error instanceof FrontMatterError) run.report.refusals.push({path, line: error.line, message: error.message})
    else if (error instanceof AssetError) run.report.refusals.push({path, message: error.message})
    else throw error
  }
}

/** The pages of sections go where the section's pages went. */
function moveSectionPages({site, options, report}: ExportRun, dialect: Dialect): void {
  const targets = {talk: dialects[dialect].talks, project: dialects[dialect].projects}
  const moves = new Set<string>()
  for (const {type, section, path} of site.pages) {
    if ((type !== 'talk' && type !== 'project') || section === targets[type]) continue
    const from = `${path.slice(0, path.indexOf(`/${section}/`))}/${section}`
    for (const name of listNames(join(site.folder, from)).filter((file) => /^_index(\.[a-z-]+)?\.md$/i.test(file)))
      moves.add(`${from}/${name}\n${from.slice(0, -section.length)}${targets[type]}/${name}`)
  }
  for (const [from = '', path = ''] of [...moves].map((move) => move.split('\n'))) {
    if (existsSync(join(site.folder, path))) continue
    const text = readFileSync(join(site.folder, from), 'utf8')
    report.steps.push({action: 'move', path, from, changed: [], files: [], before: text, after: text})
    if (options.dryRun === true) continue
    mkdirSync(dirname(join(site.folder, path)), {recursive: true})
    renameSync(join(site.folder, from), join(site.folder, path))
    if (listNames(dirname(join(site.folder, from))).length === 0) rmdirSync(dirname(join(site.folder, from)))
  }
}

function listNames(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : []
}

/** Pages on disk that no document stands for. One that was never imported is listed, but never removed. */
async function listGone({site, documents, report, options, taken}: ExportRun): Promise<void> {
  const moved = new Set(report.steps.flatMap(({from}) => (from === undefined ? [] : [from])))
  const synced = await readSyncedPaths(options.client)
  for (const file of site.pages) {
    if ((taken.get(file.path) ?? '') !== '' || moved.has(file.path) || documents.size === 0) continue
    const action = options.prune === true && synced.has(file.path) ? 'delete' : 'gone'
    const before = readFileSync(join(site.folder, file.path), 'utf8')
    report.steps.push({action, path: file.path, changed: [], files: [], before, after: ''})
    if (action === 'delete' && options.dryRun !== true)
      rmSync(join(site.folder, file.bundle ?? file.path), {recursive: true})
  }
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
