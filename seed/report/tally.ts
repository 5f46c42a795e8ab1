import {fieldOf} from '../documents/fingerprint.ts'
import type {AnyDocument} from '../documents/types.ts'
import type {PlanStep} from '../plan/plan.ts'

/** Counts for the summary. */
export interface Tally {
  created: number
  updated: number
  unchanged: number
  /** Documents that were left alone because both sides changed them. */
  inConflict: number
  stubs: number
  gone: number
  deleted: number
  /** Body blocks by `_type`, of the pages that were read. */
  blocks: Record<string, number>
}

/** Block types that hold source as it was: nothing in them is structured. */
export const RAW_BLOCKS: ReadonlySet<string> = new Set(['rawMarkdown', 'rawHtml', 'shortcode'])

/** A tally that starts at nothing. */
export function createTally(): Tally {
  return {created: 0, updated: 0, unchanged: 0, inConflict: 0, stubs: 0, gone: 0, deleted: 0, blocks: {}}
}

/** Adds a page that was read, and what was done for it, to the tally. */
export function countPage(tally: Tally, document: AnyDocument, {action}: PlanStep): void {
  if (action === 'create') tally.created++
  else if (action === 'update') tally.updated++
  else if (action === 'conflict') tally.inConflict++
  else if (action !== 'left') tally.unchanged++
  const body = fieldOf(document, 'body')
  for (const block of Array.isArray(body) ? body : []) {
    const type = String(fieldOf(block, '_type'))
    tally.blocks[type] = (tally.blocks[type] ?? 0) + 1
  }
}
