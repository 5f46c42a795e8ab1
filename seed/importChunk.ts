import {commit} from './commit.ts'
import type {PageText} from './conversion/convertPage.ts'
import type {ConvertedChunk} from './convertChunk.ts'
import {placeAssets} from './documents/assets.ts'
import {readPage} from './documents/page.ts'
import {toDocument} from './documents/toDocument.ts'
import type {AnyDocument} from './documents/types.ts'
import {readFingerprint} from './fingerprint.ts'
import {FrontMatterError} from './frontMatter/frontMatterError.ts'
import type {ImportRun} from './importRun.ts'
import {isDraftOnly} from './isDraftOnly.ts'
import {lightenNotice, lightenStep} from './lighten.ts'
import type {Notice} from './notices.ts'
import {type PlanStep, planPage} from './plan.ts'
import {planStubs} from './planStubs.ts'
import {refuseLarge} from './refuseLarge.ts'
import {sealPage} from './sealPage.ts'
import {readStored} from './stored.ts'
import {weakenReferences} from './weakenReferences.ts'

/** Plans and commits some converted pages of one type. */
export async function importChunk({unchanged, refusals, pages}: ConvertedChunk, run: ImportRun): Promise<void> {
  const {report, options, tally, uploader, view} = run
  tally.unchanged += unchanged
  report.refusals.push(...refusals)
  const converted = pages.flatMap(({source, result}) => {
    if (result.state === 'skipped') report.notices.push(result.notice)
    if (result.state === 'refused') report.refusals.push(result.refusal)
    if (result.state !== 'converted') return []
    const refusal = refuseLarge(source, result.converted.document)
    if (refusal) report.refusals.push(refusal)
    return refusal ? [] : [{source, ...result.converted}]
  })
  if (converted.length === 0) return
  const {ids, failed} = await uploader.resolve(converted.flatMap(({assets}) => assets))
  const stored = await readStored(
    options.client,
    converted.map(({source}) => view.idOf(source.file)),
  )
  const steps: PlanStep[] = []
  const notices: Notice[] = []
  for (const {source, ...result} of converted) {
    notices.push(...result.assets.flatMap(({_ref, path}) => notUploaded(source, path, failed.get(_ref))))
    const versions = stored.get(result.document._id) ?? {}
    const draft = isDraftOnly(result.draft, source.file.type, versions)
    const weak = weakenReferences(sealPage(source, {...result, draft}, ids, run), run.drafts)
    const sealed = weak.document
    const previous = versions.published ?? versions.open
    const imported = previous?.hugo && baseOf(source, previous, result, ids, run)
    const base = imported && {...imported, draft: isDraftOnly(imported.draft, source.file.type, versions)}
    const step = planPage({desired: sealed, draft, ...versions, ...(base && {base})}, options.prefer)
    steps.push(...planStubs(result.stubs, run), step)
    run.written.add(sealed._id)
    if (step.id === sealed._id) run.drafts.delete(step.id)
    tally.count(sealed, step)
    notices.push(...result.notices, ...weak.notices, ...run.slugs.check(sealed, source.file.path), ...noticesOf(step))
    if (result.draft && !draft) notices.push(publishedDraft(source))
    report.conflicts.push(...step.conflicts)
  }
  report.notices.push(...notices.map(lightenNotice))
  const dryRun = options.dryRun === true
  const told = steps.filter(({action}) => action !== 'unchanged')
  report.steps.push(...(dryRun ? told : told.map(lightenStep)))
  if (!dryRun) await commit(options.client, steps)
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

function notUploaded({file}: PageText, path: string, reason: string | undefined): Notice[] {
  if (reason === undefined) return []
  return [{kind: 'missingFile', path: file.path, message: `"${path}" was not uploaded: ${reason}.`, value: path}]
}

function publishedDraft({file: {path}}: PageText): Notice {
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
