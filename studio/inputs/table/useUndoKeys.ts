import {type RefObject, useEffect} from 'react'

/**
 * Ctrl+Z, and Ctrl+Shift+Z or Ctrl+Y, anywhere in the dialog around an element: removing a row leaves the focus outside of the table. What
 * does nothing is left to the browser, which takes back what was typed.
 */
export function useUndoKeys(
  element: RefObject<HTMLElement | null>,
  {undo, redo}: {undo: (() => void) | undefined; redo: (() => void) | undefined},
): void {
  useEffect(() => {
    const around = element.current?.closest<HTMLElement>('[role=dialog]') ?? element.current
    const press = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing) return
      const key = event.key.toLowerCase()
      const run = key === 'y' || (key === 'z' && event.shiftKey) ? redo : key === 'z' ? undo : undefined
      if (run === undefined) return
      event.preventDefault()
      run()
    }
    around?.addEventListener('keydown', press)
    return () => around?.removeEventListener('keydown', press)
  }, [element, undo, redo])
}
