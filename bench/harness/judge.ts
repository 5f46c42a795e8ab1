import type {BenchCase, Figures, Size, Target} from './benchCase.ts'

/** Medians of every contestant at every size. A contestant that did not run is missing. */
export type Medians = Partial<Record<Size, Record<string, Figures>>>

export interface Verdict {
  size: Size
  target: Target
  /** Our own figure. */
  value: number | undefined
  /** Undefined when one of the two was not measured. */
  ratio: number | undefined
  passed: boolean | undefined
}

/** Compares what was measured with the targets of the case: printed, never asserted, as machines differ. */
export function judge(benchCase: BenchCase, medians: Medians): Verdict[] {
  const [ours = ''] = Object.keys(benchCase.contestants)
  return benchCase.targets.flatMap((target) =>
    benchCase.sizes
      .filter((size) => medians[size] !== undefined && (target.sizes ?? benchCase.sizes).includes(size))
      .map((size) => {
        const ratio = ratioOf(target, size, medians, ours)
        return {
          size,
          target,
          value: medians[size]?.[target.of ?? ours]?.[target.figure],
          ratio,
          passed: ratio === undefined ? undefined : passes(target, ratio),
        }
      }),
  )
}

function ratioOf({of, figure, against}: Target, size: Size, medians: Medians, ours: string): number | undefined {
  const value = medians[size]?.[of ?? ours]?.[figure]
  if (against === undefined || value === undefined) return value
  const reference = medians[against.size ?? size]?.[against.contestant ?? of ?? ours]?.[against.figure ?? figure]
  return reference === undefined ? undefined : value / reference
}

const passes = ({atLeast = -Infinity, atMost = Infinity}: Target, ratio: number): boolean =>
  ratio >= atLeast && ratio <= atMost
