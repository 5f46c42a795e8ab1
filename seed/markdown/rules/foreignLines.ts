import {type Node, type Reading, sliceLines} from '../reading.ts'

const attributes = /(?:^|\n)[ \t>]*\{(?=[^\n]*\})\s*(?:[#.}]|[A-Za-z_:][\w:.-]*\s*=)/
const delimiterRow = /\n[ \t]*(?=[^\n]*-)[-|: \t]+(?:\n|$)/
const definition = /\n[ \t]*:(?:[ \t]|\n|$)/
const definitionStart = /^:(?:[ \t]|\n|$)/

/** Goldmark's block attributes: whether a line begins with `{.class}` or `{#id key="value"}`, which is no text then. */
export function hasAttributeLine(text: string): boolean {
  return text.includes('{') && attributes.test(text)
}

/** Whether text has a line that Goldmark may take for the start of a table or of a definition where CommonMark sees text. */
function hasForeignLine(text: string): boolean {
  return text.includes('\n') && (delimiterRow.test(text) || definition.test(text))
}

/** Whether text right after a paragraph is a definition of it to Goldmark. */
export function startsAsDefinition(text: string): boolean {
  return definitionStart.test(text)
}

/** Why lines in the texts of a construct are not what CommonMark takes them for. */
export function refuseLines({tokens, lines}: Node, reading: Reading): string | undefined {
  if (tokens[0]?.type === 'table_open')
    return hasAttributeLine(sliceLines(reading, lines)) ? 'block attributes' : undefined
  for (const {type, content} of tokens) {
    if (type !== 'inline') continue
    if (hasAttributeLine(content)) return 'block attributes'
    if (hasForeignLine(content)) return 'line that Hugo takes for a table or a definition'
  }
  return undefined
}
