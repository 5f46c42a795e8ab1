import {AssetError} from '../assets/downloadAsset.ts'
import type {PageFile} from '../bundle/findPages.ts'
import {isHidden} from '../bundle/refusal.ts'
import {placeAssets} from '../documents/assets.ts'
import {fieldOf} from '../documents/fingerprint.ts'
import type {WriteInput} from '../documents/fromDocument.ts'
import {movedAliases} from '../documents/movedAliases.ts'
import {type Page, readPage} from '../documents/page.ts'
import {rewriteDialect} from '../documents/rewriteDialect.ts'
import {toDocument} from '../documents/toDocument.ts'
import {FrontMatterError} from '../frontMatter/frontMatterError.ts'
import {plainId} from '../ids/plainId.ts'
import {fillBlocks} from '../markdown/fillBlocks.ts'
import type {Dialect} from '../markdown/types.ts'
import type {StoredDocument} from '../plan/plan.ts'
import {hashContent} from '../values/hashContent.ts'
import {asBundle} from './asBundle.ts'
import {checkFree} from './checkFree.ts'
import {editPage, importedAssets, writePage} from './editPage.ts'
import {
  noticeApart,
  noticeDeletedFile,
  noticeKeptSlug,
  noticeSharedFile,
  noticeTakenAlias,
  noticeUnknownAddress,
} from './exportNotices.ts'
import type {ExportRun, ExportStep} from './exportRun.ts'
import {isAsImported} from './isAsImported.ts'
import {copiedFiles} from './newPage.ts'
import {movedPath, placeNow, planFiles} from './pageFiles.ts'
import {refuseLinks} from './refuseLinks.ts'
import {type PlannedPage, readIfThere, savePage} from './savePage.ts'
import {WriteError} from './writeError.ts'

/** Fields that say the same in other words in another generation of the theme. */
const DIALECT_FIELDS = ['publishDate', 'links', 'profiles', 'body', 'pageSettings']

/**
 * Writes one document into its page.
 * @throws FrontMatterError, AssetError, WriteError when it cannot be written; nothing of the page is touched then.
 */
export async function exportPage(stored: StoredDocument, run: ExportRun): Promise<void> {
  const {site, options, report} = run
  const {hugo} = stored
  const place = hugo && placeNow(hugo.path, run.moved)
  const onDisk = place === undefined ? undefined : readIfThere(site.folder, place)
  if (isAsImported(stored, onDisk, run)) {
    report.unchanged++
    return
  }
  if (hugo && onDisk === undefined && wasDeleted(hugo.path, run)) {
    report.notices.push(noticeDeletedFile(hugo.path))
    return
  }
  const document = fillBlocks(stored, hugo?.dialect ?? run.dialect)
  const planned = await planOrRefuse(document, onDisk, run)
  const {from, to, text, changed, files} = planned
  const moves = hugo !== undefined && onDisk !== undefined && from.path !== to.path
  if (hugo && text === onDisk && !moves && files.writes.size + files.removes.length + files.conflicts.length === 0) {
    report.unchanged++
    return
  }
  // A new page may have been written already.
  const there = hugo ? onDisk : readIfThere(site.folder, to.path)
  const isChanged = hugo !== undefined && onDisk !== undefined && onDisk !== hugo.source
  const names = [...files.writes.keys()]
  const inConflict = isChanged || files.conflicts.length > 0
  if (inConflict && options.prefer !== 'studio') {
    if (options.prefer === 'file') return
    reportConflict(document, planned, onDisk ?? '', run)
    return
  }
  const step: ExportStep = {
    action: moves ? 'move' : onDisk === undefined ? 'create' : 'update',
    path: to.path,
    ...(moves && {from: from.path}),
    changed,
    files: names,
    before: there ?? '',
    after: text,
  }
  for (const path of [place ?? to.path, to.path, ...names]) refuseLinks(site, path)
  if (options.dryRun !== true)
    await savePage(document, planned, {place: place ?? to.path, text: there, moves, isChanged}, run)
  run.taken.set(to.path, plainId(document._id))
  if (!hugo) run.made.set(plainId(document._id), to.name)
  if (moves && from.name !== to.name) run.renamed.set(plainId(document._id), to.name)
  report.steps.push(step)
}

function reportConflict(document: StoredDocument, planned: PlannedPage, onDisk: string, {report}: ExportRun): void {
  const {to, changed, files, text} = planned
  const {path} = to
  report.steps.push({action: 'conflict', path, changed, files: [...files.writes.keys()], before: onDisk, after: text})
  for (const field of changed)
    report.conflicts.push({path, field, file: '(the file changed on disk)', studio: fieldOf(document, field)})
  for (const file of files.conflicts)
    report.conflicts.push({path: file, field: 'file', file: '(changed on disk)', studio: '(another file)'})
}

/** A page that was in this folder, and not one that a site which begins there still lacks. */
function wasDeleted(path: string, {options, site, synced, unwritten}: ExportRun): boolean {
  if (options.prefer === 'studio' || isHidden(path, site.refusals)) return false
  return synced.texts.has(path) && !unwritten.has(path)
}

/** A document of the lake may be anything: what a script or a plug-in wrote stops its own page and no other. */
async function planOrRefuse(
  document: StoredDocument,
  onDisk: string | undefined,
  run: ExportRun,
): Promise<PlannedPage> {
  try {
    return await planPage(document, onDisk, run)
  } catch (error) {
    const known = [FrontMatterError, AssetError, WriteError].some((kind) => error instanceof kind)
    if (known || !(error instanceof Error) || 'code' in error) throw error
    throw new WriteError(
      `The document holds something that cannot be written (${error.message}): its page was left as it is. Repair or remove what a script or a plug-in put there`,
      {cause: error},
    )
  }
}

async function planPage(document: StoredDocument, onDisk: string | undefined, run: ExportRun): Promise<PlannedPage> {
  const {options, report} = run
  const {hugo} = document
  const imported = importedAssets(document)
  const {page, file, slug, writesSlug, written} = editPage(document, onDisk, run)
  const aliases = hugo && aliasesAt(file, page, written.text, run)
  const {text, changed, files, dropped, notices} = aliases
    ? writePage(document, page, imported, run, {writesSlug, aliases})
    : written
  report.notices.push(...notices, ...noticeKeptSlug(page.file, slug))
  if (hugo) report.notices.push(...noticeUnknownAddress(page, changed, run.site.config))
  const bundled = files.size > 0 ? asBundle(file) : file
  const rewritten =
    options.dialect && hugo && rewrite(document, readPage(bundled, text), options.dialect, imported, run)
  const to = rewritten?.file ?? bundled
  const whole = rewritten?.text ?? text
  checkFree(document, to, page.file, whole, run)
  if (run.aliased.length > 0)
    report.notices.push(...noticeTakenAlias(hugo && page, readPage(to, whole), run, plainId(document._id)))
  const copied = hugo ? [] : copiedFiles(run.documents.get(plainId(document._id)) ?? {}, run.view)
  const fresh = new Map([...copied, ...files, ...(rewritten?.files ?? [])])
  const planFilesNow = () => planFiles({document, from: page.file, to, fresh, dropped, imported, run})
  const planned = await planFilesNow()
  report.notices.push(...planned.shared.map((shared) => noticeSharedFile(to.path, shared)))
  report.notices.push(...planned.apart.map((apart) => noticeApart(to.path, apart)))
  const given = [
    ...(aliases ? ['pageSettings'] : []),
    ...(rewritten ? DIALECT_FIELDS : []),
    ...(hugo ? [] : ['slug']),
    ...(planned.apart.length > 0 ? ['avatar'] : []),
  ]
  return {
    from: page.file,
    to,
    text: whole,
    changed,
    given,
    files: planned,
    planFilesAgain: planFilesNow,
  }
}

/** The aliases of an edited page, when it is published elsewhere then. */
function aliasesAt(to: PageFile, page: Page, text: string, {site, addresses}: ExportRun): WriteInput['aliases'] {
  const {path} = page.file
  if (to.path === path && text === page.text) return undefined
  const isTaken = (address: string) => [...(addresses.get(address) ?? [])].some((other) => other !== path)
  return movedAliases(page, readPage(to, text), site.config, isTaken)
}

/** Another generation's page; what the old keys said and the new ones cannot is written by its codecs. */
function rewrite(
  document: StoredDocument,
  page: Page,
  dialect: Dialect,
  imported: Readonly<Record<string, string>>,
  run: ExportRun,
): {file: PageFile; text: string; files: ReadonlyMap<string, string>} {
  const {file, text, notices} = rewriteDialect({page, dialect, site: run.view})
  const media = Object.fromEntries(
    Object.entries(imported).map(([path, id]) => [movedPath(path, page.file, file), id] as const),
  )
  const said = page.dialect === 'academic2' && page.values.has('header') ? withoutImported(document, 'image') : document
  const settled = settledFields(document, page, imported, run)
  const again = writePage(said, readPage(file, text), {...imported, ...media}, run, {settled})
  run.report.notices.push(...notices, ...again.notices)
  return {file: again.files.size > 0 ? asBundle(file) : file, text: again.text, files: again.files}
}

/** Fields that the page says as an editor wants them; the other generation has other words for the same. */
function settledFields(
  document: StoredDocument,
  page: Page,
  imported: Readonly<Record<string, string>>,
  run: ExportRun,
): string[] {
  const converted = toDocument(page, run.view)
  const read = placeAssets(converted.document, run.assets.place(converted.assets, imported))
  return DIALECT_FIELDS.filter(
    (field) => field === 'body' || hashContent(fieldOf(read, field)) === hashContent(fieldOf(document, field)),
  )
}

/** The document as if an editor had set the field: Academic 2 says in `header` what the others say in `image`. */
function withoutImported(document: StoredDocument, field: string): StoredDocument {
  if (!document.hugo) return document
  const {[field]: _, ...flat}: Record<string, unknown> = JSON.parse(document.hugo.fingerprint)
  return {...document, hugo: {...document.hugo, fingerprint: JSON.stringify(flat)}}
}
