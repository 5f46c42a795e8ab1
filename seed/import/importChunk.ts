import {setTimeout} from 'node:timers/promises'
import {commit} from '../client/commit.ts'
import {noteSynced} from '../client/noteSynced.ts'
import {readSource} from '../documents/fingerprint.ts'
import type {AnyDocument} from '../documents/types.ts'
import type {Mutation} from '../plan/plan.ts'
import {countPage} from '../report/tally.ts'
import type {ConvertedChunk} from './convertChunk.ts'
import type {ImportRun} from './importRun.ts'
import {lightenNotice, lightenStep} from './lighten.ts'
import {type ConvertedPage, type PlannedPage, planChunk} from './planChunk.ts'
import {refuseLarge} from './refuseLarge.ts'

/** How often in a row somebody else may be faster: with the pauses, more than six seconds. */
const TRIES = 8
/** Milliseconds before the first further try; each one after it waits twice as long. */
const PAUSE = 50

/**
 * Plans and commits some converted pages of one type. What somebody else wrote to meanwhile, another import or an editor,
 * is read and planned again.
 * @throws The client's error when somebody else is faster again and again.
 */
export async function importChunk(chunk: ConvertedChunk, run: ImportRun): Promise<void> {
  const {client, dryRun = false} = run.options
  let pages = takeConverted(chunk, run)
  if (pages.length === 0) return
  const uploads = await run.uploader.resolve(pages.flatMap(({assets}) => assets))
  for (let tries = 1; pages.length > 0; tries++) {
    const planned = await planChunk(pages, uploads, run)
    const groups = dryRun ? [] : planned.map(({stubs, step}) => [...stubs, step].flatMap(({mutations}) => mutations))
    const note = (start: number, end: number) => notePages(planned.slice(start, end), run)
    const {applied, overtaken} = dryRun ? {applied: planned.length} : await commit(client, groups, note)
    for (const page of planned.slice(0, applied)) report(page, run)
    pages = pages.slice(applied)
    if (applied > 0) tries = 1
    if (overtaken && tries === TRIES) throw overtaken
    if (overtaken) await setTimeout(PAUSE * 2 ** (tries - 1))
  }
}

/** The pages that are to be planned; the others are told. */
function takeConverted({unchanged, refusals, pages}: ConvertedChunk, {tally, report}: ImportRun): ConvertedPage[] {
  tally.unchanged += unchanged
  report.refusals.push(...refusals)
  return pages.flatMap(({source, result}) => {
    if (result.state === 'skipped') report.notices.push(result.notice)
    if (result.state === 'refused') report.refusals.push(result.refusal)
    if (result.state !== 'converted') return []
    const refusal = refuseLarge(source, result.converted.document)
    if (refusal) report.refusals.push(refusal)
    return refusal ? [] : [{source, ...result.converted}]
  })
}

/** A note in the record of the pages that a transaction writes. */
function notePages(pages: readonly PlannedPage[], {synced, notes}: ImportRun): Mutation[] {
  const written = pages.filter(({step}) => step.mutations.length > 0)
  const note = noteSynced(
    written.map(({document, step}) => [step.path, sourceOf(document)] as const),
    synced,
  )
  if (!note) return []
  notes.push(note._id)
  return [{createOrReplace: note}]
}

function sourceOf({hugo}: AnyDocument): string {
  return readSource(hugo?.fingerprint ?? '').source
}

/** Counts and tells what was done for a page, or in a dry run would be. */
function report({document, stubs, step, notices, refusal}: PlannedPage, run: ImportRun): void {
  const {report: told, tally, written, drafts, lastSources, options} = run
  for (const {id} of stubs) written.add(id)
  written.add(document._id)
  if (step.id === document._id) drafts.delete(step.id)
  if (!['conflict', 'left'].includes(step.action)) lastSources.set(step.path, sourceOf(document))
  tally.stubs += stubs.length
  countPage(tally, document, step)
  told.conflicts.push(...step.conflicts)
  if (refusal) told.refusals.push(refusal)
  told.notices.push(...notices.map(lightenNotice))
  const steps = [...stubs, step].filter(({action}) => action !== 'unchanged' && action !== 'left')
  told.steps.push(...(options.dryRun === true ? steps : steps.map(lightenStep)))
}
