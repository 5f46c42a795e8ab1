import {createTwoFilesPatch} from 'diff'
import type {FileState} from '../client/findDeleted.ts'
import type {ExportReport, ExportStep} from '../export/exportRun.ts'
import type {PlanStep} from '../plan/plan.ts'
import {countOf} from './countOf.ts'
import {listRefusals} from './listRefusals.ts'
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

const HINTS: Partial<Record<ExportStep['action'], string>> = {
  gone: 'deleted in the Studio; the file stays until --prune removes it',
  foreign: 'not in the lake: never imported, refused or no talk (npm run seed says which); the file stays',
  conflict: 'changed on disk since the last import: npm run seed merges it, --prefer=studio overwrites it',
}

const DECIDE = 'npm run seed with --prefer=file brings it back, --prune with --prefer=studio removes the file'

/** Of a page that was deleted in the Studio and is in conflict. */
const DELETED_HINTS: Partial<Record<FileState, string>> = {
  changed: `deleted in the Studio and changed on disk since: ${DECIDE}`,
  unknown: `deleted in the Studio, and perhaps changed on disk since, for which text the lake had was never recorded: ${DECIDE}`,
}

const DONE = {
  create: 'created',
  update: 'updated',
  move: 'moved',
  delete: 'deleted',
  gone: 'deleted in the Studio',
  foreign: 'not in the lake',
  conflict: 'in conflict',
} satisfies Record<ExportStep['action'], string>

/** What an export did, or in a dry run would do, then as unified diffs. */
export function formatExport({steps, documents, unchanged, refusals}: ExportReport, dryRun: boolean): string {
  const lines = steps.flatMap(({action, path, from, changed, files, before, after, file}) => {
    const fields = changed.length > 0 ? `: ${changed.join(', ')}` : ''
    const hint = (action === 'conflict' && file && DELETED_HINTS[file]) || HINTS[action]
    const touched = action !== 'gone' && action !== 'foreign' && before !== after
    return [
      `${action} ${from === undefined ? '' : `${from} -> `}${path}${fields}`,
      ...(hint === undefined ? [] : [`  ${hint}`]),
      ...files.map((name) => `  file ${name}`),
      ...(dryRun && touched ? [createTwoFilesPatch(from ?? path, path, before, after, '', '', {context: 2})] : []),
    ]
  })
  if (documents === 0)
    return [...lines, 'The lake has no documents: import a site first, with npm run seed.'].join('\n')
  const counts = Object.entries(DONE).flatMap(([action, done]) => {
    const count = steps.filter((step) => step.action === action).length
    return count === 0 ? [] : [`${count} ${done}`]
  })
  const rest = refusals.length === 0 ? [] : [`${refusals.length} refused`]
  const all = [`${unchanged} unchanged`, ...counts, ...rest].join(', ')
  return [
    ...lines,
    ...listRefusals(refusals),
    `${countOf(documents, 'document')}: ${all}.${dryRun ? ' Nothing was written.' : ''}`,
  ].join('\n')
}
