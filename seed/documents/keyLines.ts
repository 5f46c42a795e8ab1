import type {PageParts} from '../frontMatter/splitPage.ts'

/** 1-based line in the file of a key, the one below its parents; the header's first line when it is not found. */
export type KeyLines = (path: string) => number

/** Looks for the lines of a page's keys when somebody asks for them. */
export function createKeyLines({header, headerLine}: PageParts): KeyLines {
  let words: readonly string[] | undefined
  return (path) => {
    words ??= wordsOfLines(header)
    const lower = path.toLowerCase()
    let line = 0
    for (const key of lower.includes('.') ? lower.split('.') : [lower]) {
      const found = key === '' ? -1 : words.indexOf(key, line)
      line = found < 0 && !word.test(key) ? (lineOfOddKey(header, key, line) ?? line) : Math.max(found, line)
    }
    return line + headerLine
  }
}

const word = /^\w[\w-]*$/
const wordAtStart = /(?:[^\S\n]|-)*(?:\[+[^\S\n]*)?["']?(\w[\w-]*)["']?[^\S\n]*[:=\]]/y

/** The key of letters, digits and hyphens with which each line begins, in lower case; '' for any other line. */
function wordsOfLines(header: string): string[] {
  const words: string[] = []
  for (let start = 0; start < header.length;) {
    words.push(header[start] === '#' ? '' : wordAt(header, start))
    const end = header.indexOf('\n', start)
    start = end < 0 ? header.length : end + 1
  }
  return words
}

function wordAt(header: string, start: number): string {
  wordAtStart.lastIndex = start
  return wordAtStart.exec(header)?.[1]?.toLowerCase() ?? ''
}

const BEFORE_KEY = /^[\s-]*(\[+\s*)?["']?$/
const AFTER_KEY = /["']?[^\S\n]*[:=\]]/y

function lineOfOddKey(header: string, key: string, from: number): number | undefined {
  const found = header
    .toLowerCase()
    .split('\n')
    .findIndex((text, line) => line >= from && beginsWith(text, key))
  return found < 0 ? undefined : found
}

function beginsWith(line: string, key: string): boolean {
  for (let at = line.indexOf(key); at >= 0 && at < line.length; at = line.indexOf(key, at + 1)) {
    AFTER_KEY.lastIndex = at + key.length
    if (AFTER_KEY.test(line) && BEFORE_KEY.test(line.slice(0, at))) return true
  }
  return false
}
