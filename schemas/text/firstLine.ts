const LONGEST = 80

/** The first line with text in it, shortened for a preview; undefined when there is none. */
export function firstLine(text: unknown): string | undefined {
  if (typeof text !== 'string') return undefined
  const line = text
    .split('\n')
    .map((part) => part.trim())
    .find((part) => part !== '')
  return line === undefined || line.length <= LONGEST ? line : `${line.slice(0, LONGEST)}…`
}
