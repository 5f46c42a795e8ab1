import type {ExprNode} from 'groq-js'
import {withTwo} from './combine.ts'
import type {Compiled, CompileScope} from './compilation.ts'

type NodeOf<Type extends ExprNode['type']> = Extract<ExprNode, {type: Type}>

/** `a && b`, which looks at `b` unless `a` is false; null when neither decides. */
export function compileAnd({left, right}: NodeOf<'And'>, scope: CompileScope): Compiled | undefined {
  return withTwo(left, right, scope, (first, second) => (item, run) => {
    const one = first(item, run)
    if (one === false) return false
    const other = second(item, run)
    return other === false ? false : one === true && other === true ? true : null
  })
}

/** `a || b`, which looks at `b` unless `a` is true; null when neither decides. */
export function compileOr({left, right}: NodeOf<'Or'>, scope: CompileScope): Compiled | undefined {
  return withTwo(left, right, scope, (first, second) => (item, run) => {
    const one = first(item, run)
    if (one === true) return true
    const other = second(item, run)
    return other === true ? true : one === false && other === false ? false : null
  })
}

/** `select(condition => value, …, fallback)`. */
export function compileSelect(node: NodeOf<'Select'>, scope: CompileScope): Compiled | undefined {
  const alternatives = node.alternatives.map(({condition, value}) =>
    withTwo(condition, value, scope, (test, give) => ({test, give})),
  )
  const fallback = node.fallback ? scope.compile(node.fallback, scope) : () => null
  const known = alternatives.filter((alternative) => alternative !== undefined)
  if (!fallback || known.length < alternatives.length) return undefined
  return (item, run) => {
    for (const {test, give} of known) if (test(item, run) === true) return give(item, run)
    return fallback(item, run)
  }
}
