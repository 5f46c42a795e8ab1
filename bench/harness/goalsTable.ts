import type {Verdict} from './judge.ts'
import {boundText, round} from './report.ts'

const head = ['goal', 'talks', 'wanted', 'reached', '']

/** All goals as one table in Markdown, aligned so that it reads in a terminal too, and what it was measured on. */
export function goalsTable(machine: string, verdicts: readonly Verdict[]): string {
  const rows = verdicts.flatMap((verdict) => {
    const {goal} = verdict.target
    return goal === undefined ? [] : [[goal, verdict.size, wanted(verdict), reached(verdict), mark(verdict)]]
  })
  const met = verdicts.filter(({target, passed}) => target.goal !== undefined && passed === true).length
  const widths = head.map((title, column) => Math.max(...[head, ...rows].map((row) => (row[column] ?? title).length)))
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
  const rule = line(widths.map((width) => '-'.repeat(width)))
  return `${[line(head), rule, ...rows.map(line)].join('\n')}\n\n${met} of ${rows.length} reached. ${machine}\n`
}

const unit = ({target}: Verdict): string => (target.against === undefined ? '' : ' ×')

const wanted = (verdict: Verdict): string => `${boundText(verdict.target)}${unit(verdict)}`

function reached(verdict: Verdict): string {
  const {ratio, value, target} = verdict
  if (ratio === undefined) return 'not measured'
  const own = target.against === undefined || value === undefined ? '' : ` (${round(value)} ${target.figure})`
  return `${round(ratio)}${unit(verdict)}${own}`
}

const mark = ({passed}: Verdict): string => (passed === undefined ? '–' : passed ? '✓' : '✗')
