import type {ExprNode} from 'groq-js'
import type {Narrowing} from './documentSource.ts'
import {type Evaluation, readCandidates} from './evaluation.ts'
import {nativeCall} from './nativeCall.ts'
import {narrowAll, narrowFilter} from './planner/narrowFilter.ts'
import {Operands} from './planner/operands.ts'

/** What stands for `*`: the candidates that the filters leave, read while they are iterated over when nothing else is done with them. */
export function candidatesCall(filters: readonly ExprNode[], isIterated: boolean): ExprNode {
  const operands = new Operands()
  const plan = narrowAll(filters.map((filter) => narrowFilter(filter, operands)))
  return nativeCall((evaluation, ...values) => {
    const narrowing = plan(values)
    return isIterated ? new LazyArray(evaluation, narrowing) : [...readCandidates(evaluation, narrowing)]
  }, operands.nodes)
}

/** An array to groq-js, which iterates over it and does nothing else: so filters hold only what they keep. */
class LazyArray extends Array<unknown> {
  readonly #evaluation: Evaluation
  readonly #narrowing: Narrowing

  constructor(evaluation: Evaluation, narrowing: Narrowing) {
    super()
    this.#evaluation = evaluation
    this.#narrowing = narrowing
  }

  override *[Symbol.iterator](): ArrayIterator<unknown> {
    yield* readCandidates(this.#evaluation, this.#narrowing)
  }
}
