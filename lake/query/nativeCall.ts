import type {ExprNode} from 'groq-js'
import type {Evaluation} from './evaluation.ts'

/** A function of ours called by a query. Arguments and result are plain values as groq-js holds them. */
export type NativeFunction = (evaluation: Evaluation, ...args: unknown[]) => unknown

/** The parameter under which an evaluation finds itself; no GROQ parameter can have this name. */
export const evaluationParameter = '\u0000evaluation'

/**
 * An expression that evaluates `args` in its scope and then calls `call`.
 *
 * groq-js 2 closes its function registry. Its attribute access, however, asks the object itself `hasOwnProperty(name)` before it reads the
 * attribute; so an object which carries the evaluated arguments and a `hasOwnProperty` of ours is a call. nativeCall.test.ts holds this contract
 * for both of its evaluators.
 */
export function nativeCall(call: NativeFunction, args: ExprNode[]): ExprNode {
  const values = [{type: 'Parameter', name: evaluationParameter} as const, ...args]
  return {
    type: 'AccessAttribute',
    name: 'result',
    base: {
      type: 'Object',
      attributes: [
        {
          type: 'ObjectAttributeValue',
          name: 'args',
          value: {type: 'Array', elements: values.map((value) => ({type: 'ArrayElement', value, isSplat: false}))},
        },
        {type: 'ObjectSplat', value: {type: 'Value', value: {hasOwnProperty: trampoline(call)}}},
      ],
    },
  }
}

interface CallFrame {
  args: [Evaluation, ...unknown[]]
  result?: unknown
}

function trampoline(call: NativeFunction): (this: CallFrame) => boolean {
  return function run(this: CallFrame) {
    const [evaluation, ...args] = this.args
    this.result = call(evaluation, ...args)
    return true
  }
}
