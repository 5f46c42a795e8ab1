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
  /** Attributes of the document that are read. */
  readonly reads = new Set<string>()
  /** Parts that look at the whole document, each with what tells whether it will. */
  readonly wholes: Array<(run: Run) => boolean> = []

  /** A function that gives the attributes read by all that was compiled so far, or undefined when that may be any. */
  readsSoFar(): (run: Run) => readonly string[] | undefined {
    const [reads, wholes] = [[...this.reads], [...this.wholes]]
    return (run) => (wholes.some((isWhole) => isWhole(run)) ? undefined : reads)
  }
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
