import {type BenchCase, type Contestant, type Figures, type Size, sizes} from './benchCase.ts'
import {judge, type Medians, type Verdict} from './judge.ts'
import {measureInProcess} from './measureInProcess.ts'
import {median} from './median.ts'

export type ContestantResult =
  | {name: string; state: 'measured'; medians: Figures; rounds: Figures[]}
  | {name: string; state: 'skipped' | 'failed'; reason: string}

export interface CaseResult {
  results: {size: Size; contestants: ContestantResult[]}[]
  verdicts: Verdict[]
}

export interface RunOptions {
  sizes: readonly Size[]
  /** Rounds instead of those of the case. */
  rounds: number | undefined
  folder: string
  progress: (line: string) => void
}

/** Measures every contestant in turn (A B A B …), each time in a process of its own, and takes medians. */
export async function runCase(name: string, benchCase: BenchCase, options: RunOptions): Promise<CaseResult> {
  const results: CaseResult['results'] = []
  for (const size of benchCase.sizes.filter((size) => options.sizes.includes(size)))
    results.push({size, contestants: await runSize(name, benchCase, size, options)})
  const medians: Medians = Object.fromEntries(
    results.map(({size, contestants}) => [
      size,
      Object.fromEntries(contestants.flatMap((one) => (one.state === 'measured' ? [[one.name, one.medians]] : []))),
    ]),
  )
  return {results, verdicts: judge(benchCase, medians)}
}

async function runSize(
  name: string,
  {contestants, rounds: ownRounds = 3}: BenchCase,
  size: Size,
  {rounds = ownRounds, folder, progress}: RunOptions,
): Promise<ContestantResult[]> {
  const takingPart = Object.entries(contestants).filter(([, contestant]) => takesPart(contestant, size))
  const figures = new Map<string, Figures[]>()
  const out = new Map<string, ContestantResult>()
  for (let round = 1; round <= rounds; round++) {
    for (const [contestant, {nodeOptions}] of takingPart.filter(([name]) => !out.has(name))) {
      progress(`${name} ${size}: ${contestant}, round ${round} of ${rounds}`)
      const answer = await measureInProcess(name, contestant, {size, talks: sizes[size], folder}, nodeOptions)
      if (answer.state !== 'measured') out.set(contestant, {name: contestant, ...answer})
      else figures.set(contestant, [...(figures.get(contestant) ?? []), answer.figures])
    }
  }
  return takingPart.map(([name]) => out.get(name) ?? measured(name, figures.get(name) ?? []))
}

const takesPart = (contestant: Contestant, size: Size): boolean => contestant.sizes?.includes(size) ?? true

function measured(name: string, rounds: Figures[]): ContestantResult {
  const names = Object.keys(rounds[0] ?? {})
  const medians = Object.fromEntries(
    names.map((figure) => [figure, median(rounds.map((round) => round[figure] ?? NaN))]),
  )
  return {name, state: 'measured', medians, rounds}
}
