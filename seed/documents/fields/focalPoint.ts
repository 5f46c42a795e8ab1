import type {ImageHotspot} from '../../markdown/types.ts'

const COLUMNS = ['left', 'center', 'right']
const ROWS = ['top', 'center', 'bottom']

/**
 * Hugo's anchor (`TopLeft` … `BottomRight`, `Center`, in any case) as a hotspot; `Smart` and unknown words give none.
 */
export function focalPointToHotspot(anchor: string): ImageHotspot | undefined {
  const match = /^(?!$)(top|bottom)?(left|right)?$/i.exec(anchor)
  if (!match && anchor.toLowerCase() !== 'center') return undefined
  const column = COLUMNS.indexOf(match?.[2]?.toLowerCase() ?? 'center')
  const row = ROWS.indexOf(match?.[1]?.toLowerCase() ?? 'center')
  return {_type: 'sanity.imageHotspot', x: column / 2, y: row / 2, width: 0.3, height: 0.3}
}

/** The anchor nearest to a hotspot. */
export function hotspotToFocalPoint({x, y}: Pick<ImageHotspot, 'x' | 'y'>): string {
  const name = (names: readonly string[], at: number) => names[Math.min(2, Math.max(0, Math.round(at * 2)))] ?? 'center'
  const row = name(ROWS, y).replace('center', '')
  const column = name(COLUMNS, x).replace('center', '')
  if (row === '' && column === '') return 'Center'
  return (capital(row) + capital(column)).trim()
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
