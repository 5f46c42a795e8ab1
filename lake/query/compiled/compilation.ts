import type {ExprNode} from 'groq-js'
import type {Evaluation} from '../evaluation.ts'
import {Operands} from '../planner/operands.ts'

/** What a compiled expression may look at besides the value it stands in. */
export interface Run {
  evaluation: Evaluation
  params: Record<string, unknown>
  /** Values of the operands: expressions that do not depend on the document. */
  values: readonly unknown[]
}

/** An expression as a closure: `item` is `@`. Values are plain, as groq-js holds them in `data`; what is missing is null. */
export type Compiled = (item: unknown, run: Run) => unknown

/** What is found out about a chain of expressions while they are compiled. */
export class Compilation {
  readonly operands = new Operands()
  readonly #reads = new Set<string>()
  /** Parts that look at the whole document, each with what tells whether it will. */
  readonly wholes: Array<(run: Run) => boolean> = []

  /** Notes that an attribute is read, by the names that lead to it from the document: `slug`, `current`. */
  noteRead(names: readonly string[]): void {
    // A name with a dot would be taken for two: all of the object that has it is read.
    const odd = names.findIndex((name) => name.includes('.') || name === '__proto__')
    const path = (odd < 0 ? names : names.slice(0, odd)).join('.')
    if (path === '') this.wholes.push(() => true)
    else this.#reads.add(path)
  }

  /** A function that gives the paths of the attributes read by all that was compiled so far, or undefined when that may be any. */
  readsSoFar(): (run: Run) => readonly string[] | undefined {
    const [reads, wholes] = [withoutInner(this.#reads), [...this.wholes]]
    return (run) => (wholes.some((isWhole) => isWhole(run)) ? undefined : reads)
  }
}

/** The paths that are not within another of them. */
function withoutInner(paths: ReadonlySet<string>): string[] {
  return [...paths].filter((path) => !outerPaths(path).some((outer) => paths.has(outer)))
}

/** `a` and `a.b` of `a.b.c`. */
function outerPaths(path: string): string[] {
  const names = path.split('.')
  return names.slice(1).map((_, at) => names.slice(0, at + 1).join('.'))
}

/** Where an expression stands. */
export interface CompileScope {
  compilation: Compilation
  /** `compileExpression`, for the expressions inside. */
  compile: Compile
  /** `@` is the document itself, so that its attributes are noted and `^` leads out of the chain. */
  isDocument: boolean
  /** It is known when the whole document will be looked at. */
  isCovered?: boolean
}

export type Compile = (node: ExprNode, scope: CompileScope) => Compiled | undefined
