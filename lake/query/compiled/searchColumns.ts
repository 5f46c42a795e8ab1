import type {LakeDocument} from '../../document.ts'
import {compareValues} from '../compareValues.ts'
import type {DocumentRows, Narrowing} from '../documentSource.ts'
import {countReads} from '../evaluation.ts'
import type {DatasetView} from '../views/datasetView.ts'
import type {ChainRun} from './chainCall.ts'
import {type Cells, type ColumnExpression, cellOf} from './compileColumns.ts'
import {firstSorted, type Keyed, type Portion} from './firstSorted.ts'
import {rowsAt} from './rowsAt.ts'

/** Which documents of a chain pass, found out from columns alone. */
export interface ColumnSearch {
  /** Of the documents, in the chain's order, within its slice. */
  found: readonly number[]
  documents(attributes: readonly string[] | undefined): LakeDocument[]
}

/** Rows that are looked at first along an order, where a few are wanted; then ever more. */
const firstWalk = 256

const everything: Portion = {start: 0, end: Infinity}

/** So many are looked at before an index is asked whether it leaves few documents, which takes as long. */
const walkBeforeAsking = 5 * firstWalk

/**
 * Evaluates filters and order of a chain column by column. Undefined when some part needs more than scalar attributes, when an index leaves few
 * documents, or when the first ones met are enough.
 */
export function searchColumns(run: ChainRun): ColumnSearch | undefined {
  const {chain, evaluation, narrowing} = run
  const {columns, orders, slice = everything} = chain
  const goesThroughAll = chain.result === 'count' || orders.length > 0 || !chain.slice
  if (!columns || orders.some(({column}) => !column) || !goesThroughAll || slice.start >= slice.end) return undefined
  const {view} = evaluation
  const isText = holdsText(narrowing)
  const known = isText ? view.rows(scopeOf(narrowing, () => false)?.type, 'known') : undefined
  const quick = known && searchRows(run, known, passingAlongOrder(run, known, walkBeforeAsking))
  if (quick) return quick
  const scope = scopeOf(narrowing, view.leavesFew)
  const rows = scope && view.rows(scope.type)
  return rows && searchRows(run, rows, passingAlongOrder(run, rows) ?? passingRows(run, rows))
}

/** Whether a narrowing asks the full-text index. */
export function holdsText(narrowing: Narrowing): boolean {
  if (narrowing.kind === 'and' || narrowing.kind === 'or') return narrowing.of.some(holdsText)
  return narrowing.kind === 'text'
}

function searchRows(run: ChainRun, rows: DocumentRows, passing: number[] | undefined): ColumnSearch | undefined {
  const {orders, slice = everything} = run.chain
  const found = passing && (orders.length === 0 ? passing.slice(slice.start, slice.end) : sorted(run, rows, passing))
  return found && {found, documents: (attributes) => [...countReads(run.evaluation, rows.read(found, attributes))]}
}

/**
 * The rows that pass, and that may be in the slice by the first key of the order: no further ones are looked at. Undefined when they are not found
 * among `most`.
 */
function passingAlongOrder(run: ChainRun, rows: DocumentRows, most = Infinity): number[] | undefined {
  const {orders, slice} = run.chain
  const [first, second] = orders
  const key = first?.path === undefined ? undefined : {path: first.path, direction: first.direction}
  const along = key && slice ? rows.sorted?.(key) : undefined
  const cells = key && rows.column(key.path)
  if (!along || !cells || !slice) return undefined
  const found: number[] = []
  for (let [from, size] = [0, firstWalk]; from < along.length; from += size, size *= 4) {
    if (from >= most) return undefined
    const some = along.slice(from, from + size)
    const passing = passingRows(run, rowsAt(rows, some))
    if (!passing) return undefined
    for (const at of passing) found.push(some[at] ?? 0)
    const last = found[slice.end - 1]
    const next = along[from + size]
    // Another key decides among equals of the first one.
    if (last !== undefined && (!second || compareValues(cells[last], cells[next ?? last]) !== 0)) return found
  }
  return found
}

/** The rows of the slice. */
function sorted(run: ChainRun, rows: DocumentRows, passing: readonly number[]): number[] | undefined {
  const {orders, slice = everything} = run.chain
  const keys = allOf(
    orders.map(({column}) => column),
    rowsAt(rows, passing),
    run,
  )
  return keys && firstSorted(keyed(passing, keys), orders, slice)
}

function passingRows(run: ChainRun, rows: DocumentRows): number[] | undefined {
  const {ids, isHidden} = rows
  const tests = allOf(run.chain.columns ?? [], rows, run)
  if (!tests) return undefined
  run.evaluation.budget.read(ids.length)
  const passing: number[] = []
  for (const [row, id] of ids.entries()) {
    if (tests.every((cells) => cellOf(cells, row) === true) && !isHidden(id)) passing.push(row)
  }
  return passing
}

function allOf(
  expressions: ReadonlyArray<ColumnExpression | undefined>,
  rows: DocumentRows,
  run: ChainRun,
): Cells[] | undefined {
  const all: Cells[] = []
  for (const expression of expressions) {
    const cells = expression?.(rows, run)
    if (cells === undefined) return undefined
    all.push(cells)
  }
  return all
}

function* keyed(rows: readonly number[], cells: readonly Cells[]): Generator<Keyed<number>> {
  for (const [at, item] of rows.entries()) yield {item, keys: cells.map((column) => cellOf(column, at))}
}

/** The one type that a narrowing leaves, if any. Undefined when an index leaves few documents: reading those is quicker. */
function scopeOf(narrowing: Narrowing, leavesFew: DatasetView['leavesFew']): {type?: string} | undefined {
  switch (narrowing.kind) {
    case 'all':
    case 'range':
      return {}
    case 'types': {
      const [type, other] = narrowing.types
      return type === undefined || other !== undefined ? {} : {type}
    }
    case 'equals':
      return narrowing.values.some((value) => typeof value === 'string') ? undefined : {}
    case 'text':
      return leavesFew(narrowing) ? undefined : {}
    case 'and':
    case 'or': {
      const scopes = narrowing.of.map((part) => scopeOf(part, leavesFew))
      if (scopes.includes(undefined)) return undefined
      return (narrowing.kind === 'and' && scopes.find((scope) => scope?.type !== undefined)) || {}
    }
    default:
      return undefined
  }
}
