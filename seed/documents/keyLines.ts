import {type PageParts, lineAt} from '../frontMatter/splitPage.ts'

/** 1-based line in the file of a key, the one below its parents; the header's first line when it is not found. */
export type KeyLines = (path: string) => number

/** Looks for the lines of a page's keys when somebody asks for them. */
export function createKeyLines(parts: PageParts): KeyLines {
  let header: string | undefined
  return (path) => {
    header ??= parts.header.toLowerCase()
    let line = 0
    for (const key of path.toLowerCase().split('.')) line = startOfKey(header, key, line) ?? line
    return lineAt(header, line) + parts.headerLine - 1
  }
}

const BEFORE_KEY = /^[\s-]*(\[+\s*)?["']?$/
const AFTER_KEY = /["']?[^\S\n]*[:=\]]/y

/** Offset of the first line from an offset on that begins with a key. */
function startOfKey(header: string, key: string, from: number): number | undefined {
  for (let at = header.indexOf(key, from); at >= 0 && at < header.length; at = header.indexOf(key, at + 1)) {
    AFTER_KEY.lastIndex = at + key.length
    if (!AFTER_KEY.test(header)) continue
    const line = at === 0 ? 0 : header.lastIndexOf('\n', at - 1) + 1
    if (BEFORE_KEY.test(header.slice(line, at))) return line
  }
  return undefined
}
