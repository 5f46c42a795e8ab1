import {FrontMatterError} from './frontMatterError.ts'
import type {FrontMatterFormat} from './frontMatterValue.ts'

/** What a parser says of front matter that it cannot read; line and column are 1-based, within the front matter. */
interface Complaint {
  reason: string
  line: number
  column?: number | undefined
}

/** Where to look, when that is not where the parser gave up, and what to do. */
interface Remedy {
  line?: number
  advice: string
}

const NAMES = {yaml: 'YAML', toml: 'TOML', json: 'JSON'} as const

/** An error that also says what to do about it. `firstLine` is the line of the file in which the front matter begins. */
export function unreadable(
  format: FrontMatterFormat,
  {reason, line, column}: Complaint,
  header: string,
  firstLine: number,
): FrontMatterError {
  const lines = header.split(/\r?\n/)
  const remedies = {yaml: yamlRemedy, toml: tomlRemedy, json: jsonRemedy}
  const {line: better, advice} = conflictRemedy(lines) ?? remedies[format](reason, lines, line)
  const place = better ?? line
  return new FrontMatterError(
    `${NAMES[format]}: ${reason}; ${advice}`,
    place + firstLine - 1,
    place === line ? column : undefined,
  )
}

function conflictRemedy(lines: readonly string[]): Remedy | undefined {
  const at = lines.findIndex((line) => /^<{7}( |$)/.test(line))
  if (at < 0) return undefined
  return {line: at + 1, advice: 'Git left a conflict here: keep one of the two sides and delete the three marks'}
}

function yamlRemedy(reason: string, lines: readonly string[], line: number): Remedy {
  if (reason.startsWith('tab ')) return {advice: 'indent with spaces'}
  if (reason.includes('quoted scalar')) {
    const at = lines.findIndex((text) => /:\s+(?:"(?:[^"\\]|\\.)*|'(?:[^']|'')*)$/.test(text))
    return {...(at >= 0 && {line: at + 1}), advice: 'the quote that begins here is never closed'}
  }
  if (reason.includes('flow collection')) {
    const at = lines.findLastIndex((text) => /:\s+(?:\[[^\]]*|\{[^}]*)$/.test(text))
    return {...(at >= 0 && {line: at + 1}), advice: 'the bracket that opens here is never closed'}
  }
  return {advice: valueAdvice(lines[line - 1] ?? '')}
}

/** Advice on a line of YAML whose value is probably meant as text. */
function valueAdvice(text: string): string {
  const value = /^\s*(?:- )?[^\s:"'#][^:]*:\s+(.*)$/.exec(text)?.[1] ?? ''
  if (/^[@`%*&!]/.test(value)) return `a value that begins with "${value.charAt(0)}" stands in quotes`
  if (/^"(?:[^"\\]|\\.)*"\s*[^\s#]/.test(value) || /^'(?:[^']|'')*'\s*[^\s#]/.test(value))
    return "something stands after the closing quote: put single quotes around the whole value, and write '' for each '"
  if (/^[^"'[{|>].*:(?:\s|$)/.test(value)) return 'a value with a colon and a space in it stands in quotes'
  return 'look at this line and the one above it for a missing colon or quote, or for other indentation than their neighbours'
}

function tomlRemedy(reason: string): Remedy {
  if (reason.startsWith('trying to redefine')) return {advice: 'delete one of the two'}
  if (/date/.test(reason))
    return {advice: 'write it like 2024-10-03T09:00:00, every part with two digits, or in quotes'}
  if (reason === 'invalid value') return {advice: 'a text stands in double quotes'}
  return {advice: 'look at this line for a missing quote, bracket or "="'}
}

function jsonRemedy(reason: string): Remedy {
  if (reason.startsWith('Expected double-quoted'))
    return {advice: 'delete the comma before it, or put the key in quotes'}
  return {advice: 'look at this line and the one above it for a missing comma, quote or bracket'}
}
