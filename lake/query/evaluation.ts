import type {EvaluateOptions} from 'groq-js'
import type {LakeDocument} from '../document.ts'
import type {Narrowing} from './documentSource.ts'
import type {QueryBudget} from './queryBudget.ts'
import type {SyncTags} from './syncTags.ts'
import type {LastText} from './text/lastText.ts'
import type {MatchPattern} from './text/matchPattern.ts'
import type {TextQuery} from './text/textQuery.ts'
import type {DatasetView} from './views/datasetView.ts'

/** The state of one run of a query: everything that native functions may look at. */
export interface Evaluation {
  view: DatasetView
  budget: QueryBudget
  tags: SyncTags
  projectId: string
  dataset: string
  /** What groq-js was called with, for expressions that are evaluated apart. */
  options: EvaluateOptions
  /** Values of expressions that do not depend on where they stand, by their number in the prepared query. */
  closedValues: Map<number, unknown>
  /** What has been compiled so far, by its source. */
  textQueries: Map<string, TextQuery>
  patterns: Map<string, MatchPattern>
  texts: LastText
}

/**
 * Reads documents through the budget and notes what the answer depends on. With `attributes`, the documents may lack all others
 * (but `_id` and `_type`).
 */
export function readCandidates(
  evaluation: Evaluation,
  narrowing: Narrowing,
  attributes?: readonly string[],
): Iterable<LakeDocument> {
  evaluation.tags.addNarrowing(narrowing)
  return countReads(evaluation, evaluation.view.candidates(narrowing, attributes))
}

/** Documents, each counted as it is read. Throws a QueryExecutionError when the budget is used up. */
export function* countReads({budget}: Evaluation, documents: Iterable<LakeDocument>): Iterable<LakeDocument> {
  for (const document of documents) {
    budget.read()
    yield document
  }
}
