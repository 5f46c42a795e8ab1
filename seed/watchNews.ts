import {statSync} from 'node:fs'
import {join} from 'node:path'
import type {Refusal} from './bundle/refusal.ts'
import type {ExportReport} from './exportRun.ts'
import type {ImportReport} from './importReport.ts'
import {type Notice, formatNotice} from './notices.ts'

/** What a watch has told: every run finds again what cannot be read, is in conflict, or was deleted on one side only. */
export interface WatchNews {
  /** The report without what the last run found too: a refused page is told again once its file was written to. */
  ofImport(report: ImportReport): ImportReport
  ofExport(report: ExportReport): ExportReport
  /** Lines for the pages that one side deleted and the other one has. */
  ofDeletions(notices: readonly Notice[]): string[]
  /** What was not found again is told when it comes back. */
  endRun(): void
}

/** @param folder The site's. */
export function createWatchNews(folder: string): WatchNews {
  let before = new Set<string>()
  let now = new Set<string>()
  const isNew = (...about: unknown[]) => {
    const key = JSON.stringify(about)
    const known = before.has(key) || now.has(key)
    now.add(key)
    return !known
  }
  const isNewRefusal = ({path, line, message}: Refusal) =>
    isNew(path, line, message, statSync(join(folder, path), {throwIfNoEntry: false})?.mtimeMs)
  return {
    ofImport(report) {
      const refusals = report.refusals.filter(isNewRefusal)
      const conflicts = report.conflicts.filter((conflict) => isNew(conflict))
      return {...report, refusals, conflicts, inConflict: new Set(conflicts.map(({path}) => path)).size}
    },
    ofExport(report) {
      const refusals = report.refusals.filter(isNewRefusal)
      const steps = report.steps.filter(
        ({action, path, before: from, after}) => action !== 'conflict' || isNew(action, path, from, after),
      )
      return {...report, refusals, steps}
    },
    ofDeletions: (notices) =>
      notices
        .filter(isDeletion)
        .map(formatNotice)
        .filter((line) => isNew(line)),
    endRun() {
      before = now
      now = new Set()
    },
  }
}

function isDeletion({kind}: Notice): boolean {
  return kind === 'deletedInStudio' || kind === 'deletedFile'
}
