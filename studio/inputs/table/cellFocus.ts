import type {KeyboardEvent} from 'react'
import {cellStep} from './cellStep.ts'

/** Marks what stands for a cell in the grid, to find its neighbours by. */
export const CELL = {'data-cell': ''}

/** Moves the focus from a cell of the grid to the one that the pressed key leads to; other keys do what they do. */
export function moveFocus(event: KeyboardEvent<HTMLElement>, width: number): void {
  const cells = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-cell]')]
  const at = cells.findIndex((cell) => cell === event.target)
  // A cell that opens is a button: Enter presses it.
  if (at < 0 || (event.key === 'Enter' && event.target instanceof HTMLButtonElement)) return
  const {key, shiftKey, ctrlKey, metaKey, altKey, nativeEvent} = event
  const {isComposing} = nativeEvent
  const step = cellStep({key, shiftKey, ctrlKey, metaKey, altKey, isComposing}, at, {width, count: cells.length})
  const cell = step === undefined ? undefined : cells[step]
  if (cell === undefined) return
  event.preventDefault()
  cell.focus()
  // As after a Tab of the browser.
  if (cell instanceof HTMLInputElement) cell.select()
}
