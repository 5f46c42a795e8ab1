const [quote, backslash, openArray, closeArray, openObject, closeObject] = [34, 92, 91, 93, 123, 125]

/**
 * Whether the arrays and objects of a JSON text are nested more than so many levels deep, whether it is JSON or not: told from the text, because
 * `JSON.parse` takes 70 bytes of memory for each level that it is in, nine gigabytes for the longest body.
 */
export function nestsDeeper(text: string, levels: number): boolean {
  let depth = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === openArray || code === openObject) {
      depth += 1
      if (depth > levels) return true
    } else if (code === closeArray || code === closeObject) depth -= 1
    else if (code === quote) {
      at = endOfString(text, at)
      if (at === -1) return false
    }
  }
  return false
}

/** Where the string ends that begins at `start`; -1 when it does not. */
function endOfString(text: string, start: number): number {
  let at = text.indexOf('"', start + 1)
  while (at !== -1 && isEscaped(text, at)) at = text.indexOf('"', at + 1)
  return at
}

function isEscaped(text: string, at: number): boolean {
  let before = at - 1
  while (text.charCodeAt(before) === backslash) before -= 1
  return (at - before) % 2 === 0
}
