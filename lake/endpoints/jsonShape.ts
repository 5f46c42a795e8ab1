const [quote, comma, openArray, backslash, closeArray, openObject, closeObject] = [34, 44, 91, 92, 93, 123, 125]

/** How much memory and time a JSON text takes when it is parsed, beside that of its strings. */
export interface JsonShape {
  /** How deep arrays and objects are nested. */
  depth: number
  /** How many arrays and objects there are. */
  containers: number
  /** How many commas there are between items and members. */
  commas: number
}

/**
 * The shape of a JSON text, whether it is JSON or not, counted up to `limits`. It is told from the text, because `JSON.parse` takes some 70 bytes
 * for each level that it is in, and as many for each empty object: gigabytes for the longest body. Sixty million numbers take a minute from there on.
 */
export function jsonShape(text: string, limits: JsonShape): JsonShape {
  const shape = {depth: 0, containers: 0, commas: 0}
  let level = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === openArray || code === openObject) {
      level += 1
      shape.containers += 1
      if (level > shape.depth) shape.depth = level
      if (level > limits.depth || shape.containers > limits.containers) return shape
    } else if (code === closeArray || code === closeObject) level -= 1
    else if (code === comma) {
      shape.commas += 1
      if (shape.commas > limits.commas) return shape
    } else if (code === quote) {
      at = endOfString(text, at)
      if (at === -1) return shape
    }
  }
  return shape
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
