import type {Notice} from '../notices.ts'
import type {MarkdownEnvironment} from './parseTokens.ts'
import type {Reading} from './reading.ts'
import type {MaskedText} from './shortcodes/placeholders.ts'
import type {MarkdownContext} from './types.ts'

interface ReadingOptions extends Pick<Reading, 'readInner'> {
  context: MarkdownContext
  environment: MarkdownEnvironment
  /** Where notices are added, with lines of the file. */
  notices: Notice[]
}

/** What constructs may ask about a text whose shortcodes are masked. */
export function createReading({text, units}: MaskedText, options: ReadingOptions): Reading {
  const {context, environment, notices, readInner} = options
  const lineStarts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lineStarts.push(at + 1)
  const extraLines = units.map(({source}) => source.split('\n').length - 1)
  const fileLine = (line: number): number => {
    let skipped = 0
    if (extraLines.some((count) => count > 0)) {
      const before = text.slice(0, lineStarts[line] ?? text.length)
      for (const match of before.matchAll(/\uFDD0(\d+)\uFDD1/g)) skipped += extraLines[Number(match[1])] ?? 0
    }
    return context.line + line + skipped
  }
  return {
    context,
    text,
    lineStarts,
    units,
    environment,
    note: (kind, line, message, value) => {
      notices.push({kind, path: context.path, line: fileLine(line), message, ...(value === undefined ? {} : {value})})
    },
    readInner,
  }
}
