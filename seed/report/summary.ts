import {countNotices, noticeKinds} from '../notices.ts'
import {countOf} from './countOf.ts'
import type {ImportReport} from './importReport.ts'
import {listRefusals} from './listRefusals.ts'
import {RAW_BLOCKS} from './tally.ts'

/** The end of a report of what was done, or in a dry run would be, for a reader: counts, then what was refused, in conflict and noticed. */
export function summarize(report: ImportReport, {dryRun = false}: {dryRun?: boolean} = {}): string[] {
  const {pages, created, updated, unchanged, inConflict, stubs, gone, deleted, assetsUploaded} = report
  const counts = [
    [created, 'created'],
    [updated, 'updated'],
    [unchanged, 'unchanged'],
    [inConflict, 'in conflict'],
    [report.refusals.length, 'refused'],
    [stubs, stubs === 1 ? 'stub for a missing page' : 'stubs for missing pages'],
    [assetsUploaded, assetsUploaded === 1 ? 'file uploaded' : 'files uploaded'],
    [gone, 'in the lake without a file (--prune deletes them)'],
    [deleted, 'deleted'],
  ] as const
  const seen = counts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`)
  return [
    `${countOf(pages, 'page')}: ${seen.join(', ') || 'nothing to do'}.${dryRun ? ' Nothing was written.' : ''}`,
    ...blockLines(report.blocks),
    ...listRefusals(report.refusals),
    ...conflictLines(report),
    ...noticeLines(report),
  ]
}

function conflictLines({conflicts}: Pick<ImportReport, 'conflicts'>): string[] {
  if (conflicts.length === 0) return []
  const lines = conflicts.map(
    ({path, field, file, studio}) =>
      `conflict: ${path}: ${field}\n  file:   ${shorten(file)}\n  Studio: ${shorten(studio)}`,
  )
  return [
    ...lines,
    'A conflict is over when both sides say the same; --prefer=file or --prefer=studio decides all of them.',
  ]
}

function blockLines(blocks: Record<string, number>): string[] {
  const raw = Object.entries(blocks).filter(([type]) => RAW_BLOCKS.has(type))
  const all = sum(Object.values(blocks))
  if (all === 0) return []
  const rawCount = sum(raw.map(([, count]) => count))
  const kinds = raw.map(([type, count]) => `${type} ${count}`).join(', ')
  return [
    `${countOf(all, 'block')}: ${all - rawCount} structured, ${rawCount} kept as written${kinds === '' ? '' : ` (${kinds})`}.`,
  ]
}

function noticeLines({notices}: Pick<ImportReport, 'notices'>): string[] {
  if (notices.length === 0) return []
  const lines = countNotices(notices).map(([kind, count]) => {
    const {title, severity} = noticeKinds[kind]
    return `  ${String(count).padStart(5)}  ${title}${severity === 'warning' ? ' (look at it)' : ''}`
  })
  return [`${countOf(notices.length, 'notice')}:`, ...lines]
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

/** Characters of a value that a line of a terminal has room for. */
const LONGEST_VALUE = 100

/** A value on one line of a terminal. */
export function shorten(value: unknown): string {
  const text = value === undefined ? '(absent)' : typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE - 1)}…` : text
}
