/**
 * The id of a heading as Hugo makes it (`autoHeadingIDType: github`): lower case, spaces to hyphens, nothing else kept but letters and
 * digits of every script, without marks; a number is added where the page has it already.
 *
 * @param text the heading as Markdown: the address of a link is part of it
 */
export function headingAnchor(text: string, taken: ReadonlySet<string>): string {
  const base =
    text
      .trim()
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{Nd}_\- ]/gu, '')
      .replaceAll(' ', '-') || 'heading'
  if (!taken.has(base)) return base
  let number = 1
  while (taken.has(`${base}-${number}`)) number += 1
  return `${base}-${number}`
}
