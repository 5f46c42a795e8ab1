import {readdirSync, statSync} from 'node:fs'
import {join} from 'node:path'
import type {PageFile} from './bundle/findPages.ts'
import {placeAssets} from './documents/assets.ts'
import {readPage} from './documents/page.ts'
import {toDocument} from './documents/toDocument.ts'
import {type ExportRun, plainId} from './exportRun.ts'
import {converterOf, seal} from './fingerprint.ts'
import type {StoredDocument} from './plan.ts'
import {hashFiles, hashSource} from './sealPage.ts'

interface WrittenFile {
  document: StoredDocument
  text: string
  file: PageFile
  /** The file holds changes that were never imported. */
  changedOnDisk: boolean
  run: ExportRun
}

/**
 * Tells the lake what the file holds now, so that the next comparison starts from there; an open draft is told too.
 * Of a file with changes that were never imported only the place is told: they are still to be merged.
 */
export async function rememberPage({document, text, file, changedOnDisk, run}: WrittenFile): Promise<void> {
  const {client} = run.options
  const id = plainId(document._id)
  const ids = [id, `drafts.${id}`].filter((version) => run.versions.has(version))
  const set = changedOnDisk ? {'hugo.path': file.path} : {hugo: hugoOf(document, text, file, run)}
  const transaction = ids.reduce((all, version) => all.patch(version, {set}), client.transaction())
  await transaction.commit({visibility: 'async', returnDocuments: false})
}

function hugoOf({_id}: StoredDocument, text: string, file: PageFile, {site, view, assets}: ExportRun): unknown {
  const placed = {...file, resources: resourcesOnDisk(site.folder, file)}
  const page = readPage(placed, text)
  const converted = toDocument(page, {...view, idOf: () => plainId(_id)})
  const ids = assets.place(converted.assets, {})
  return seal(placeAssets(converted.document, ids), {
    converter: converterOf(site.config),
    source: hashSource(text),
    files: hashFiles(placed, site),
    draft: converted.draft,
    assets: Object.fromEntries(
      converted.assets.flatMap(({_ref, path}) => (ids.has(_ref) ? [[path, ids.get(_ref) ?? '']] : [])),
    ),
  }).hugo
}

/** The bundle's files as the export left them: what the next import will find. */
function resourcesOnDisk(folder: string, {bundle, resources}: PageFile): string[] {
  if (bundle === undefined) return resources
  const names = readdirSync(join(folder, bundle), {recursive: true, encoding: 'utf8'})
  return names
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => isResource(name) && statSync(join(folder, bundle, name)).isFile())
    .sort()
}

function isResource(name: string): boolean {
  return !/\.(md|markdown|mdown)$/i.test(name) && !/(^|\/)(\.[^/]*|[^/]*~|#[^/]*#)$/.test(name)
}
