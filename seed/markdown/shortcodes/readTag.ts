/** An argument of a shortcode: quoted and raw strings are strings, bare words may be numbers or booleans, as in Hugo. */
export type ArgumentValue = string | number | boolean

/** One `{{< name … >}}` or `{{% name … %}}`. */
export interface ShortcodeTag {
  /** Offsets in the text, end exclusive. */
  start: number
  end: number
  delimiter: '<' | '%'
  name: string
  closing: boolean
  selfClosing: boolean
  positional: ArgumentValue[]
  named: Map<string, ArgumentValue>
}

const spaces = /\s*/y
const nameToken = /[\p{L}\p{N}_./-]+/uy
const keyToken = /([\p{L}\p{N}_-]+)\s*=\s*/uy
const rawString = /`[^`]*`/y
const quotedString = /"(?:[^"\\]|\\[\s\S])*"/y
const bareWord = /(?:(?!\/?[>%]\}\})[^\s"`=])+/y

/**
 * Reads the tag that begins at `start` (where `{{<` or `{{%` stands), or nothing when it is not one: unclosed, or with
 * arguments that Hugo's lexer refuses. Source of the rules: Hugo's parser/pageparser/pagelexer_shortcode.go.
 */
export function readTag(text: string, start: number): ShortcodeTag | undefined {
  const delimiter = text[start + 2] === '<' ? '<' : '%'
  const closer = delimiter === '<' ? '>}}' : '%}}'
  let at = start + 3
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (match !== null) at = pattern.lastIndex
    return match
  }
  take(spaces)
  const closing = text[at] === '/'
  if (closing) at++
  take(spaces)
  const name = take(nameToken)?.[0]
  if (name === undefined) return undefined
  const tag: ShortcodeTag = {
    start,
    end: 0,
    delimiter,
    name: name.replace(/\/$/, ''),
    closing,
    selfClosing: name.endsWith('/'),
    positional: [],
    named: new Map(),
  }
  for (;;) {
    take(spaces)
    if (text.startsWith(closer, at)) return {...tag, end: at + 3}
    if (text[at] === '/' && text.startsWith(closer, at + 1)) return {...tag, selfClosing: true, end: at + 4}
    const key = take(keyToken)?.[1]
    const raw = take(rawString)?.[0]
    const value = raw === undefined ? readQuotedOrBare(take) : raw.slice(1, -1)
    if (value === undefined) return undefined
    if (key === undefined) tag.positional.push(value)
    else tag.named.set(key, value)
  }
}

function readQuotedOrBare(take: (pattern: RegExp) => RegExpExecArray | null): ArgumentValue | undefined {
  const quoted = take(quotedString)?.[0]
  if (quoted !== undefined) return quoted.slice(1, -1).replace(/\\(["\\])/g, '$1')
  const bare = take(bareWord)?.[0]
  if (bare === undefined) return undefined
  if (bare === 'true') return true
  if (bare === 'false') return false
  return /^-?(0|[1-9]\d{0,14})$/.test(bare) ? Number(bare) : bare
}
