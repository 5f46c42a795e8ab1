/** How many past talks one page lists. */
const pageLength = 50

/** The talks on a page of a list, counted from 1, as parameters of a query. */
export function pageRange(number: number): {from: number; to: number} {
  return {from: (number - 1) * pageLength, to: number * pageLength}
}

/** How many pages a list of talks has. */
export function pageCount(talks: number): number {
  return Math.max(1, Math.ceil(talks / pageLength))
}

/** The number of a page as an address has it; undefined for what is none. */
export function pageNumber(text: string): number | undefined {
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : undefined
}
