import type {LakeDocument} from '../../document.ts'
import type {DatasetView} from '../datasetView.ts'
import type {DocumentRows, Narrowing} from '../documentSource.ts'
import {countReads} from '../evaluation.ts'
import type {ChainRun} from './chainCall.ts'
import {type Cells, type ColumnExpression, cellOf} from './compileColumns.ts'
import {firstSorted, type Keyed} from './firstSorted.ts'

/** Which documents of a chain pass, found out from columns alone. */
export interface ColumnSearch {
  /** Of the documents, in the chain's order, within its slice. */
  found: readonly number[]
  documents(attributes: readonly string[] | undefined): LakeDocument[]
}

/**
 * Evaluates filters and order of a chain column by column. Undefined when some part needs more than scalar attributes, when an index leaves few
 * documents, or when the first ones met are enough.
 */
export function searchColumns(run: ChainRun): ColumnSearch | undefined {
  const {chain, evaluation, narrowing} = run
  const {columns, orders, slice = {start: 0, end: Infinity}} = chain
  const keys = orders.map(({column}) => column).filter((column) => column !== undefined)
  const goesThroughAll = chain.result === 'count' || orders.length > 0 || !chain.slice
  if (!columns || keys.length < orders.length || !goesThroughAll || slice.start >= slice.end) return undefined
  const scope = scopeOf(narrowing, evaluation.view)
  const rows = scope && evaluation.view.rows(scope.type)
  const tests = rows && allOf(columns, rows, run)
  const keyCells = rows && tests && allOf(keys, rows, run)
  if (!keyCells) return undefined
  evaluation.budget.read(rows.ids.length)
  const passing = passingRows(rows, tests)
  const found =
    orders.length === 0 ? passing.slice(slice.start, slice.end) : firstSorted(keyed(passing, keyCells), orders, slice)
  return {found, documents: (attributes) => [...countReads(evaluation, rows.read(found, attributes))]}
}

function allOf(expressions: readonly ColumnExpression[], rows: DocumentRows, run: ChainRun): Cells[] | undefined {
  const all: Cells[] = []
  for (const expression of expressions) {
    const cells = expression(rows, run)
    if (cells === undefined) return undefined
    all.push(cells)
  }
  return all
}

function passingRows({ids, isHidden}: DocumentRows, tests: readonly Cells[]): number[] {
  const passing: number[] = []
  for (const [row, id] of ids.entries()) {
    if (tests.every((cells) => cellOf(cells, row) === true) && !isHidden(id)) passing.push(row)
  }
  return passing
}

function* keyed(rows: readonly number[], cells: readonly Cells[]): Generator<Keyed<number>> {
  for (const item of rows) yield {item, keys: cells.map((column) => cellOf(column, item))}
}

/** The one type that a narrowing leaves, if any. Undefined when an index leaves few documents: those are rather read. */
function scopeOf(narrowing: Narrowing, view: DatasetView): {type?: string} | undefined {
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
      return view.leavesFew(narrowing) ? undefined : {}
    case 'and':
    case 'or': {
      const scopes = narrowing.of.map((part) => scopeOf(part, view))
      if (scopes.includes(undefined)) return undefined
      return (narrowing.kind === 'and' && scopes.find((scope) => scope?.type !== undefined)) || {}
    }
    default:
      return undefined
  }
}
