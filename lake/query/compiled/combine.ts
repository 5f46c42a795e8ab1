import type {ExprNode} from 'groq-js'
import type {Compiled, CompileScope} from './compilation.ts'

/** A closure of one compiled value. */
export function withOne(node: ExprNode, scope: CompileScope, map: (value: unknown) => unknown): Compiled | undefined {
  const inner = scope.compile(node, scope)
  return inner && ((item, run) => map(inner(item, run)))
}

/** What `make` makes of two compiled values. */
export function withTwo<Result>(
  first: ExprNode,
  second: ExprNode,
  scope: CompileScope,
  make: (first: Compiled, second: Compiled) => Result,
): Result | undefined {
  const left = scope.compile(first, scope)
  const right = left && scope.compile(second, scope)
  return right && make(left, right)
}

/** A closure of any number of compiled values. */
export function withAll(
  nodes: ExprNode[],
  scope: CompileScope,
  map: (...values: unknown[]) => unknown,
): Compiled | undefined {
  const inner = compileAll(nodes, scope)
  return inner && mapped(inner, map)
}

/** All of them, or undefined when one cannot be compiled. */
export function compileAll(nodes: ExprNode[], scope: CompileScope): Compiled[] | undefined {
  const inner: Compiled[] = []
  for (const node of nodes) {
    const compiled = scope.compile(node, scope)
    if (!compiled) return undefined
    inner.push(compiled)
  }
  return inner
}

/** A closure that computes all and gives them to `map`. */
export function mapped(inner: Compiled[], map: (...values: unknown[]) => unknown): Compiled {
  const [first, second] = inner
  if (first && inner.length === 1) return (item, run) => map(first(item, run))
  if (first && second && inner.length === 2) return (item, run) => map(first(item, run), second(item, run))
  return (item, run) => map(...inner.map((value) => value(item, run)))
}
