import {readdirSync, statSync} from 'node:fs'
import {join} from 'node:path'
import type {SanityClient} from '@sanity/client'
import {type AssetUploader, createAssetUploader} from './assetUpload.ts'
import type {PageFile} from './bundle/findPages.ts'
import {type Refusal, type Site, readSite, readText} from './bundle/readSite.ts'
import {placeAssets} from './documents/assets.ts'
import {type Page, readPage} from './documents/page.ts'
import type {Stub} from './documents/reader.ts'
import {type SiteView, createSiteView} from './documents/site.ts'
import {type Converted, toDocument} from './documents/toDocument.ts'
import type {AnyDocument} from './documents/types.ts'
import {converterOf, readFingerprint, seal} from './fingerprint.ts'
import {showValue} from './frontMatter/frontMatterValue.ts'
import {FrontMatterError} from './frontMatter/frontMatterError.ts'
import {hashText} from './ids.ts'
import {commit} from './commit.ts'
import {type Known, findKnown, readStored} from './stored.ts'
import type {Prefer} from './mergeValue.ts'
import type {Notice} from './notices.ts'
import {type Conflict, type PlanStep, planPage} from './plan.ts'
import {recordSyncedPaths} from './syncRecord.ts'
import {summarize} from './summary.ts'
import {createTally, type Tally} from './tally.ts'

export interface ImportOptions {
  client: SanityClient
  /** Folder of the Hugo site: the one with `content` in it. */
  folder: string
  /** Plan and report, write nothing. */
  dryRun?: boolean
  /** Read every page again, also those that did not change since the last import. */
  all?: boolean
  prefer?: Prefer
  /** Delete documents whose file is gone. */
  prune?: boolean
  /** Zone of dates without offset when the site's configuration names none. */
  timeZone?: string
  /** Prints the summary, line by line. */
  print?: (line: string) => void
  /** Called as pages are done. */
  onProgress?: (done: number, total: number) => void
}

export interface ImportReport extends Tally {
  folder: string
  /** Pages found. */
  pages: number
  steps: PlanStep[]
  conflicts: Conflict[]
  notices: Notice[]
  refusals: Refusal[]
  assetsUploaded: number
}

// References point to what an earlier type has already written.
const ORDER = ['author', 'slideDeck', 'project', 'talk'] as const
const CHUNK = 500

/**
 * Imports a Hugo site. A second run of an unchanged site sends no mutation; a broken file leaves its document alone.
 * @throws NoSiteError when the folder holds no site; the client's own errors when the lake cannot be reached.
 */
export async function importSite(options: ImportOptions): Promise<ImportReport> {
  const site = readSite(options.folder, options.timeZone)
  const known = await findKnown(options.client)
  const view = viewSite(site, known)
  const run: Run = {
    options,
    site,
    view,
    known,
    converter: converterOf(site.config),
    uploader: createAssetUploader(options.client, site.folder, options.dryRun === true),
    written: new Set(known.ids()),
    tally: createTally(),
    report: {steps: [], conflicts: [], notices: [...site.notices], refusals: [...site.refusals]},
  }
  let done = 0
  for (const type of ORDER) {
    const pages = site.pages.filter((page) => page.type === type)
    for (let start = 0; start < pages.length; start += CHUNK) {
      const chunk = pages.slice(start, start + CHUNK)
      await importChunk(chunk, run)
      options.onProgress?.((done += chunk.length), site.pages.length)
    }
  }
  await handleGone(run)
  if (options.dryRun !== true) await recordImported(run)
  const report: ImportReport = {
    folder: site.folder,
    pages: site.pages.length,
    ...run.report,
    ...run.tally,
    assetsUploaded: run.uploader.uploaded,
  }
  if (options.print) for (const line of summarize(report)) options.print(line)
  return report
}

interface Run {
  options: ImportOptions
  site: Site
  view: SiteView
  known: Known
  converter: string
  uploader: AssetUploader
  /** Ids that exist or are about to: a stub is made once. */
  written: Set<string>
  tally: Tally
  report: Pick<ImportReport, 'steps' | 'conflicts' | 'notices' | 'refusals'>
}

/** Authors are known by the name they show too, so their pages are read first. */
function viewSite(site: Site, known: Known): SiteView {
  const displayNames = new Map<string, string>()
  for (const file of site.pages.filter(({type}) => type === 'author')) {
    const page = tryRead(site, file)
    if (!('values' in page)) continue
    const title = page.values.get('title')
    if (typeof title === 'string') displayNames.set(file.path, title)
  }
  return createSiteView(site.pages, site.config, {ids: known.idByPath(site), displayNames, files: site.files})
}

function tryRead(site: Site, file: PageFile): Page | Refusal {
  try {
    return readPage(file, readText(site.folder, file.path))
  } catch (error) {
    if (!(error instanceof FrontMatterError)) throw error
    return {path: file.path, line: error.line, message: error.message}
  }
}

async function importChunk(files: readonly PageFile[], run: Run): Promise<void> {
  const pages = files.flatMap((file) => {
    const page = tryRead(run.site, file)
    if (!('values' in page)) run.report.refusals.push(page)
    else if (!isTalkPage(page)) run.report.notices.push(notATalk(page))
    else if (unchanged(page, run)) run.tally.unchanged++
    else return [page]
    return []
  })
  if (pages.length === 0) return
  const converted = pages.map((page) => ({page, ...toDocument(page, run.view)}))
  const {ids, failed} = await run.uploader.resolve(converted.flatMap(({assets}) => assets))
  const stored = await readStored(
    run.options.client,
    pages.map(({file}) => run.view.idOf(file)),
  )
  const steps: PlanStep[] = []
  for (const {page, ...result} of converted) {
    for (const {_ref, path} of result.assets) {
      const reason = failed.get(_ref)
      if (reason !== undefined)
        run.report.notices.push({
          kind: 'missingFile',
          path: page.file.path,
          message: `"${path}" was not uploaded: ${reason}.`,
          value: path,
        })
    }
    const sealed = sealPage(page, result, ids, run)
    const versions = stored.get(sealed._id) ?? {}
    const previous = versions.published ?? versions.open
    const base = previous?.hugo && baseOf(page.file, previous, ids, run)
    const step = planPage({desired: sealed, draft: result.draft, ...versions, ...(base && {base})}, run.options.prefer)
    steps.push(...planStubs(result.stubs, run), step)
    run.written.add(sealed._id)
    run.tally.count(sealed, step)
    run.report.notices.push(...result.notices, ...noticesOf(step))
    run.report.conflicts.push(...step.conflicts)
  }
  run.report.steps.push(
    ...steps
      .filter(({action}) => action !== 'unchanged')
      .map((step) => (run.options.dryRun === true ? step : lighten(step))),
  )
  if (run.options.dryRun !== true) await commit(run.options.client, steps)
}

/** Without documents and values: a report of a big site must not hold the site. */
function lighten(step: PlanStep): PlanStep {
  return {
    ...step,
    mutations: [],
    changes: step.changes.map(({field}) => ({field, before: undefined, after: undefined})),
  }
}

function unchanged(page: Page, run: Run): boolean {
  if (run.options.all === true || run.options.prefer === 'file') return false
  const previous = run.known.byId(run.view.idOf(page.file))
  if (!previous || previous.path !== page.file.path) return false
  const {converter, source, files} = readFingerprint(previous.fingerprint)
  return converter === run.converter && source === hashText(page.text, 40) && files === hashFiles(page.file, run.site)
}

/** Names and sizes of a bundle's files: whether an image was replaced. */
function hashFiles({bundle, resources}: PageFile, site: Site): string {
  if (bundle === undefined || resources.length === 0) return ''
  return hashText(resources.map((path) => `${path} ${statSync(join(site.folder, bundle, path)).size}`).join('\n'))
}

function sealPage(page: Page, {document, draft}: Converted, ids: ReadonlyMap<string, string>, run: Run): AnyDocument {
  const placed = dropUnplaced(ids.size > 0 || hasPlaceholder(document) ? placeAssets(document, ids) : document, run)
  const about = {
    converter: run.converter,
    source: hashText(page.text, 40),
    files: hashFiles(page.file, run.site),
    draft,
  }
  return seal(placed, about)
}

function hasPlaceholder(document: AnyDocument): boolean {
  return JSON.stringify(document).includes('"lectern-file:')
}

/** A file that was not uploaded leaves no dangling reference; in a dry run its placeholder shows what would come. */
function dropUnplaced(document: AnyDocument, run: Run): AnyDocument {
  if (run.options.dryRun === true || !hasPlaceholder(document)) return document
  const prune = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(prune)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).flatMap(([name, member]) => (isUnplaced(member) ? [] : [[name, prune(member)]])),
    )
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only optional members are taken away
  return prune(document) as AnyDocument
}

function isUnplaced(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  const reference =
    '_ref' in value
      ? value._ref
      : 'asset' in value && '_type' in value && value._type === 'file' && isUnplaced(value.asset)
        ? 'lectern-file:'
        : ''
  return typeof reference === 'string' && reference.startsWith('lectern-file:')
}

/** The document as it was imported last: the old source through today's converter. */
function baseOf(
  file: PageFile,
  stored: AnyDocument,
  ids: ReadonlyMap<string, string>,
  run: Run,
): {document: AnyDocument; draft: boolean} | undefined {
  if (!stored.hugo) return undefined
  try {
    const {document, draft} = toDocument(readPage(file, stored.hugo.source), run.view)
    return {document: placeAssets(document, ids), draft}
  } catch (error) {
    if (!(error instanceof FrontMatterError)) throw error
    return undefined
  }
}

function planStubs(stubs: readonly Stub[], run: Run): PlanStep[] {
  return stubs.flatMap(({_id, _type, name}) => {
    if (run.written.has(_id)) return []
    run.written.add(_id)
    run.tally.stubs++
    const titled = _type === 'author' ? {name} : {title: name}
    const slug = {_type: 'slug', current: name.normalize('NFC')}
    const mutations = [{createIfNotExists: {_id, _type, ...titled, slug}}]
    return [
      {
        action: 'stub' as const,
        id: _id,
        path: '',
        title: name,
        changes: [],
        conflicts: [],
        draftKept: false,
        mutations,
      },
    ]
  })
}

function isTalkPage(page: Page): boolean {
  const type = page.values.get('type')
  return (
    page.file.type !== 'talk' ||
    typeof type !== 'string' ||
    ['', 'event', 'events', 'talk'].includes(type.toLowerCase())
  )
}

function notATalk({file, values}: Page): Notice {
  const message = `Its type is "${showValue(values.get('type'))}": not a talk.`
  return {kind: 'skippedFile', path: file.path, field: 'type', message}
}

function noticesOf({draftKept, path, conflicts}: PlanStep): Notice[] {
  const drafts = draftKept
    ? [
        {
          kind: 'draftKept' as const,
          path,
          message: 'The document has an open draft: the change is in the published version below it.',
        },
      ]
    : []
  return [
    ...drafts,
    ...conflicts.map(({field}) => ({
      kind: 'conflict' as const,
      path,
      field,
      message: `"${field}" was changed in the file and in the Studio; neither was touched.`,
    })),
  ]
}

async function recordImported({site, report, options}: Run): Promise<void> {
  const refused = new Set(report.refusals.map(({path}) => path))
  const paths = site.pages.map(({path}) => path).filter((path) => !refused.has(path))
  await recordSyncedPaths(options.client, paths)
}

/** Documents whose file is gone: listed, and deleted with `prune`. */
async function handleGone(run: Run): Promise<void> {
  const present = new Set([...run.site.pages.map(({path}) => path), ...run.report.refusals.map(({path}) => path)])
  const kept = new Set(run.site.pages.map((file) => run.view.idOf(file)))
  const gone = run.known.list().filter(({id, path}) => path !== undefined && !present.has(path) && !kept.has(id))
  const steps = gone.map(({id, path = '', title = '', versions}): PlanStep => {
    const mutations = run.options.prune === true ? versions.map((version) => ({delete: {id: version}})) : []
    return {
      action: run.options.prune === true ? 'delete' : 'gone',
      id,
      path,
      title,
      changes: [],
      conflicts: [],
      draftKept: false,
      mutations,
    }
  })
  run.tally.gone = run.options.prune === true ? 0 : steps.length
  run.tally.deleted = run.options.prune === true ? steps.length : 0
  run.report.steps.push(...steps)
  if (run.options.dryRun !== true) await commit(run.options.client, steps)
}

/** Folders below `folder` (itself included) that hold a Hugo site. */
export function findSites(folder: string): string[] {
  const found: string[] = []
  const visit = (path: string) => {
    const names = readdirSync(path, {withFileTypes: true}).filter(
      (entry) => entry.isDirectory() && !/^(node_modules|\.git)$/.test(entry.name),
    )
    if (names.some(({name}) => name === 'content')) found.push(path)
    for (const {name} of names) if (name !== 'content' && name !== 'static') visit(join(path, name))
  }
  visit(folder)
  return found.sort()
}
