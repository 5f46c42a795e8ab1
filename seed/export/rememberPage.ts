import {readdirSync, statSync} from 'node:fs'
import {join, sep} from 'node:path'
import type {PatchOperations} from '@sanity/client'
import {type PageFile, isResource} from '../bundle/findPages.ts'
import {hashSource} from '../bundle/hashPage.ts'
import {isOvertaken} from '../client/commit.ts'
import {noteSynced} from '../client/noteSynced.ts'
import {sendPatiently} from '../client/sendPatiently.ts'
import {sealPage} from '../conversion/sealPage.ts'
import {converterOf, fieldOf} from '../documents/fingerprint.ts'
import {linksAreNamed} from '../documents/linksAreNamed.ts'
import {readPage} from '../documents/page.ts'
import {toDocument} from '../documents/toDocument.ts'
import type {AnyDocument} from '../documents/types.ts'
import {plainId} from '../ids/plainId.ts'
import type {StoredDocument} from '../plan/plan.ts'
import {hashContent} from '../values/hashContent.ts'
import type {ExportRun} from './exportRun.ts'

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

/** A version of a document as far as it matters here. */
type Version = Pick<StoredDocument, '_id'> & Partial<StoredDocument>

/** How often an editor may be faster. */
const TRIES = 8

/**
 * Tells the lake what the file holds now, so that the next comparison starts from there; an open draft is told too. What an
 * editor published, edited or deleted meanwhile stays so. Of a file with changes that were never imported only the place is
 * told: they are still to be merged.
 */
export async function rememberPage(written: WrittenFile): Promise<void> {
  const {document, text, file, changedOnDisk, run} = written
  const now = changedOnDisk ? undefined : readWritten(written)
  const given = now && linksAreNamed(document, now) ? [...written.given, 'links'] : written.given
  const names = [plainId(document._id), `drafts.${plainId(document._id)}`]
  const known = names.filter((_id) => run.versions.has(_id)).map((_id): Version => ({_id}))
  for (let tries = 1; ; tries++) {
    // What is told of the file alone is nothing that an editor edits.
    const versions = tries === 1 && given.length === 0 ? known : await readVersions(names, run)
    try {
      await tell(versions, now, {...written, given})
      break
    } catch (error) {
      if (!isOvertaken(error) || tries === TRIES) throw error
    }
  }
  run.remembered.set(file.path, now && hashSource(text))
}

async function readVersions(names: readonly string[], {options}: ExportRun): Promise<Version[]> {
  const versions = await options.client.getDocuments<StoredDocument>([...names])
  return versions.flatMap((version) => version ?? [])
}

async function tell(
  versions: readonly Version[],
  now: AnyDocument | undefined,
  {document, text, file, given, run}: WrittenFile,
): Promise<void> {
  if (versions.length === 0) return
  const transaction = run.options.client.transaction()
  // Of a path that the record has, the text can wait: a page that is not in it would come back after it was deleted.
  const note = run.synced.texts.has(file.path)
    ? undefined
    : noteSynced([[file.path, now && hashSource(text)]], run.synced)
  if (note) {
    transaction.createOrReplace(note)
    run.notes.push(note._id)
  }
  for (const version of versions) {
    const {_id, _rev} = version
    const set = now ? {hugo: now.hugo} : {'hugo.path': file.path}
    transaction.patch(_id, {...(_rev !== undefined && {ifRevisionID: _rev}), set})
    if (now) for (const field of given) transaction.patch(_id, give(field, now, version, document))
  }
  await sendPatiently(() => transaction.commit({visibility: 'async', returnDocuments: false}))
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
  const {site, view, assets, options} = run
  const placed = {...file, resources: resourcesOnDisk(site.folder, file)}
  const converted = toDocument(readPage(placed, text), {...view, idOf: () => plainId(_id)})
  const ids = assets.place(converted.assets, {})
  const draft = _id.startsWith('drafts.')
  return sealPage({file: placed, text}, {...converted, draft}, ids, {
    site,
    options,
    converter: converterOf(site.config),
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
