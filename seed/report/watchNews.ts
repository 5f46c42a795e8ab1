import {statSync} from 'node:fs'
import {join} from 'node:path'
import type {Refusal} from '../bundle/refusal.ts'
import type {ExportReport} from '../export/exportRun.ts'
import {type Notice, formatNotice} from '../notices.ts'
import type {ImportReport} from './importReport.ts'

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

/**
 * @param folder The site's.
 * @param told A report that was told before the watch began.
 */
export function createWatchNews(folder: string, told?: ImportReport): WatchNews {
  const {isNew, endRun} = createMemory()
  const isNewRefusal = ({path, line, message}: Refusal) =>
    isNew(path, line, message, statSync(join(folder, path), {throwIfNoEntry: false})?.mtimeMs)
  const news: WatchNews = {
    ofImport(report) {
      const refusals = report.refusals.filter(isNewRefusal)
      const conflicts = report.conflicts.filter((conflict) => isNew(conflict))
      return {...report, refusals, conflicts, inConflict: new Set(conflicts.map(({path}) => path)).size}
    },
    ofExport(report) {
      const refusals = report.refusals.filter(isNewRefusal)
      const steps = report.steps.filter(
        ({action, path, before, after}) => action !== 'conflict' || isNew(action, path, before, after),
      )
      return {...report, refusals, steps}
    },
    ofDeletions(notices) {
      const lines = notices.filter(isDeletion).map(formatNotice)
      return lines.filter((line) => isNew(line))
    },
    endRun,
  }
  if (told) {
    news.ofImport(told)
    news.ofDeletions(told.notices)
    endRun()
  }
  return news
}

/** What was said in the last run, or in this one. */
function createMemory(): {isNew(...about: unknown[]): boolean; endRun(): void} {
  let before = new Set<string>()
  let now = new Set<string>()
  return {
    isNew(...about) {
      const key = JSON.stringify(about)
      const known = before.has(key) || now.has(key)
      now.add(key)
      return !known
    },
    endRun() {
      before = now
      now = new Set()
    },
  }
}

function isDeletion({kind}: Notice): boolean {
  return kind === 'deletedInStudio' || kind === 'deletedFile'
}
