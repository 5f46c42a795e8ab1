import {useState} from 'react'
import type {TableEdit} from './tableEdits.ts'
import {NO_HISTORY, redo, remember, settle, type TableReturn, undo} from './tableHistory.ts'
import type {TableValue} from './tableValue.ts'

/** Changes of a table that can be taken back, and what takes the last one back or makes it again, while there is one. */
export interface UndoableTable {
  change: (edits: TableEdit[]) => void
  undo: (() => void) | undefined
  redo: (() => void) | undefined
}

/** Remembers what is done to the table while its form is open. */
export function useTableHistory(
  table: TableValue,
  {readOnly, write}: {readOnly: boolean; write: (edits: TableEdit[]) => void},
): UndoableTable {
  const [known, setHistory] = useState(NO_HISTORY)
  const history = settle(known, table)
  if (history !== known) setHistory(history)
  const goTo = (place: TableReturn | undefined) => {
    if (readOnly || place === undefined) return undefined
    return () => {
      setHistory(place.history)
      write(place.edits)
    }
  }
  return {
    change(edits) {
      if (edits.length > 0) setHistory(remember(history, table))
      write(edits)
    },
    undo: goTo(undo(history, table)),
    redo: goTo(redo(history, table)),
  }
}
