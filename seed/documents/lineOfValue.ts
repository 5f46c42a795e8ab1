import type {PageParts} from '../frontMatter/splitPage.ts'

/**
 * 1-based line on which a key's value says a text, an item of a list for instance; the key's line when none does.
 * @param line The key's line.
 */
export function lineOfValue({header, headerLine}: PageParts, line: number, text: string): number {
  const lines = header.split('\n').slice(line - headerLine)
  const next = lines.findIndex((other, index) => index > 0 && /^(["']?[\w-]+["']?\s*[:=]|\[)/.test(other))
  const found = lines.slice(0, next < 0 ? undefined : next).findIndex((own) => own.includes(text))
  return found < 0 || text === '' ? line : line + found
}
