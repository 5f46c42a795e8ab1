import {diffArrays} from 'diff'
import {readFrontMatter} from '../../frontMatter/readFrontMatter.ts'
import type {PageParts} from '../../frontMatter/splitPage.ts'

const EMPTY: PageParts = {format: 'yaml', prefix: '', header: '', delimiter: '', body: '', headerLine: 1, bodyLine: 1}

/** 0-based lines of a header that belong to some keys (lower case): the keys' own lines and those of their values. */
function linesOfKeys({header, format}: PageParts, keys: ReadonlySet<string>): Set<number> {
  const toml = format === 'toml'
  const known = new Set(Object.keys(readFrontMatter({...EMPTY, header, format}).values))
  const lines = new Set<number>()
  let [current, table] = ['', false]
  for (const [index, line] of header.split('\n').entries()) {
    const head = toml ? /^\s*\[+\s*["']?([\w-]+)/.exec(line)?.[1] : undefined
    const key = table
      ? undefined
      : (toml ? /^\s*["']?([\w-]+)["']?\s*=/ : /^["']?(\w[\w -]*?)["']?\s*:/).exec(line)?.[1]
    if (head !== undefined) [current, table] = [head, true]
    else if (key !== undefined && known.has(key)) current = key
    if (keys.has(current.toLowerCase())) lines.add(index)
  }
  return lines
}

/**
 * Lines of a header that an edit changed though they do not belong to the edited keys, or say nothing (comments); and how many it changed at once,
 * when these are more than `most`.
 */
export function foreignLines(before: PageParts, after: PageParts, keys: ReadonlySet<string>, most: number): string[] {
  const [own, fresh] = [before, after].map((parts) => linesOfKeys(parts, keys))
  // In an abstract such a line is a heading.
  const isComment = (line: string) => !keys.has('abstract') && /^\s*#/.test(line)
  const foreign: string[] = []
  let [old, now, count] = [0, 0, 0]
  for (const {added, removed, value} of diffArrays(before.header.split('\n'), after.header.split('\n'))) {
    for (const line of value) {
      const quiet = /^\s*(#.*)?$/.test(line) && !(removed ? own : fresh)?.has(removed ? old : now)
      if (removed && (!own?.has(old) || isComment(line))) foreign.push(`-${line}`)
      if (added && (!fresh?.has(now) || isComment(line)) && !quiet) foreign.push(`+${line}`)
      if (!added) old++
      if (!removed) now++
    }
    if ((added || removed) && (count += value.length) > most) foreign.push(`${count} lines`)
  }
  return foreign
}
