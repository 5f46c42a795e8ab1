import type {FuncCallNode} from 'groq-js'
import {compileAll, mapped} from './combine.ts'
import type {Compiled, CompileScope} from './compilation.ts'
import {compiledFunctions, refersTo} from './compiledFunctions.ts'
import {isConstant} from './isConstant.ts'

/** `coalesce`, `references`, and the functions of plain values. */
export function compileFunction(node: FuncCallNode, scope: CompileScope): Compiled | undefined {
  const name = `${node.namespace}::${node.name}`
  const known = compileAll(node.args, scope)
  if (!known) return undefined
  if (name === 'global::coalesce') {
    return (item, run) => {
      for (const arg of known) {
        const value = arg(item, run)
        if (value !== null) return value
      }
      return null
    }
  }
  if (name === 'global::references') {
    // The Studio asks for references to '' with every list: there are none.
    if (scope.isDocument) {
      const isKnown = node.args.every(isConstant)
      scope.compilation.wholes.push((run) => !isKnown || known.some((arg) => arg(null, run) !== ''))
    }
    const ids = scope.isDocument ? known : known.map(looked)
    return (item, run) =>
      refersTo(
        item,
        ids.map((arg) => arg(item, run)),
      )
  }
  const call = compiledFunctions[name]
  return call && mapped(scope.isDocument ? known : known.map(looked), call)
}

/** A value that is going to be looked through for one of many items. */
function looked(value: Compiled): Compiled {
  return (item, run) => {
    const found = value(item, run)
    run.evaluation.budget.look(found)
    return found
  }
}
