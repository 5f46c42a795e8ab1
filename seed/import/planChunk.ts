import type {Uploads} from '../assets/assetUpload.ts'
import {textIfReadable} from '../bundle/readText.ts'
import type {Refusal} from '../bundle/refusal.ts'
import {readStored} from '../client/stored.ts'
import type {PageText} from '../conversion/convertPage.ts'
import {sealPage} from '../conversion/sealPage.ts'
import {placeAssets} from '../documents/assets.ts'
import {readFingerprint} from '../documents/fingerprint.ts'
import {readPage} from '../documents/page.ts'
import {type Converted, toDocument} from '../documents/toDocument.ts'
import type {AnyDocument} from '../documents/types.ts'
import {FrontMatterError} from '../frontMatter/frontMatterError.ts'
import type {Notice} from '../notices.ts'
import {type PlanInput, type PlanStep, emptyStep, planPage} from '../plan/plan.ts'
import {findAbsent, stubsOfAbsent} from './absentPages.ts'
import type {ImportRun} from './importRun.ts'
import {isDraftOnly} from './isDraftOnly.ts'
import {leaveMeanwhile} from './leaveDeleted.ts'
import {planStubs} from './planStubs.ts'
import {weakenReferences} from './weakenReferences.ts'

/** A page that was read, and what became of it. */
export interface ConvertedPage extends Converted {
  source: PageText
}

/** What will be done for one page: everything or nothing. */
export interface PlannedPage {
  document: AnyDocument
  /** Documents that it refers to and the lake has not. */
  stubs: PlanStep[]
  step: PlanStep
  notices: Notice[]
  /** Why nothing is done: to be tried again with the next import. */
  refusal?: Refusal
}

/**
 * Plans some converted pages of one type against what the lake has now. Nothing is written, and nothing remembered: pages
 * may be planned again.
 * @param uploads What became of the files of these pages.
 */
export async function planChunk(
  pages: readonly ConvertedPage[],
  uploads: Uploads,
  run: ImportRun,
): Promise<PlannedPage[]> {
  const stored = await readStored(
    run.options.client,
    pages.map(({source}) => run.view.idOf(source.file)),
  )
  const planned = new Set<string>()
  const absent = findAbsent(pages[0]?.source.file.type ?? 'author', run)
  return pages.map((page) => {
    const versions = stored.get(page.document._id)
    const left = versions ? undefined : leaveMeanwhile(page, run)
    if (left) return left
    if (versions && !isOnDisk(page.source, run)) return refuseStale(page)
    const result = planOne(page, versions ?? {}, uploads, run)
    const wanted = [...page.stubs, ...stubsOfAbsent(page.document, absent, run)]
    const stubs = planStubs(wanted, run.written, planned)
    planned.add(page.document._id)
    return {...result, stubs}
  })
}

/** Whether a page's file has the text that was read: an export, or the owner, may have changed or moved it. */
function isOnDisk({file, text}: PageText, {site}: ImportRun): boolean {
  return textIfReadable(site.folder, file.path) === text
}

/** The lake may have another text of the page by now than the one that was read: that would be undone. */
function refuseStale({document, source}: ConvertedPage): PlannedPage {
  const message = 'The file changed while it was imported: import it again'
  const step: PlanStep = {...emptyStep(document), action: 'left'}
  return {document, stubs: [], step, notices: [], refusal: {path: source.file.path, message}}
}

function planOne(
  page: ConvertedPage,
  versions: Pick<PlanInput, 'published' | 'open'>,
  {ids, failed}: Uploads,
  run: ImportRun,
): Omit<PlannedPage, 'stubs'> {
  const {source, ...result} = page
  const missing = result.assets.flatMap(({_ref, path}) => notUploaded(source.file.path, path, failed.get(_ref)))
  const {path, type} = source.file
  const draft = isDraftOnly(result.draft, type, versions)
  const {document, notices} = weakenReferences(sealPage(source, {...result, draft}, ids, run), run.drafts)
  const previous = versions.published ?? versions.open
  const written = run.untold.has(path) ? {document: placeAssets(result.document, ids), draft: result.draft} : undefined
  const imported = previous?.hugo ? baseOf(source, previous, result, ids, run) : written
  const base = imported && {...imported, draft: isDraftOnly(imported.draft, type, versions)}
  const step = planPage({desired: document, draft, ...versions, ...(base && {base})}, run.options.prefer)
  const told = [...missing, ...result.notices, ...notices, ...run.slugs.check(document, path), ...noticesOf(step)]
  return {document, step, notices: result.draft && !draft ? [...told, publishedDraft(path)] : told}
}

/** The document as it was imported last: the old source through today's converter. */
function baseOf(
  {file, text}: PageText,
  {hugo}: AnyDocument,
  now: {document: AnyDocument; draft: boolean},
  ids: ReadonlyMap<string, string>,
  run: ImportRun,
): {document: AnyDocument; draft: boolean} | undefined {
  if (!hugo) return undefined
  const files = readFingerprint(hugo.fingerprint).assets
  const before = new Map([...ids, ...Object.entries(files).map(([path, id]) => [`lectern-file:${path}`, id] as const)])
  if (hugo.source === text) return {document: placeAssets(now.document, before), draft: now.draft}
  try {
    const {document, draft} = toDocument(readPage(file, hugo.source), run.view)
    return {document: placeAssets(document, before), draft}
  } catch (error) {
    if (!(error instanceof FrontMatterError)) throw error
    return undefined
  }
}

function notUploaded(page: string, path: string, reason: string | undefined): Notice[] {
  if (reason === undefined) return []
  return [{kind: 'missingFile', path: page, message: `"${path}" was not uploaded: ${reason}.`, value: path}]
}

function publishedDraft(path: string): Notice {
  const message =
    'It says "draft: true" and is published here all the same, since talks may refer to it; the file stays as it is.'
  return {kind: 'publishedDraft', path, field: 'draft', message}
}

function noticesOf({draftKept, path, conflicts}: PlanStep): Notice[] {
  const kept = 'The document has an open draft: the change is in the published version below it.'
  return [
    ...(draftKept ? [{kind: 'draftKept' as const, path, message: kept}] : []),
    ...conflicts.map(({field}) => ({
      kind: 'conflict' as const,
      path,
      field,
      message: `"${field}" was changed in the file and in the Studio; neither was touched.`,
    })),
  ]
}
