import type {TableEdit} from './tableEdits.ts'
import type {TableValue} from './tableValue.ts'

/** A change of rows, columns or alignments; what came of it is seen when the table is drawn next. */
interface TableStep {
  before: TableValue
  after?: TableValue
}

/** What was done to a table since its form opened, and what of it was taken back; the last one last. */
export interface TableHistory {
  done: readonly TableStep[]
  undone: readonly TableStep[]
}

/** What leads to another state of the table, and the history then. */
export interface TableReturn {
  edits: TableEdit[]
  history: TableHistory
}

export const NO_HISTORY: TableHistory = {done: [], undone: []}

/** A change is about to be made. */
export function remember({done}: TableHistory, before: TableValue): TableHistory {
  return {done: [...done, {before}], undone: []}
}

/** The history once a change shows in the table; the same one when there is nothing new. */
export function settle(history: TableHistory, table: TableValue): TableHistory {
  const last = history.done.at(-1)
  if (last === undefined || last.after !== undefined || isSame(last.before, table)) return history
  return {...history, done: [...history.done.slice(0, -1), {...last, after: table}]}
}

/** Takes the last change back. Nothing once a text, or another editor, has changed the table since: that would be lost. */
export function undo({done, undone}: TableHistory, table: TableValue): TableReturn | undefined {
  const last = done.at(-1)
  if (last?.after === undefined || !isSame(last.after, table)) return undefined
  return {edits: restore(last.before), history: {done: done.slice(0, -1), undone: [...undone, last]}}
}

/** Makes the change again that was taken back last, as long as the table is as it was then. */
export function redo({done, undone}: TableHistory, table: TableValue): TableReturn | undefined {
  const last = undone.at(-1)
  if (last?.after === undefined || !isSame(last.before, table)) return undefined
  return {edits: restore(last.after), history: {done: [...done, last], undone: undone.slice(0, -1)}}
}

function restore({rows, alignments}: TableValue): TableEdit[] {
  const set = (name: string, value: unknown): TableEdit =>
    value === undefined ? {type: 'unset', path: [name]} : {type: 'set', path: [name], value}
  return [set('rows', rows), set('alignments', alignments)]
}

function isSame(one: TableValue, other: TableValue): boolean {
  const text = ({rows, alignments}: TableValue) => JSON.stringify([rows, alignments])
  return text(one) === text(other)
}
