/** The parameters of the queries that depend on the time: whole seconds, so that they compare with stored instants as strings. */
export function queryTime(now: Date): {now: string; dayAgo: string} {
  return {now: seconds(now.getTime()), dayAgo: seconds(now.getTime() - 86_400_000)}
}

function seconds(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`
}
