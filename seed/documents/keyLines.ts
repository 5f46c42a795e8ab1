import type {PageParts} from '../frontMatter/splitPage.ts'

/** 1-based line in the file of a key, the one below its parents; the header's first line when it is not found. */
export type KeyLines = (path: string) => number

/** Looks for the lines of a page's keys when somebody asks for them. */
export function createKeyLines({header, headerLine}: PageParts): KeyLines {
  let lines: ReadonlyMap<string, readonly number[]> | undefined
  return (path) => {
    lines ??= linesOfWords(header)
    const lower = path.toLowerCase()
    let line = 0
    for (const key of lower.includes('.') ? lower.split('.') : [lower]) line = lineOf(key, lines, header, line)
    return line + headerLine
  }
}

/** The first line of a key from a line on; that line when it is not found. */
function lineOf(key: string, lines: ReadonlyMap<string, readonly number[]>, header: string, from: number): number {
  const known = lines.get(key)
  const found = known || word.test(key) ? known?.find((at) => at >= from) : lineOfOddKey(header, key, from)
  return found ?? from
}

const word = /^\w[\w-]*$/
const wordAtStart = /(?:[^\S\n]|-)*(?:\[+[^\S\n]*)?["']?(\w[\w-]*)["']?[^\S\n]*[:=\]]/y

/** The lines, from 0, that begin with a key of letters, digits and hyphens, by the key in lower case. */
function linesOfWords(header: string): Map<string, number[]> {
  const lines = new Map<string, number[]>()
  for (let start = 0, line = 0; start < header.length; line++) {
    const key = header[start] === '#' ? undefined : wordAt(header, start)
    if (key !== undefined) {
      const before = lines.get(key)
      if (before === undefined) lines.set(key, [line])
      else before.push(line)
    }
    const end = header.indexOf('\n', start)
    start = end < 0 ? header.length : end + 1
  }
  return lines
}

function wordAt(header: string, start: number): string | undefined {
  wordAtStart.lastIndex = start
  return wordAtStart.exec(header)?.[1]?.toLowerCase()
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
