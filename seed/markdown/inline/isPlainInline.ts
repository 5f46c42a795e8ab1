import type {Token} from '../rules/markdownIt.ts'

/** What printing may escape or write in another way, in text and where a text meets what follows it. */
const special = /[\\`*_[\]<&~$^={@|\u00a0\uFDD0]|:\/|w\.|!$/
const specialStart = /^(?:[-#+=>~:]|\d{1,9}[.)])/
const plainCode = /^(?! )[^`{|\uFDD0]+(?<! )$/
const plainTarget = /^[\w\-./:?=%#,+~;]+$/
/** CommonMark 0.31 counts symbols as punctuation beside `*` and `_`, Goldmark before 1.7 does not. */
const dependsOnVersion = /[\p{L}\p{N}][*_]+(?![\0-\u007f])\p{S}|(?![\0-\u007f])\p{S}[*_]+[\p{L}\p{N}]/u

/** Goldmark takes `<` in a target in angle brackets, and marks inside of a bare mail address; quotes alone at a line's end stay straight. */
const dependsOnParser = /\]\([ \t]*<[^>\n]*<|[^\s<][*`~][^\s<]*@[a-zA-Z0-9]|(?:^|\s)['"]\n/

/** Whether the version of CommonMark or the parser decides what a text's `*`, `_` and targets mean. */
export function isReadByVersion(source: string): boolean {
  return dependsOnVersion.test(source) || dependsOnParser.test(source)
}

/**
 * Whether printing the blocks of an inline token gives its source again, line ends in it as spaces: text that means
 * nothing else to Markdown, bold, italics, code and links that are not inside one another but for a mark and a link. False is no more than a
 * "perhaps": the text has to be printed and read to know.
 */
export function isPlainInline({content, children}: Token): boolean {
  if (specialStart.test(content)) return false
  const first = children?.[0]
  if (children?.length === 1 && first?.type === 'text' && first.content === content) return !special.test(content)
  let at = 0
  const open: Token[] = []
  let before: Token | undefined
  for (const token of children ?? []) {
    const source = sourceOf(token, open.at(-1))
    if (source === undefined || !content.startsWith(source, at)) return false
    if (token.nesting === 1) {
      if (before?.nesting === -1 || !mayHold(open, token)) return false
      open.push(token)
    } else if (token.nesting === -1) {
      if (isEdge(before)) return false
      open.pop()
    } else if (token.type === 'softbreak' && before?.nesting === 1) {
      return false
    }
    if (token.type !== 'text' && isBesideSymbol(content, at, at + source.length)) return false
    at += source.length
    before = token
  }
  return at === content.length
}

/** Whether a mark has a symbol of another script or plane beside it, whose meaning depends on the version. */
function isBesideSymbol(content: string, start: number, end: number): boolean {
  return isSymbol(content.charCodeAt(start - 1)) || isSymbol(content.charCodeAt(end))
}

/** Hangul is the usual case, and a regular expression takes long. */
function isSymbol(code: number): boolean {
  if (!(code > 127) || (code >= 0xac00 && code <= 0xd7a3)) return false
  return (code >= 0xd800 && code < 0xe000) || /\p{S}/u.test(String.fromCharCode(code))
}

/** Marks stand alone, or one of them and a link around or inside each other, which have one way to be written. */
function mayHold(open: readonly Token[], token: Token): boolean {
  const [outer, ...others] = open
  return outer === undefined || (others.length === 0 && (outer.type === 'link_open') !== (token.type === 'link_open'))
}

/** Nothing or a line end before the end of a mark: spaces are printed outside of it. */
function isEdge(before: Token | undefined): boolean {
  return before?.nesting === 1 || before?.type === 'softbreak'
}

/** The plainest source of a token; nothing for one that may be written in several ways. */
function sourceOf(token: Token, open: Token | undefined): string | undefined {
  switch (token.type) {
    case 'text':
      return special.test(token.content) ? undefined : token.content
    case 'softbreak':
      return '\n'
    case 'image':
      return open === undefined ? plainImage(token) : undefined
    case 'code_inline':
      return token.markup === '`' && plainCode.test(token.content) ? `\`${token.content}\`` : undefined
    case 'strong_open':
      return token.markup === '**' ? '**' : undefined
    case 'em_open':
      return token.markup === '*' ? '*' : undefined
    case 'link_open':
      return isPlainLink(token) ? '[' : undefined
    case 'strong_close':
    case 'em_close':
    case 'link_close':
      return open === undefined ? undefined : closingOf(open)
    default:
      return undefined
  }
}

function plainImage({attrs, content, children}: Token): string | undefined {
  const isText = children?.length === 1 && children[0]?.type === 'text' && children[0].content === content
  if (!isText || special.test(content) || content.trim() !== content) return undefined
  const src = attrs?.length === 2 && attrs[0]?.[0] === 'src' ? attrs[0][1] : ''
  return plainTarget.test(src) ? `![${content}](${src})` : undefined
}

function isPlainLink({attrs, markup}: Token): boolean {
  return markup === '' && attrs?.length === 1 && plainTarget.test(attrs[0]?.[1] ?? '')
}

function closingOf(token: Token): string {
  return token.type === 'link_open' ? `](${token.attrGet('href')})` : token.markup
}
