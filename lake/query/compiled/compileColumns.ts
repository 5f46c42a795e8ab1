import type {ExprNode, OpCallNode} from 'groq-js'
import type {DocumentRows} from '../documentSource.ts'
import {matchCall} from '../functions/rewriteMatch.ts'
import {attributePath} from '../planner/attributePath.ts'
import type {Operands} from '../planner/operands.ts'
import {comparisons, inRange} from './comparisons.ts'
import type {Run} from './compilation.ts'
import {compiledFunctions} from './compiledFunctions.ts'
import {isGroqObject} from './plainValues.ts'

/** One value for every row. */
class Constant {
  readonly value: unknown

  constructor(value: unknown) {
    this.value = value
  }
}

/** What an expression gives for each row. */
export type Cells = readonly unknown[] | Constant

/** An expression over all rows at once, column by column. Undefined when the rows lack one of its columns. */
export type ColumnExpression = (rows: DocumentRows, run: Run) => Cells | undefined

/**
 * An expression of documents for all of them at once, with exactly the value that `compileExpression` gives for each. Undefined for what needs more
 * than scalar attributes.
 */
export function compileColumns(node: ExprNode, operands: Operands): ColumnExpression | undefined {
  const paths = new Set<string>()
  const expression = compileNode(node, operands, paths)
  // Nothing is computed in vain.
  return expression && ((rows, run) => (hasAll(rows, paths) ? expression(rows, run) : undefined))
}

function hasAll(rows: DocumentRows, paths: ReadonlySet<string>): boolean {
  for (const path of paths) if (rows.column(path) === undefined) return false
  return true
}

function compileNode(node: ExprNode, operands: Operands, paths: Set<string>): ColumnExpression | undefined {
  const path = attributePath(node)
  if (path !== undefined) {
    paths.add(path)
    return (rows) => rows.column(path)
  }
  if (node.type === 'Group') return compileNode(node.base, operands, paths)
  if (node.type === 'Value') {
    const value: unknown = node.value ?? null
    return isGroqObject(value) ? undefined : () => new Constant(value)
  }
  if (node.type === 'Parameter') return (_, {params}) => new Constant(params[node.name] ?? null)
  const operand = operands.add(node)
  if (operand !== undefined) return (_, {values}) => new Constant(values[operand] ?? null)
  if (node.type === 'OpCall' && node.op === 'match') return compileMatch(node, operands, paths)
  const plan = planOf(node)
  const parts = plan?.args.map((arg) => compileNode(arg, operands, paths)).filter((part) => part !== undefined)
  if (!plan || parts?.length !== plan.args.length) return undefined
  // Two columns at a time: `coalesce(a, b, c)` is `coalesce(a, coalesce(b, c))`.
  return plan.map === coalesce
    ? parts.reduceRight((rest, part) => mapped([part, rest], () => coalesce))
    : mapped(parts, () => plan.map)
}

function compileMatch(node: OpCallNode, operands: Operands, paths: Set<string>): ColumnExpression | undefined {
  const {call, right, sieve} = matchCall(node)
  const text = compileNode(node.left, operands, paths)
  const pattern = text && right && compileNode(right, operands, paths)
  if (!pattern) return undefined
  const each = mapped(
    [text, pattern],
    ({evaluation}) =>
      (value, wanted) =>
        call(evaluation, value, wanted),
  )
  const path = attributePath(node.left)
  if (path === undefined || !sieve) return each
  return (rows, run) => {
    const wanted = pattern(rows, run)
    const needle = wanted instanceof Constant ? sieve.needle(run.evaluation, wanted.value) : ''
    const texts = needle === '' ? undefined : rows.texts?.(path, sieve.spell)
    if (!texts || !(wanted instanceof Constant)) return each(rows, run)
    return texts.map((spelled) => spelled.includes(needle) && sieve.meets(run.evaluation, spelled, wanted.value))
  }
}

interface Plan {
  args: ExprNode[]
  map: (...values: unknown[]) => unknown
}

function planOf(node: ExprNode): Plan | undefined {
  switch (node.type) {
    case 'And':
      return {args: [node.left, node.right], map: and}
    case 'Or':
      return {args: [node.left, node.right], map: or}
    case 'Not':
      return {args: [node.base], map: (value) => (typeof value === 'boolean' ? !value : null)}
    case 'OpCall': {
      const compare = comparisons[node.op]
      return compare && {args: [node.left, node.right], map: compare}
    }
    case 'InRange':
      return {args: [node.base, node.left, node.right], map: inRange(node.isInclusive)}
    case 'FuncCall': {
      const name = `${node.namespace}::${node.name}`
      const map = name === 'global::coalesce' ? coalesce : compiledFunctions[name]
      return map && node.args.length > 0 ? {args: node.args, map} : undefined
    }
    default:
      return undefined
  }
}

const and = (left: unknown, right: unknown): boolean | null =>
  left === false || right === false ? false : left === true && right === true ? true : null

const or = (left: unknown, right: unknown): boolean | null =>
  left === true || right === true ? true : left === false && right === false ? false : null

const coalesce = (first: unknown, second: unknown): unknown => (first === null ? second : first)

function mapped(parts: readonly ColumnExpression[], mapOf: (run: Run) => Plan['map']): ColumnExpression {
  return (rows, run) => {
    run.evaluation.budget.checkTime()
    const columns: Cells[] = []
    for (const part of parts) {
      const column = part(rows, run)
      if (column === undefined) return undefined
      columns.push(column)
    }
    return mapCells(columns, rows.ids.length, mapOf(run))
  }
}

function mapCells(columns: readonly Cells[], length: number, map: Plan['map']): Cells {
  if (columns.every((cells) => cells instanceof Constant)) {
    return new Constant(map(...columns.map((cells) => cellOf(cells, 0))))
  }
  const [first, second] = columns
  if (first !== undefined && second !== undefined && columns.length === 2) return mapPairs(first, second, length, map)
  return Array.from({length}, (_, row) => map(...columns.map((cells) => cellOf(cells, row))))
}

/** What nearly all is made of: a loop that asks nothing of its columns but their values. */
function mapPairs(first: Cells, second: Cells, length: number, map: Plan['map']): Cells {
  const result: unknown[] = []
  if (second instanceof Constant) {
    const right = second.value
    if (!(first instanceof Constant)) for (const left of first) result.push(map(left, right))
  } else if (first instanceof Constant) {
    const left = first.value
    for (const right of second) result.push(map(left, right))
  } else for (let row = 0; row < length; row += 1) result.push(map(first[row], second[row]))
  return result
}

/** The value in a row. */
export function cellOf(cells: Cells, row: number): unknown {
  return cells instanceof Constant ? cells.value : cells[row]
}
