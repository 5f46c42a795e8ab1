import type {Refusal} from '../bundle/refusal.ts'
import type {Notice} from '../notices.ts'
import type {Conflict, PlanStep} from '../plan/plan.ts'
import type {Tally} from './tally.ts'

/** What an import did, or in a dry run would do. */
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
