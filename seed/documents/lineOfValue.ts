import type {PageParts} from '../frontMatter/splitPage.ts'

/**
 * 1-based line on which a key's value says a text, an item of a list for instance; the key's line when none does.
 * @param line The key's line.
 */
export function lineOfValue({header, headerLine}: PageParts, line: number, text: string): number {
  if (text === '') return line
  let start = 0
  for (let at = headerLine; at < line; at++) start = header.indexOf('\n', start) + 1
  for (let at = line; start < header.length; at++) {
    const end = header.indexOf('\n', start)
    const own = header.slice(start, end < 0 ? header.length : end)
    if (at > line && NEXT_KEY.test(own)) return line
    if (own.includes(text)) return at
    start = end < 0 ? header.length : end + 1
  }
  return line
}

const NEXT_KEY = /^(["']?[\w-]+["']?\s*[:=]|\[)/
