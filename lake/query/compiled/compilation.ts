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
  /** Attributes of the document that are read, or undefined when that may be any. */
  reads: Set<string> | undefined = new Set()

  read(name: string): void {
    this.reads?.add(name)
  }

  readAll(): void {
    this.reads = undefined
  }
}

/** Where an expression stands. */
export interface CompileScope {
  compilation: Compilation
  /** `@` is the document itself, so that its attributes are noted and `^` leads out of the chain. */
  isDocument: boolean
}

export type Compile = (node: ExprNode, scope: CompileScope) => Compiled | undefined
