import type {AssetReference, Key} from '../types.ts'

export type Decorator =
  | 'strong'
  | 'em'
  | 'code'
  | 'strike-through'
  | 'underline'
  | 'highlight'
  | 'subscript'
  | 'superscript'

export interface LinkMark {
  _type: 'link'
  _key: Key
  href: string
  title?: string
}

/** Text with decorators and link keys, outermost first. A hard break is "\n", a soft break one space. */
export interface Span {
  _type: 'span'
  _key: Key
  text: string
  marks: string[]
}

export interface InlineMath {
  _type: 'inlineMath'
  _key: Key
  tex: string
  /** The opening delimiter as written: `$`, `$$`, `\(`, `\[`, `\\(` or `\\[`. */
  delimiter: string
}

export interface FootnoteReference {
  _type: 'footnoteReference'
  _key: Key
  label: string
}

export interface InlineShortcode {
  _type: 'inlineShortcode'
  _key: Key
  name: string
  /** Verbatim, a closing tag and what stands before it included. */
  source: string
}

export interface InlineHtml {
  _type: 'inlineHtml'
  _key: Key
  html: string
}

export interface InlineImage {
  _type: 'inlineImage'
  _key: Key
  src?: string
  asset?: AssetReference
  alt?: string
  title?: string
}

export interface Icon {
  _type: 'icon'
  _key: Key
  name: string
  pack?: string
}

/** Inline Markdown that has no type of its own, as written: a task's checkbox, heading attributes, a linked image. */
export interface InlineMarkdown {
  _type: 'inlineMarkdown'
  _key: Key
  markdown: string
}

/** At the start of a numbered list's first item: the number it begins with. */
export interface ListStart {
  _type: 'listStart'
  _key: Key
  number: number
}

export type InlineObject =
  | InlineMath
  | FootnoteReference
  | InlineShortcode
  | InlineHtml
  | InlineImage
  | Icon
  | InlineMarkdown
  | ListStart

export type Child = Span | InlineObject
