import {commit} from '../client/commit.ts'
import type {Notice} from '../notices.ts'
import type {PlanStep} from '../plan/plan.ts'
import type {ImportRun} from './importRun.ts'
import {planGone} from './planGone.ts'

/** How often an editor may be faster. */
const TRIES = 8

/** Plans, does, counts and tells what becomes of documents whose file is gone. */
export async function handleGone(run: ImportRun): Promise<void> {
  const steps = await removeGone(run)
  const count = (action: PlanStep['action']) => steps.filter((step) => step.action === action).length
  run.tally.gone = count('gone')
  run.tally.deleted = count('delete')
  run.tally.stubs += count('stub')
  run.tally.inConflict += count('conflict')
  run.report.steps.push(...steps)
  for (const {path, conflicts} of steps) {
    run.report.conflicts.push(...conflicts)
    if (conflicts.length > 0) run.report.notices.push(noticeEditedGone(path))
  }
}

/** What an editor wrote to meanwhile is read and planned again. */
async function removeGone(run: ImportRun): Promise<PlanStep[]> {
  for (let tries = 1; ; tries++) {
    const steps = await planGone(run)
    if (run.options.dryRun === true) return steps
    const {overtaken} = await commit(
      run.options.client,
      steps.map(({mutations}) => mutations),
    )
    if (!overtaken) return steps
    if (tries === TRIES) throw overtaken
  }
}

function noticeEditedGone(path: string): Notice {
  const message =
    'Its file is gone and it was edited in the Studio since; it stays: --prefer=file deletes it, "npm run export" with --prefer=studio writes the file again.'
  return {kind: 'conflict', path, field: 'document', message}
}
