const FENCE = /^ {0,3}(`{3,}|~{3,})/

/**
 * Where Git left the two sides of a merge in a text: lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`, in this order
 * (https://git-scm.com/docs/git-merge#_how_conflicts_are_presented). Those in fenced code are an example of one.
 * @returns 0-based line of the first mark.
 */
export function conflictLine(text: string): number | undefined {
  if (!text.includes('<<<<<<< ')) return undefined
  const lines = outsideFences(text.split(/\r?\n/))
  const begin = lines.findIndex((line) => line.startsWith('<<<<<<< '))
  const middle = lines.indexOf('=======', begin + 1)
  const isClosed = middle > 0 && lines.slice(middle).some((line) => line.startsWith('>>>>>>> '))
  return begin >= 0 && isClosed ? begin : undefined
}

/** The lines, those of fenced code empty. */
function outsideFences(lines: readonly string[]): string[] {
  let open: string | undefined
  return lines.map((line) => {
    const fence = FENCE.exec(line)?.[1]
    if (open === undefined) {
      open = fence
      return fence === undefined ? line : ''
    }
    if (fence?.startsWith(open) === true && line.trim() === fence) open = undefined
    return ''
  })
}
