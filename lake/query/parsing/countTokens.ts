/** A string that does not end goes on to the end of the query, so that each sign is read once. */
const token = /[\p{L}\p{N}_]+|"(?:\\[^]|[^"\\])*(?:"|\\?$)|'(?:\\[^]|[^'\\])*(?:'|\\?$)|\/\/.*|[^\s\p{L}\p{N}_]/gu

/** A part of a query: the body of a custom function, or the query itself. */
interface Part {
  tokens: number
  calls: string[]
}

/** Words, strings and signs of a query, without comments. */
export function tokensOf(query: string): string[] {
  return (query.match(token) ?? []).filter((one) => !one.startsWith('//'))
}

/** The number of `tokensOf` a query, with the body of each custom function (`fn a::b($x) = …;`) counted wherever it is called. */
export function countTokens(query: string): number {
  const tokens = tokensOf(query)
  if (!tokens.includes('fn')) return tokens.length
  const parts = new Map<string, Part>()
  let part: Part = {tokens: 0, calls: []}
  const main = part
  for (const [at, one] of tokens.entries()) {
    part.tokens += 1
    if (one === ';') part = main
    const name = tokens[at + 1] === ':' && tokens[at + 2] === ':' ? `${one}::${tokens[at + 3]}` : undefined
    if (name === undefined) continue
    if (tokens[at - 1] === 'fn') parts.set(name, (part = {tokens: 0, calls: []}))
    else part.calls.push(name)
  }
  return expanded(main, parts, new Map())
}

function expanded({tokens, calls}: Part, parts: ReadonlyMap<string, Part>, known: Map<string, number>): number {
  return calls.reduce((sum, name) => {
    const called = parts.get(name)
    // A function that calls itself is refused by the parser.
    if (!known.has(name)) known.set(name, 0).set(name, called ? expanded(called, parts, known) : 0)
    return sum + (known.get(name) ?? 0)
  }, tokens)
}
