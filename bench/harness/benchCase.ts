/** Number of talks of a data set. */
export const sizes = {'1k': 1_000, '10k': 10_000, '100k': 100_000} as const
export type Size = keyof typeof sizes

/** What one measurement found, by name with the unit in it: `{'requests/s': 5017, 'p99 ms': 8}`. */
export type Figures = Record<string, number>

/** What a measurement is given; it runs in a process of its own. */
export interface Job {
  size: Size
  talks: number
  /** Where prepared data lies and new data may go. */
  folder: string
}

export interface Contestant {
  /** One line for the table. */
  about: string
  /** Sizes at which it takes part, all of the case unless said: a reference that takes hours is left out. */
  sizes?: readonly Size[]
  /** Data that must be there before, made once per run. */
  needs?: readonly Preparation[]
  /** What the command that is measured starts Node with. */
  nodeOptions?: readonly string[]
  measure(job: Job): Promise<Figures>
}

export type Preparation = 'lake' | 'floor' | 'files' | 'payload'

/**
 * What shall be reached. `ratio` is our figure divided by the reference's (or by our own at another size), or the figure
 * itself where there is no reference.
 */
export interface Target {
  /** Whose figure: the case's first contestant unless said. */
  of?: string
  figure: string
  against?: {contestant?: string; figure?: string; size?: Size}
  atLeast?: number
  atMost?: number
  /** Marks a promise of the project, in its words: what is measured, and against what. The others are for information. */
  goal?: string
  /** Sizes at which it is asked, all unless said. */
  sizes?: readonly Size[]
}

export interface BenchCase {
  about: string
  sizes: readonly Size[]
  /** How often every contestant is measured, in turn; 3 unless said. */
  rounds?: number
  /** Ours first. */
  contestants: Record<string, Contestant>
  targets: readonly Target[]
}
