import type {PageFile} from './bundle/findPages.ts'
import {type Refusal, type Site, readText} from './bundle/readSite.ts'
import {commit} from './commit.ts'
import {placeAssets} from './documents/assets.ts'
import {type Page, readPage} from './documents/page.ts'
import {toDocument} from './documents/toDocument.ts'
import type {AnyDocument} from './documents/types.ts'
import {readFingerprint} from './fingerprint.ts'
import {FrontMatterError} from './frontMatter/frontMatterError.ts'
import {showValue} from './frontMatter/frontMatterValue.ts'
import type {ImportRun} from './importRun.ts'
import type {Notice} from './notices.ts'
import {type PlanStep, planPage} from './plan.ts'
import {planStubs} from './planStubs.ts'
import {hashFiles, hashSource, sealPage} from './sealPage.ts'
import {readStored} from './stored.ts'

/** Reads, converts, plans and commits some pages of one type. */
export async function importChunk(files: readonly PageFile[], run: ImportRun): Promise<void> {
  const {report, options, tally, uploader, view} = run
  const pages = files.flatMap((file) => readChanged(file, run) ?? [])
  if (pages.length === 0) return
  const converted = pages.map((page) => ({page, ...toDocument(page, view)}))
  const {ids, failed} = await uploader.resolve(converted.flatMap(({assets}) => assets))
  const stored = await readStored(
    options.client,
    pages.map(({file}) => view.idOf(file)),
  )
  const steps: PlanStep[] = []
  for (const {page, ...result} of converted) {
    report.notices.push(...result.assets.flatMap(({_ref, path}) => notUploaded(page, path, failed.get(_ref))))
    const sealed = sealPage(page, result, ids, run)
    const versions = stored.get(sealed._id) ?? {}
    const previous = versions.published ?? versions.open
    const base = previous?.hugo && baseOf(page, previous, result, ids, run)
    const step = planPage({desired: sealed, draft: result.draft, ...versions, ...(base && {base})}, options.prefer)
    steps.push(...planStubs(result.stubs, run), step)
    run.written.add(sealed._id)
    tally.count(sealed, step)
    report.notices.push(...result.notices, ...noticesOf(step))
    report.conflicts.push(...step.conflicts)
  }
  const dryRun = options.dryRun === true
  const told = steps.filter(({action}) => action !== 'unchanged')
  report.steps.push(...(dryRun ? told : told.map(lighten)))
  if (!dryRun) await commit(options.client, steps)
}

/** The page of a file, or why it has none. */
export function tryRead(site: Site, file: PageFile): Page | Refusal {
  try {
    return readPage(file, readText(site.folder, file.path))
  } catch (error) {
    if (!(error instanceof FrontMatterError)) throw error
    return {path: file.path, line: error.line, message: error.message}
  }
}

/** The page of a file, unless it is as it was at the last import, is no talk, or is refused. */
function readChanged(file: PageFile, run: ImportRun): Page | undefined {
  try {
    const known = run.pages.get(file.path)
    const text = known?.text ?? readText(run.site.folder, file.path)
    if (isUnchanged(file, text, run)) {
      run.tally.unchanged++
      return undefined
    }
    const page = known ?? readPage(file, text)
    if (isTalkPage(page)) return page
    run.report.notices.push(notATalk(page))
  } catch (error) {
    if (!(error instanceof FrontMatterError)) throw error
    run.report.refusals.push({path: file.path, line: error.line, message: error.message})
  }
  return undefined
}

function isUnchanged(file: PageFile, text: string, run: ImportRun): boolean {
  if (run.options.all === true || run.options.prefer === 'file') return false
  const previous = run.known.byId(run.view.idOf(file))
  if (!previous || previous.path !== file.path) return false
  const {converter, source, files} = readFingerprint(previous.fingerprint)
  return converter === run.converter && source === hashSource(text) && files === hashFiles(file, run.site)
}

/** Without documents and values: a report of a big site must not hold the site. */
function lighten(step: PlanStep): PlanStep {
  const changes = step.changes.map(({field}) => ({field, before: undefined, after: undefined}))
  return {...step, mutations: [], changes}
}

/** The document as it was imported last: the old source through today's converter. */
function baseOf(
  page: Page,
  {hugo}: AnyDocument,
  now: {document: AnyDocument; draft: boolean},
  ids: ReadonlyMap<string, string>,
  run: ImportRun,
): {document: AnyDocument; draft: boolean} | undefined {
  if (!hugo) return undefined
  const files = readFingerprint(hugo.fingerprint).assets
  const before = new Map([...ids, ...Object.entries(files).map(([path, id]) => [`lectern-file:${path}`, id] as const)])
  if (hugo.source === page.text) return {document: placeAssets(now.document, before), draft: now.draft}
  try {
    const {document, draft} = toDocument(readPage(page.file, hugo.source), run.view)
    return {document: placeAssets(document, before), draft}
  } catch (error) {
    if (!(error instanceof FrontMatterError)) throw error
    return undefined
  }
}

function isTalkPage({file, values}: Page): boolean {
  const type = values.get('type')
  return (
    file.type !== 'talk' || typeof type !== 'string' || ['', 'event', 'events', 'talk'].includes(type.toLowerCase())
  )
}

function notATalk({file, values}: Page): Notice {
  const message = `Its type is "${showValue(values.get('type'))}": not a talk.`
  return {kind: 'skippedFile', path: file.path, field: 'type', message}
}

function notUploaded({file}: Page, path: string, reason: string | undefined): Notice[] {
  if (reason === undefined) return []
  return [{kind: 'missingFile', path: file.path, message: `"${path}" was not uploaded: ${reason}.`, value: path}]
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
