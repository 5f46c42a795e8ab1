import {lineEnd, nextLine} from './lines.ts'
import {scanToml} from './scanToml.ts'

/** What a TOML text says about one of its pairs or tables without it being part of the value. */
interface TomlNote {
  /** Comments and blank lines above it, and comments inside its value; without indentation. */
  above: string[]
  /** The comment behind it on its line, with its mark; '' for none. */
  behind: string
  /** The value stands on several lines. */
  severalLines: boolean
}

/** The comments of a TOML text by the path of what they stand beside; places in lists are numbers as text. */
export interface TomlNotes {
  at(path: readonly string[]): TomlNote | undefined
  /** Comments and blank lines below everything else. */
  tail: string[]
}

/** Finds the comments of a TOML text that has been read without error. */
export function commentsIn(text: string): TomlNotes {
  const {pairs, tables} = scanToml(text)
  const items = [
    ...pairs.map(({path, start, valueStart, valueEnd}) => ({path, start, valueStart, valueEnd})),
    ...tables.map(({path, start}) => ({path, start, valueStart: start, valueEnd: headEnd(text, start)})),
  ].sort((a, b) => a.start - b.start)
  const notes = new Map<string, TomlNote>()
  let at = 0
  for (const {path, start, valueStart, valueEnd} of items) {
    const value = text.slice(valueStart, valueEnd)
    notes.set(keyOf(path.map(String)), {
      above: [...linesOf(text.slice(at, start)), ...commentsInside(value)],
      behind: /#.*/.exec(text.slice(valueEnd, lineEnd(text, valueEnd)))?.[0].trimEnd() ?? '',
      severalLines: value.startsWith('[') && value.includes('\n'),
    })
    at = nextLine(text, valueEnd)
  }
  return {at: (path) => notes.get(keyOf(path)), tail: linesOf(text.slice(at))}
}

function keyOf(path: readonly string[]): string {
  return JSON.stringify(path)
}

/** Offset behind the brackets of a table's header. */
function headEnd(text: string, start: number): number {
  const match = /^[ \t]*\[\[?(?:"(?:[^"\\]|\\.)*"|'[^']*'|[^\]"'])*\]\]?/.exec(text.slice(start))
  return start + (match?.[0].length ?? 0)
}

function linesOf(text: string): string[] {
  const lines = text.split('\n').map((line) => line.trim())
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines
}

/** Comments between the items of a list over several lines: behind strings, which may hold `#` too, they are left. */
function commentsInside(value: string): string[] {
  if (!value.startsWith('[')) return []
  const strings = /"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|(#[^\n]*)/g
  return [...value.matchAll(strings)].flatMap(([, found]) => (found === undefined ? [] : [found.trimEnd()]))
}
