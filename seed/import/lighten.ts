import type {Notice} from '../notices.ts'
import type {PlanStep} from '../plan/plan.ts'

/**
 * A step without documents and values: a report of a big site must not hold the site. Its texts are copies, since V8
 * cuts a title out of its page's text without copying it, and so keeps the whole text.
 */
export function lightenStep(step: PlanStep): PlanStep {
  const changes = step.changes.map(({field}) => ({field, before: undefined, after: undefined}))
  return {...structuredClone({...step, conflicts: [], mutations: [], changes}), conflicts: step.conflicts}
}

/** A notice whose texts are copies, for the same reason; its path is the site's own. */
export function lightenNotice(notice: Notice): Notice {
  const {message, value} = structuredClone({message: notice.message, value: notice.value})
  return {...notice, message, ...(value !== undefined && {value})}
}
