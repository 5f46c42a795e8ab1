/** The members of a JSON object; none of a text that is something else (an editor may have written it). */
export function readJsonObject(text: string | null | undefined): ReadonlyMap<string, unknown> {
  const value = parse(text ?? '')
  return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : [])
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
