/** Both inclusive, as in a Range header. */
export interface ByteRange {
  from: number
  to: number
}

/**
 * One range of a Range header (RFC 9110, section 14): undefined when the whole file should be sent (no header, several
 * ranges, or a form we do not know), `unsatisfiable` when it begins beyond the end.
 */
export function byteRange(header: string | null, size: number): ByteRange | 'unsatisfiable' | undefined {
  const match = /^bytes=(\d*)-(\d*)$/i.exec(header ?? '')
  if (match === null) return undefined
  const [, first = '', last = ''] = match
  if (first === '' && last === '') return undefined
  if (first === '') {
    const length = Math.min(Number(last), size)
    return length === 0 ? 'unsatisfiable' : {from: size - length, to: size - 1}
  }
  const from = Number(first)
  const to = last === '' ? size - 1 : Math.min(Number(last), size - 1)
  if (last !== '' && Number(last) < from) return undefined
  return from >= size ? 'unsatisfiable' : {from, to}
}
