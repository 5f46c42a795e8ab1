import {createTwoFilesPatch} from 'diff'
import type {ExportReport} from './exportRun.ts'
import type {PlanStep} from './plan.ts'
import {shorten} from './summary.ts'

/** The plan of an import as a text to read: what is created, changed field by field, kept and in conflict. */
export function formatPlan(steps: readonly PlanStep[]): string {
  return steps
    .map(({action, id, path, title, changes}) => {
      const head = `${action} ${id}${title === '' ? '' : ` "${title}"`}${path === '' ? '' : ` (${path})`}`
      const fields = changes.map(
        ({field, before, after}) => `  ${field}\n    - ${shorten(before)}\n    + ${shorten(after)}`,
      )
      return [head, ...fields].join('\n')
    })
    .join('\n')
}

/** What an export did, or with `diffs` would do, as unified diffs. */
export function formatExport({steps, documents, unchanged, refusals, conflicts}: ExportReport, diffs: boolean): string {
  const lines = steps.flatMap(({action, path, from, changed, files, before, after}) => {
    const fields = changed.length > 0 ? `: ${changed.join(', ')}` : ''
    const head = `${action} ${from === undefined ? '' : `${from} -> `}${path}${fields}`
    const hint =
      action === 'gone'
        ? ['  deleted in the Studio (--prune removes it), or never imported (npm run seed imports it)']
        : []
    const patch =
      diffs && before !== after ? [createTwoFilesPatch(from ?? path, path, before, after, '', '', {context: 2})] : []
    return [head, ...hint, ...files.map((file) => `  file ${file}`), ...patch]
  })
  const refused = refusals.map(
    ({path, line, message}) => `refused: ${path}${line === undefined ? '' : `:${line}`}: ${message}`,
  )
  const summary = `${documents} documents: ${unchanged} unchanged, ${steps.length - conflictSteps(steps)} written or listed, ${conflicts.length} conflicts, ${refusals.length} refused.`
  return [...lines, ...refused, summary].join('\n')
}

function conflictSteps(steps: ExportReport['steps']): number {
  return steps.filter(({action}) => action === 'conflict').length
}
