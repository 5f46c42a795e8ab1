import type {Notice} from '../notices.ts'
import type {Child, LinkMark} from './inline/types.ts'
import type {ListStyle} from './listStyles.ts'

/** 12 hexadecimal characters: a hash of the item's content and its occurrence number among equal siblings. */
export type Key = string

export interface Reference {
  _type: 'reference'
  _ref: string
  _weak?: boolean
}

/** What an image or file name of the bundle resolves to; the asset itself is uploaded by the caller. */
export type AssetReference = Reference

export type BlockStyle = 'normal' | 'h1' | 'h2' | 'h3' | 'h4' | 'h5' | 'h6' | 'blockquote'

export interface TextBlock {
  _type: 'block'
  _key: Key
  style: BlockStyle
  listItem?: ListStyle
  level?: number
  children: Child[]
  markDefs: LinkMark[]
}

/** Inline Markdown of one field (a caption, a table cell): normal blocks. */
export type InlineBlocks = TextBlock[]

export interface CodeBlock {
  _type: 'codeBlock'
  _key: Key
  code: string
  language?: string
  /** The rest of the info string, `{linenos=true}` for instance. */
  info?: string
  /** Written as an indented block, which Hugo renders without its highlighter. */
  indented?: boolean
}

export interface ImageHotspot {
  _type: 'sanity.imageHotspot'
  x: number
  y: number
  width: number
  height: number
}

export interface ImageCrop {
  _type: 'sanity.imageCrop'
  top: number
  bottom: number
  left: number
  right: number
}

export interface Figure {
  _type: 'figure'
  _key: Key
  asset?: AssetReference
  hotspot?: ImageHotspot
  crop?: ImageCrop
  src?: string
  alt?: string
  /** Inline Markdown. */
  caption?: string
  title?: string
  link?: string
  width?: string
  height?: string
  className?: string
  id?: string
  numbered?: boolean
  syntax: 'markdown' | 'shortcode'
  /** JSON object of the arguments that have no field. */
  attributes?: string
}

export interface Callout {
  _type: 'callout'
  _key: Key
  kind: string
  title?: string
  folded?: 'open' | 'closed'
  content: TextBlock[]
  syntax: 'alert' | 'shortcode' | 'legacyAlert'
  /** Of a shortcode: `<` when it is written `{{< … >}}`; absent for `{{% … %}}`. */
  delimiter?: '<'
}

export type Alignment = 'left' | 'center' | 'right' | 'none'

export interface TableCell {
  _type: 'tableCell'
  _key: Key
  content: InlineBlocks
}

export interface TableRow {
  _type: 'tableRow'
  _key: Key
  cells: TableCell[]
}

export interface Table {
  _type: 'table'
  _key: Key
  header?: boolean
  alignments?: Alignment[]
  rows: TableRow[]
}

export interface MathBlock {
  _type: 'mathBlock'
  _key: Key
  tex: string
  delimiter: string
}

export interface Footnote {
  _type: 'footnote'
  _key: Key
  label: string
  content: TextBlock[]
}

export interface Divider {
  _type: 'divider'
  _key: Key
}

export type EmbedProvider = 'youtube' | 'vimeo' | 'bilibili' | 'gdocs' | 'x' | 'gist' | 'instagram' | 'iframe'

export interface Embed {
  _type: 'embed'
  _key: Key
  provider: EmbedProvider
  id?: string
  url?: string
  title?: string
  start?: string
  attributes?: string
  syntax: 'shortcode' | 'html'
  /** Where it is not the provider's: `tweet`. */
  shortcode?: string
}

export interface Button {
  _type: 'button'
  _key: Key
  text?: string
  url: string
  newTab?: boolean
  style?: string
  secondaryText?: string
  secondaryUrl?: string
  attributes?: string
  shortcode: 'cta' | 'button'
}

export interface RawHtml {
  _type: 'rawHtml'
  _key: Key
  html: string
}

export interface RawMarkdown {
  _type: 'rawMarkdown'
  _key: Key
  markdown: string
}

export interface Shortcode {
  _type: 'shortcode'
  _key: Key
  name: string
  /** Verbatim, a closing tag and what stands before it included. */
  source: string
}

export type CustomBlock =
  | CodeBlock
  | Figure
  | Callout
  | Table
  | MathBlock
  | Footnote
  | Divider
  | Embed
  | Button
  | RawHtml
  | RawMarkdown
  | Shortcode

export type BodyBlock = TextBlock | CustomBlock
export type Body = BodyBlock[]

/** Character offsets of a block's source, end exclusive, whole lines without the last line's end. */
export interface SourceSpan {
  start: number
  end: number
}

export type Dialect = 'academic2' | 'academic4' | 'wowchemy' | 'kit'

export interface MarkdownContext {
  /** For notices: the file, relative to the site. */
  path: string
  /** The file's line on which the Markdown begins, from 1. */
  line: number
  dialect: Dialect
  /** In a shortcode whose text the theme renders once more, where Hugo runs the calls that a comment marks. */
  inShortcode?: boolean
  /** What an image name of the bundle is in the lake. */
  resolveFile?: (name: string) => AssetReference | undefined
}

export interface ParsedBody {
  blocks: Body
  notices: Notice[]
  /** spans[i] is the source of blocks[i]; what lies between two spans is blank lines and list or quote markers. */
  spans: SourceSpan[]
}
