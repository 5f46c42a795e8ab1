import {BoundedCache} from '../boundedCache.ts'
import {tokensOf} from './countTokens.ts'
import type {QueryParams} from './parseQuery.ts'

const known = new BoundedCache<readonly string[]>(500)
const longestKnown = 16 * 1024

/**
 * The parameters that decide how a query is parsed: those in slices (`[0...$limit]`) and in element access (`[$index]`), which must be constants.
 * All of them when a custom function makes that unsafe to tell from the text.
 */
export function parseTimeParams(query: string, params: QueryParams): QueryParams {
  if (!query.includes('$')) return {}
  const names = known.get(query) ?? constantParams(tokensOf(query))
  if (query.length <= longestKnown) known.set(query, names)
  return Object.fromEntries(
    names.filter((name) => Object.hasOwn(params, name)).map((name) => [name, params[name] ?? null]),
  )
}

const inConstants = /^(?:\d+|[.+\-*/%()]|["'].*)$/s

/** The names of the parameters in brackets that hold nothing else but numbers, strings and their operators. */
function constantParams(tokens: readonly string[]): string[] {
  const isName = (at: number): boolean => tokens[at - 1] === '$'
  if (tokens[0] === 'fn') return [...new Set(tokens.filter((_, at) => isName(at)))]
  const used = new Set<string>()
  /** The names in the innermost bracket that is open; undefined outside of one, and where there is something else in it. */
  let names: string[] | undefined
  for (const [at, token] of tokens.entries()) {
    if (token === '[') names = []
    else if (token === ']') {
      names?.forEach((name) => used.add(name))
      names = undefined
    } else if (isName(at)) names?.push(token)
    else if (token !== '$' && !inConstants.test(token)) names = undefined
  }
  return [...used]
}
