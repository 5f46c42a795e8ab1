import type {MarkdownIt, StateCore, StateInline, Token} from './markdownIt.ts'

const scheme = /(https?|ftp)$/
/**
 * A space, or what Goldmark hands to an inline parser of its own: marks, quotes but for one inside a word, and signs of which Hugo makes one, as dashes
 * of `--` and `---`. Rows of more than some sixty of them are not followed to their beginning, which would be done from each of their places.
 */
const before =
  '[ \\t\\n*_~(\'[`]|(?<![^\\s\\p{P}\\p{S}])"|(?<!-)(?:---){0,20}---?|(?<!\\.)(?:\\.\\.\\.){1,20}|(?<!<)(?:<<){1,30}|(?<!>)(?:>>){1,30}'
const leading = new RegExp(`^$|(?:${before})$`, 'u')
const url = /^:\/\/[-a-zA-Z0-9@:%._+~#=]{1,256}\.[a-z]+(?::\d+)?(?:[/#?][-a-zA-Z0-9@:%_+.~#$!?&/=();,'">^{}[\]`]*)?/
const www = new RegExp(
  `(?:^|(?<=${before}))www\\.[-a-zA-Z0-9@:%._+~#=]{1,256}\\.[a-z]+(?:[/#?][-a-zA-Z0-9@:%_+.~#!?&/=();,'">^{}[\\]\`]*)?`,
  'u',
)
/** Goldmark lets none begin with a sign. */
const email = new RegExp(
  `(?:^|(?<=${before}))[a-zA-Z0-9][a-zA-Z0-9.!#$%&'*+/=?^_\`{|}~-]*@[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)+(?![-_a-zA-Z0-9])`,
  'u',
)

/**
 * Bare addresses become links as in Goldmark's Linkify (extension/linkify.go): after a space, `*`, `_`, `~`, `(` or any
 * other inline construct, and without the punctuation that ends a sentence. No linkify-it: compiling it costs more than the rest of a page.
 */
export function bareLinks(md: MarkdownIt, isKit: boolean): void {
  const hiding = new Set(['text_special', 'verbatim', ...(isKit ? [] : ['math_inline'])])
  md.inline.ruler.before('escape', 'bare_url', (state, silent) => readBareUrl(state, silent, hiding))
  md.core.ruler.after('inline', 'bare_words', (state) => readBareWords(state, hiding))
}

/**
 * Types of tokens after which no address begins: Goldmark sees the last character of an escape or an entity there, and
 * of a formula where it is text for MathJax.
 */
type HidingTypes = ReadonlySet<string | undefined>

function readBareUrl(state: StateInline, silent: boolean, hiding: HidingTypes): boolean {
  if (state.src.charCodeAt(state.pos) !== 0x3a || state.src.charCodeAt(state.pos + 1) !== 0x2f) return false
  if (isInsideLink(state)) return false
  const begin = scheme.exec(state.pending)?.[1]
  if (begin === undefined || !leading.test(state.pending.slice(0, -begin.length))) return false
  if (state.pending === begin && hiding.has(state.tokens.at(-1)?.type)) return false
  if (bracketDepth(state.tokens, state.pending) > 0) return false
  const rest = url.exec(state.src.slice(state.pos, state.posMax))?.[0]
  if (rest === undefined) return false
  const address = begin + trimAddress(rest)
  if (!silent) {
    state.pending = state.pending.slice(0, -begin.length)
    const open = state.push('link_open', 'a', 1)
    open.attrs = [['href', address]]
    open.markup = 'bare'
    state.push('text', '', 0).content = address
    state.push('link_close', 'a', -1)
  }
  state.pos += address.length - begin.length
  return true
}

/** How many brackets are open: Goldmark makes no links of addresses in what may become a link's text. */
function bracketDepth(tokens: readonly Token[], pending = '', before = 0): number {
  const text = tokens.map(({type, content}) => (type === 'text' ? content : '')).join('') + pending
  let depth = before
  for (const [bracket] of text.matchAll(/[[\]]/g)) depth = bracket === '[' ? depth + 1 : Math.max(0, depth - 1)
  return depth
}

/** markdown-it counts `<a>` tags as links too, Goldmark does not. */
function isInsideLink(state: StateInline): boolean {
  const level = Number(Reflect.get(state, 'linkLevel'))
  if (level <= 0) return false
  const tags = state.tokens.filter(({type}) => type === 'html_inline')
  const opened = tags.filter(({content}) => /^<a[>\s]/i.test(content)).length
  return level > opened - tags.filter(({content}) => /^<\/a\s*>/i.test(content)).length
}

/** An address without closing brackets that it did not open and without the sentence's own punctuation. */
function trimAddress(address: string): string {
  let text = address
  if (text.endsWith(')')) {
    const opened = text.split('(').length
    for (let closed = text.split(')').length; closed > opened && text.endsWith(')'); closed--) text = text.slice(0, -1)
  } else if (text.endsWith(';')) {
    text = text.replace(/&[a-zA-Z0-9]+;$/, '')
  }
  return text.replace(/[?!.,:*_~]+$/, '')
}

function readBareWords(state: StateCore, hiding: HidingTypes): void {
  for (const token of state.tokens) {
    if (token.type !== 'inline' || token.children === null) continue
    if (!token.content.includes('www.') && !token.content.includes('@')) continue
    let linkLevel = 0
    token.children = token.children.flatMap((child, index, children) => {
      if (child.type === 'link_open') linkLevel++
      if (child.type === 'link_close') linkLevel--
      if (child.type !== 'text' || linkLevel > 0) return [child]
      const parts = splitBareWords(state, child, hiding.has(children[index - 1]?.type))
      return parts.length > 1 ? withoutBracketed(parts, children.slice(0, index)) : parts
    })
  }
}

/** The parts of a text without the links that stand in brackets. */
function withoutBracketed(parts: readonly Token[], before: readonly Token[]): Token[] {
  let depth = bracketDepth(before)
  let isBracketed = false
  return parts.filter((part) => {
    if (part.type === 'link_open') isBracketed = depth > 0
    depth = bracketDepth([part], '', depth)
    return part.type === 'text' || !isBracketed
  })
}

/** @param isEscaped Whether an escape or an entity stands before, after which no address begins. */
function splitBareWords(state: StateCore, token: Token, isEscaped = false): Token[] {
  const found = matchBareWord(token.content, isEscaped)
  if (found === undefined) return [token]
  const text = (content: string): Token => Object.assign(new state.Token('text', '', 0), {content})
  const open = new state.Token('link_open', 'a', 1)
  open.attrs = [['href', found.href]]
  open.markup = 'bare'
  const after = token.content.slice(found.index + found.word.length)
  return [
    text(token.content.slice(0, found.index)),
    open,
    text(found.word),
    new state.Token('link_close', 'a', -1),
    ...(after === '' ? [] : splitBareWords(state, text(after))),
  ].filter(({type, content}) => type !== 'text' || content !== '')
}

interface BareWord {
  index: number
  word: string
  href: string
}

function matchBareWord(text: string, isEscaped = false): BareWord | undefined {
  if (isEscaped) {
    const found = matchBareWord(`;${text}`)
    return found === undefined ? undefined : {...found, index: found.index - 1}
  }
  const web = text.includes('www.') ? www.exec(text) : null
  const mail = text.includes('@') ? email.exec(text) : null
  if (web !== null && (mail === null || web.index <= mail.index)) {
    const word = trimAddress(web[0])
    return {index: web.index, word, href: `https://${word}`}
  }
  return mail === null ? undefined : {index: mail.index, word: mail[0], href: `mailto:${mail[0]}`}
}

/** Whether an address after this character is recognised. */
export function mayPrecedeBareLink(character: string): boolean {
  return leading.test(character)
}

/** The address at the start of a text, and how it is linked, when Hugo makes a link of it. */
export function bareLinkAt(text: string): {word: string; href: string} | undefined {
  const begin = /^(?:https?|ftp)(?=:\/\/)/.exec(text)?.[0]
  if (begin !== undefined) {
    const rest = url.exec(text.slice(begin.length))?.[0]
    if (rest === undefined) return undefined
    const word = begin + trimAddress(rest)
    return {word, href: word}
  }
  const found = matchBareWord(text)
  return found?.index === 0 ? found : undefined
}
