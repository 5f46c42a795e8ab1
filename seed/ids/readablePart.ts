/** What of a name a person still reads in an id: ASCII letters and digits, at most 40; `''` for a name in Hangul. */
export function readablePart(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40)
}
