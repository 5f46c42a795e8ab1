import type {BenchCase, Figures, Size, Target} from './benchCase.ts'
import type {Verdict} from './judge.ts'
import type {Machine} from './machine.ts'
import type {CaseResult} from './runCase.ts'

/** The head of the output: what the figures were measured on. */
export function reportMachine({processor, cores, memoryGiB, system, node, load}: Machine): string {
  return `${processor}, ${cores} cores, ${memoryGiB} GiB, ${system}, Node ${node}, load ${load}`
}

/** Medians per contestant, then every target with the ratio reached. */
export function reportCase(name: string, benchCase: BenchCase, {results, verdicts}: CaseResult): string {
  const tables = results.map(({size, contestants}) => {
    const rows = contestants.map((contestant) =>
      contestant.state === 'measured'
        ? `    ${contestant.name.padEnd(18)}${figuresText(contestant.medians)}`
        : `    ${contestant.name.padEnd(18)}${contestant.state}: ${contestant.reason}`,
    )
    return [`  ${size}`, ...rows].join('\n')
  })
  return [`\n${name}: ${benchCase.about}`, ...tables, ...verdicts.map(verdictText)].join('\n')
}

function figuresText(figures: Figures): string {
  return Object.entries(figures)
    .map(([name, value]) => `${round(value)} ${name}`)
    .join('   ')
}

function verdictText({size, target, ratio, passed}: Verdict): string {
  const mark = passed === undefined ? '–' : passed ? '✓' : '✗'
  const found = ratio === undefined ? 'not measured' : `${round(ratio)}${target.against === undefined ? '' : ' ×'}`
  return `  ${mark} ${size.padEnd(5)}${targetText(target, size)}: ${found} (${boundText(target)})`
}

function targetText({of, figure, against}: Target, size: Size): string {
  const whose = of === undefined ? figure : `${of}, ${figure}`
  if (against === undefined) return whose
  const to = [against.contestant, against.figure, against.size === size ? undefined : against.size]
  return `${whose} against ${to.filter((part) => part !== undefined).join(', ')}`
}

/** What a target wants, in words. */
export function boundText({atLeast, atMost}: Target): string {
  if (atLeast !== undefined) return `at least ${round(atLeast)}`
  return atMost === undefined ? 'for information' : `at most ${round(atMost)}`
}

/** A figure with three digits that count, or a whole number with separators. */
export const round = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(3)))
