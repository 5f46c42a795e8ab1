import {GroqSyntaxError} from 'groq-js'

/** Comments and strings, from left to right, since what is in one is not the other. A string that does not end goes on to the end of the query. */
const commentOrString = /\/\/[^\n]*|(["'])(?:\\[^]|(?!\1)[^\\])*(?:\1|\\?$)/g
const escape = /\\(?:["'\\/bfnrt]|u([\dA-Fa-f]{4})|u\{([\dA-Fa-f]+)\})?/g

/**
 * A query whose strings and comments groq-js reads as GROQ's specification has them, with everything else where it was. Of itself, groq-js takes any
 * sign behind a backslash, reads `\u{1F600}` as another character, looks for the end of `\u{` far behind the string's, or for ever, and knows no
 * comment that ends with the query. Throws a GroqSyntaxError for an escape that GROQ does not have.
 */
export function readableQuery(query: string): string {
  if (!query.includes('\\') && !query.includes('//')) return query
  const readable = query.replace(commentOrString, (part: string, quote: string | undefined, at: number) =>
    quote === undefined ? part : readableString(part, at, query),
  )
  return `${readable}\n`
}

/** The string, and as many blanks behind it as it has become shorter. */
function readableString(text: string, start: number, query: string): string {
  const readable = text.replace(
    escape,
    (found: string, four: string | undefined, any: string | undefined, at: number) => {
      if (found === '\\') throw new GroqSyntaxError(start + at, query, 'Invalid escape sequence')
      const digits = any ?? four
      if (digits === undefined) return found
      const code = Number.parseInt(digits, 16)
      if (code > 0x10ffff) throw new GroqSyntaxError(start + at, query, 'Invalid Unicode code point')
      return code > 0xffff ? String.fromCodePoint(code) : found
    },
  )
  return readable.padEnd(text.length)
}
