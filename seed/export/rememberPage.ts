import {readdirSync, statSync} from 'node:fs'
import {join, sep} from 'node:path'
import type {PatchOperations} from '@sanity/client'
import type {PageFile} from '../bundle/findPages.ts'
import {hashFiles, hashSource} from '../bundle/hashPage.ts'
import {sendPatiently} from '../client/sendPatiently.ts'
import {dropUnplaced} from '../conversion/sealPage.ts'
import {placeAssets} from '../documents/assets.ts'
import {converterOf, fieldOf, seal} from '../documents/fingerprint.ts'
import {readPage} from '../documents/page.ts'
import {toDocument} from '../documents/toDocument.ts'
import type {AnyDocument} from '../documents/types.ts'
import {hashContent} from '../ids.ts'
import type {StoredDocument} from '../plan/plan.ts'
import {type ExportRun, plainId} from './exportRun.ts'

interface WrittenFile {
  document: StoredDocument
  text: string
  file: PageFile
  /** The file holds changes that were never imported. */
  changedOnDisk: boolean
  /** Fields to which the export itself gave another value: the aliases of a page that moved, what another generation says. */
  given: readonly string[]
  run: ExportRun
}

/**
 * Tells the lake what the file holds now, so that the next comparison starts from there; an open draft is told too.
 * Of a file with changes that were never imported only the place is told: they are still to be merged.
 */
export async function rememberPage(written: WrittenFile): Promise<void> {
  const {document, file, changedOnDisk, given, run} = written
  const {client} = run.options
  const id = plainId(document._id)
  const draft = `drafts.${id}`
  const transaction = client.transaction()
  const now = changedOnDisk ? undefined : readWritten(written)
  for (const version of [id, draft].filter((name) => run.versions.has(name))) {
    if (!now) {
      transaction.patch(version, {set: {'hugo.path': file.path}})
      continue
    }
    const own = version === document._id || given.length === 0 ? document : await client.getDocument(version)
    transaction.patch(version, {set: {hugo: now.hugo}})
    for (const field of given) transaction.patch(version, give(field, now, own, document))
  }
  await sendPatiently(() => transaction.commit({visibility: 'async', returnDocuments: false}))
  run.remembered.set(file.path, now && hashSource(written.text))
}

/** The field as the file has it now; of a version in which it was edited since, only the addresses are told. */
function give(field: string, now: AnyDocument, own: object | undefined, written: AnyDocument): PatchOperations {
  const value = fieldOf(now, field)
  if (hashContent(fieldOf(own, field)) === hashContent(fieldOf(written, field)))
    return value === undefined ? {unset: [field]} : {set: {[field]: value}}
  const aliases = 'pageSettings' in now ? now.pageSettings?.aliases : undefined
  if (field !== 'pageSettings' || aliases === undefined) return {set: {}}
  return {setIfMissing: {pageSettings: {_type: 'pageSettings'}}, set: {'pageSettings.aliases': aliases}}
}

/** What the next import would read. */
function readWritten({document: {_id}, text, file, run}: WrittenFile): AnyDocument {
  const {site, view, assets} = run
  const placed = {...file, resources: resourcesOnDisk(site.folder, file)}
  const page = readPage(placed, text)
  const converted = toDocument(page, {...view, idOf: () => plainId(_id)})
  const ids = assets.place(converted.assets, {})
  return seal(dropUnplaced(placeAssets(converted.document, ids)), {
    converter: converterOf(site.config),
    source: hashSource(text),
    files: hashFiles(placed, site),
    draft: _id.startsWith('drafts.'),
    assets: Object.fromEntries(
      converted.assets.flatMap(({_ref, path}) => (ids.has(_ref) ? [[path, ids.get(_ref) ?? '']] : [])),
    ),
  })
}

/** The bundle's files as the export left them: what the next import will find. */
function resourcesOnDisk(folder: string, {bundle, resources}: PageFile): string[] {
  if (bundle === undefined) return resources
  const names = readdirSync(join(folder, bundle), {recursive: true, encoding: 'utf8'})
  return names
    .map((name) => name.replaceAll(sep, '/'))
    .filter((name) => isResource(name) && statSync(join(folder, bundle, name)).isFile())
    .sort()
}

function isResource(name: string): boolean {
  return !/\.(md|markdown|mdown)$/.test(name) && !/(^|\/)(\.[^/]*|[^/]*~|#[^/]*#)$/.test(name)
}
