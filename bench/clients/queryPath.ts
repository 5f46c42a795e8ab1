const QUERY_PATH = '/v2025-02-19/data/query/production'

/** Address of a query with its parameters, as `@sanity/client` sends it. */
export function queryPath(query: string, params: Record<string, unknown> = {}): string {
  const values = Object.entries(params).map(([name, value]): [string, string] => [`$${name}`, JSON.stringify(value)])
  const search = new URLSearchParams([['query', query], ...values, ['returnQuery', 'false']])
  return `${QUERY_PATH}?${search}`
}
