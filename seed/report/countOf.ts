/** A number and what it counts: `1 page`, `2 pages`. */
export function countOf(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`
}
