/** A list item's marker as it stands in a source: `  - `, `3) `. */
export interface Marker {
  indent: string
  /** `-`, `+`, `*`, or `.` or `)` behind a number. */
  style: string
  number?: number
  space: string
}

const marker = /^([ \t]*)(?:([-+*])|(\d{1,9})([.)]))([ \t]*)/

/** The marker at the beginning of a line; nothing when it begins with none. */
export function readMarker(line: string): Marker | undefined {
  const match = marker.exec(line)
  if (match === null) return undefined
  const [, indent = '', bullet, number, dot = '.', space = ' '] = match
  return {indent, style: bullet ?? dot, space, ...(number === undefined ? {} : {number: Number(number)})}
}

/** The item's source with another number; the same text when it has none. */
export function renumber(source: string, number: number): string {
  return source.replace(
    marker,
    (whole, indent: string, _bullet, old: string | undefined, dot: string, space: string) => {
      if (old === undefined || Number(old) === number) return whole
      const width = old.length + space.length - String(number).length
      return `${indent}${number}${dot}${space === '' ? '' : ' '.repeat(Math.max(1, width))}`
    },
  )
}

/** A printed item (`- text`, continuation lines indented) under the marker that its place in the source asks for. */
export function restyle(printed: string, style: Marker, number: number): string {
  const [first = '', ...rest] = printed.split('\n')
  const own = marker.exec(first)?.[0] ?? ''
  const name = style.number === undefined ? style.style : `${number}${style.style}`
  const lead = `${style.indent}${name}${style.space === '' ? ' ' : style.space}`
  const padding = ' '.repeat(lead.length)
  const start = (lead + first.slice(own.length)).replace(/[ \t]+$/, '')
  return [start, ...rest.map((line) => padding + line.slice(own.length))].join('\n')
}
