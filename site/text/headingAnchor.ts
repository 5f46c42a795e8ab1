/**
 * The id of a heading as Hugo makes it (`autoHeadingIDType: github`): lower case, punctuation dropped, spaces to hyphens,
 * letters of every script kept; a number is added where the page has it already.
 */
export function headingAnchor(text: string, taken: ReadonlySet<string>): string {
  const base =
    text
      .trim()
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{M}\p{N}_\- ]/gu, '')
      .replaceAll(' ', '-') || 'heading'
  if (!taken.has(base)) return base
  let number = 1
  while (taken.has(`${base}-${number}`)) number += 1
  return `${base}-${number}`
}
