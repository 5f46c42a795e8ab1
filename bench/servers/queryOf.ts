/** Reads query and parameters from the address of the HTTP API (`?query=…&$name=<JSON>`). */
export function queryOf(url: URL): {query: string; params: Record<string, unknown>} {
  const params = [...url.searchParams]
    .filter(([name]) => name.startsWith('$'))
    .map(([name, value]): [string, unknown] => [name.slice(1), JSON.parse(value)])
  return {query: url.searchParams.get('query') ?? '', params: Object.fromEntries(params)}
}
