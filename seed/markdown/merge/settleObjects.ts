import type {Child, LinkMark} from '../inline/types.ts'
import {mapTexts} from '../mapTexts.ts'
import {parseInline} from '../parseInline.ts'
import type {Body, MarkdownContext, TextBlock} from '../types.ts'

/**
 * Blocks with the inline HTML and Markdown that an editor wrote as Markdown reads it: an object `<kbd>K</kbd>` is two
 * tags around a text. Objects that the base has came from reading, and stay.
 */
export function settleObjects(blocks: Body, base: Body, context: MarkdownContext): Body {
  const known = new Set<string>()
  const note = (text: TextBlock): TextBlock => {
    for (const child of text.children) known.add(sourceOf(child) ?? '')
    return text
  }
  const settle = (text: TextBlock): TextBlock =>
    text.children.some((child) => isWritten(child, known)) ? settleText(text, known, context) : text
  for (const block of base) mapTexts(block, note)
  return blocks.map((block) => mapTexts(block, settle))
}

function settleText(text: TextBlock, known: ReadonlySet<string>, context: MarkdownContext): TextBlock {
  const links = [...text.markDefs]
  const children = text.children.flatMap((child) => {
    const read = isWritten(child, known) ? readObject(child, context) : undefined
    links.push(...(read?.markDefs ?? []))
    return read?.children ?? [child]
  })
  return {...text, children, markDefs: links}
}

function isWritten(child: Child, known: ReadonlySet<string>): boolean {
  const source = sourceOf(child)
  return source !== undefined && !known.has(source)
}

/** What a verbatim object says; nothing for one that stands for a box, for a heading's attributes or for a character. */
function sourceOf(child: Child): string | undefined {
  if (child._type === 'inlineHtml') return child.html
  if (child._type !== 'inlineMarkdown') return undefined
  return /^(?:\[[ xX]\]|\s*\{[^{}<>%]*\}|\\.|&#?\w+;)$/s.test(child.markdown) ? undefined : child.markdown
}

interface ReadObject {
  children: Child[]
  markDefs: LinkMark[]
}

/** The children that an object is read as, the keys of its links apart from all others; nothing when it is no paragraph. */
function readObject(object: Child, context: MarkdownContext): ReadObject | undefined {
  const source = sourceOf(object) ?? ''
  const [text, ...others] = parseInline(source, context).blocks
  const isVerbatim = text?.children.some((child) => child._type === 'inlineMarkdown' && child.markdown === source)
  if (text === undefined || others.length > 0 || isVerbatim === true) return undefined
  const own = (key: string): string => `${object._key}${key}`
  const keys = new Set(text.markDefs.map(({_key}) => _key))
  return {
    children: text.children.map((child) => {
      const keyed = {...child, _key: own(child._key)}
      if (keyed._type !== 'span') return keyed
      return {...keyed, marks: keyed.marks.map((mark) => (keys.has(mark) ? own(mark) : mark))}
    }),
    markDefs: text.markDefs.map((link) => ({...link, _key: own(link._key)})),
  }
}
