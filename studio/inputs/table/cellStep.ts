/** A key that is pressed in a cell of a table. */
export interface CellKey {
  key: string
  shiftKey: boolean
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  /** A letter of Hangul is being put together: Enter and the arrows are the input method's. */
  isComposing: boolean
}

/**
 * Which cell a key leads to, counted from 0 along the rows: Tab to the next one, Enter and the arrows down and up.
 * Undefined for any other key, and beyond the first and the last row. Shift+Tab stays the browser's, which stops at the
 * menus of the rows as well.
 */
export function cellStep(
  pressed: CellKey,
  at: number,
  {width, count}: {width: number; count: number},
): number | undefined {
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey) return undefined
  const to = at + stepOf(pressed, width)
  return to !== at && to >= 0 && to < count ? to : undefined
}

function stepOf({key, shiftKey, isComposing}: CellKey, width: number): number {
  if (key === 'Tab') return shiftKey ? 0 : 1
  if (isComposing) return 0
  if (key === 'Enter') return shiftKey ? -width : width
  if (shiftKey) return 0
  return key === 'ArrowDown' ? width : key === 'ArrowUp' ? -width : 0
}
