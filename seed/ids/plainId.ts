/** A document's id without `drafts.`. */
export function plainId(id: string): string {
  return id.replace(/^drafts\./, '')
}
