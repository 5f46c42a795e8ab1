/**
 * What the components accept: the content contract, with every field as GROQ hands it over (missing = null or absent).
 * TypeGen's result types are assignable to these; a frontend with its own queries needs no cast.
 */
export type Maybe<T> = T | null | undefined

interface AssetReference {
  _ref?: Maybe<string>
}

/** A file that a text names, `slides.pdf`: `hugo.files[]{name, "asset": asset._ref}`. */
export interface NamedFile {
  name?: Maybe<string>
  /** The asset's id: `file-…-pdf`, `image-…-640x480-png`. */
  asset?: Maybe<string>
}

/** A page to which a text refers by its place on the Hugo site: `{{< ref "other.md" >}}`. */
export interface NamedPage {
  name: string
  /** Where this site has it. */
  address: string
  title?: Maybe<string>
}

export interface ImageValue {
  asset?: Maybe<AssetReference>
  hotspot?: Maybe<{x?: Maybe<number>; y?: Maybe<number>; width?: Maybe<number>; height?: Maybe<number>}>
  crop?: Maybe<{top?: Maybe<number>; bottom?: Maybe<number>; left?: Maybe<number>; right?: Maybe<number>}>
}

interface Keyed<T extends string> {
  _type: T
  _key: string
}

interface Span extends Keyed<'span'> {
  text?: Maybe<string>
  marks?: Maybe<string[]>
}

export interface LinkMark extends Keyed<'link'> {
  href?: Maybe<string>
  title?: Maybe<string>
}

interface InlineMath extends Keyed<'inlineMath'> {
  tex?: Maybe<string>
  delimiter?: Maybe<string>
}

export interface FootnoteReference extends Keyed<'footnoteReference'> {
  label?: Maybe<string>
  /** Set by arrangeFootnotes: the number shown and the id that the note links back to. */
  number?: number
  anchor?: string
}

export interface InlineShortcode extends Keyed<'inlineShortcode'> {
  name?: Maybe<string>
  source?: Maybe<string>
}

export interface InlineHtml extends Keyed<'inlineHtml'> {
  html?: Maybe<string>
}

export interface InlineImage extends Keyed<'inlineImage'>, ImageValue {
  src?: Maybe<string>
  alt?: Maybe<string>
  title?: Maybe<string>
}

export interface Icon extends Keyed<'icon'> {
  name?: Maybe<string>
  pack?: Maybe<string>
}

interface InlineMarkdown extends Keyed<'inlineMarkdown'> {
  markdown?: Maybe<string>
  /** Set by arrangeFootnotes: the references in it, for which signs stand in the Markdown. */
  references?: FootnoteMark[]
}

interface ListStart extends Keyed<'listStart'> {
  number?: Maybe<number>
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

/** Made by arrangeInlineHtml: what stands between a start tag and its end tag. */
export interface HtmlElement extends Keyed<'htmlElement'> {
  tag: string
  children: InlineChild[]
  markDefs: LinkMark[]
}

export type InlineChild = Span | InlineObject | HtmlElement

export type BlockStyle = 'normal' | 'h1' | 'h2' | 'h3' | 'h4' | 'h5' | 'h6' | 'blockquote'
/** Portable Text's own two, and the same for lists with space between their items. */
export type ListStyle = 'bullet' | 'number' | 'looseBullet' | 'looseNumber'
export type Decorator =
  | 'strong'
  | 'em'
  | 'code'
  | 'strike-through'
  | 'underline'
  | 'highlight'
  | 'subscript'
  | 'superscript'

export interface TextBlock extends Keyed<'block'> {
  children?: Maybe<InlineChild[]>
  /** `inline` is set by HtmlElementView: text without a block around it. */
  style?: Maybe<BlockStyle | 'inline'>
  listItem?: Maybe<ListStyle>
  level?: Maybe<number>
  markDefs?: Maybe<LinkMark[]>
  /** Set by arrangeHeadings: the id of a heading, for links into the page. */
  anchor?: string
}

export interface CodeBlockValue extends Keyed<'codeBlock'> {
  code?: Maybe<string>
  language?: Maybe<string>
  info?: Maybe<string>
}

export interface FigureValue extends Keyed<'figure'>, ImageValue {
  src?: Maybe<string>
  alt?: Maybe<string>
  caption?: Maybe<string>
  title?: Maybe<string>
  link?: Maybe<string>
  width?: Maybe<string | number>
  height?: Maybe<string | number>
  className?: Maybe<string>
  id?: Maybe<string>
  numbered?: Maybe<boolean>
  /** Set by arrangeFigures: its id, for links into the page. */
  anchor?: string
}

export interface CalloutValue extends Keyed<'callout'> {
  kind?: Maybe<string>
  title?: Maybe<string>
  folded?: Maybe<'open' | 'closed'>
  content?: Maybe<TextBlock[]>
}

export interface TableCell {
  _key: string
  content?: Maybe<TextBlock[]>
}

export interface TableRow {
  _key: string
  cells?: Maybe<TableCell[]>
}

export interface TableValue extends Keyed<'table'> {
  header?: Maybe<boolean>
  /** One for each column: left, center, right or none. */
  alignments?: Maybe<string[]>
  rows?: Maybe<TableRow[]>
}

interface MathBlockValue extends Keyed<'mathBlock'> {
  tex?: Maybe<string>
  delimiter?: Maybe<string>
}

export interface FootnoteValue extends Keyed<'footnote'> {
  label?: Maybe<string>
  content?: Maybe<TextBlock[]>
  /** Set by arrangeFootnotes: the Markdown of a note that has no structured form, and the references in it. */
  markdown?: string
  references?: FootnoteMark[]
}

interface DividerValue extends Keyed<'divider'> {}

export type EmbedProvider = 'youtube' | 'vimeo' | 'bilibili' | 'gdocs' | 'x' | 'gist' | 'instagram' | 'iframe'

export interface EmbedValue extends Keyed<'embed'> {
  provider?: Maybe<EmbedProvider>
  id?: Maybe<string>
  url?: Maybe<string>
  title?: Maybe<string>
  start?: Maybe<string | number>
  attributes?: Maybe<string>
}

export interface ButtonValue extends Keyed<'button'> {
  text?: Maybe<string>
  url?: Maybe<string>
  newTab?: Maybe<boolean>
  style?: Maybe<string>
  secondaryText?: Maybe<string>
  secondaryUrl?: Maybe<string>
}

export interface RawHtmlValue extends Keyed<'rawHtml'> {
  html?: Maybe<string>
}

/** Made by arrangeDetails: what stands between `<details>` and `</details>`. */
export interface HtmlDetails extends Keyed<'htmlDetails'> {
  /** The start tag with the summary behind it. */
  tag: RawHtmlValue
  summary: string
  open: boolean
  body?: BodyItem[]
}

export interface RawMarkdownValue extends Keyed<'rawMarkdown'> {
  markdown?: Maybe<string>
  /** Set by arrangeFootnotes: the references in it, for which signs stand in the Markdown. */
  references?: FootnoteMark[]
  /** Set by arrangeHeadings: a mark for each heading in it. */
  headings?: HeadingMark[]
}

/** The level at which a heading is shown, and its id, for links into the page. */
export interface HeadingMark {
  level: number
  anchor: string
}

/** A reference to a footnote: the number shown and the id that the note links back to. */
export interface FootnoteMark {
  label: string
  number: number
  anchor: string
}

export interface ShortcodeValue extends Keyed<'shortcode'> {
  name?: Maybe<string>
  source?: Maybe<string>
  /** Set by arrangeHeadings: a mark for each heading between its tags. */
  headings?: HeadingMark[]
}

export type BlockObject =
  | CodeBlockValue
  | FigureValue
  | CalloutValue
  | TableValue
  | MathBlockValue
  | FootnoteValue
  | DividerValue
  | EmbedValue
  | ButtonValue
  | RawHtmlValue
  | RawMarkdownValue
  | ShortcodeValue

export type BodyItem = TextBlock | BlockObject | HtmlDetails

export type LinkKind =
  | 'code'
  | 'pdf'
  | 'slides'
  | 'video'
  | 'dataset'
  | 'poster'
  | 'source'
  | 'project'
  | 'preprint'
  | 'custom'

export interface TalkLink {
  _key: string
  kind?: Maybe<LinkKind>
  url?: Maybe<string>
  file?: Maybe<{asset?: Maybe<AssetReference>}>
  label?: Maybe<string>
  icon?: Maybe<string>
  iconPack?: Maybe<string>
  linkType?: Maybe<string>
}

/** The when of a talk, as stored: instants in UTC beside the zone in which they are told. */
export interface TalkTimes {
  start?: Maybe<string>
  end?: Maybe<string>
  allDay?: Maybe<boolean>
  timeZone?: Maybe<string>
  endTimeZone?: Maybe<string>
}
