import {printLinkTarget} from '../inline/printLinkTarget.ts'
import type {Printing} from '../printing.ts'
import type {Draft, Node, Reading} from '../reading.ts'
import type {Token} from '../rules/markdownIt.ts'
import {packAttributes, splitArguments, unpackAttributes} from '../shortcodes/attributes.ts'
import {unmask} from '../shortcodes/placeholders.ts'
import {defined, printTag} from '../shortcodes/printTag.ts'
import type {ShortcodeUnit} from '../shortcodes/scanShortcodes.ts'
import type {Figure} from '../types.ts'
import {printInlineImage, readInlineImage} from './inlineImage.ts'

const fields = {
  src: 'src',
  alt: 'alt',
  caption: 'caption',
  title: 'title',
  link: 'link',
  width: 'width',
  height: 'height',
  class: 'className',
  id: 'id',
} as const

/** A paragraph that is one image, with or without a link around it. */
export function readLoneFigure(inline: Token, node: Node, reading: Reading): Draft[] | undefined {
  const saysSomething = ({type, content}: Token) => type !== 'text' || content !== ''
  const first = inline.children?.find(saysSomething)
  if (first?.type !== 'image' && first?.type !== 'link_open') return undefined
  const tokens = (inline.children ?? []).filter(saysSomething)
  const isLinked = tokens.length === 3 && tokens[0]?.type === 'link_open' && tokens[0].attrGet('title') === null
  const image = isLinked ? tokens[1] : tokens[0]
  if (image?.type !== 'image' || (!isLinked && tokens.length !== 1)) return undefined
  const {_type, ...values} = readInlineImage(image, reading)
  const link = isLinked ? {link: unmask(tokens[0]?.attrGet('href') ?? '', reading.units)} : {}
  return [{block: {...values, _type: 'figure', _key: '', ...link, syntax: 'markdown'}, lines: node.lines}]
}

/** `{{< figure src="…" >}}`: the theme's or Hugo's own. */
export function readFigureShortcode(unit: ShortcodeUnit, reading: Reading): Figure | undefined {
  const {tag} = unit
  if (tag === undefined || tag.positional.length > 0) return undefined
  const {known, others} = splitArguments(tag.named, fields)
  const {numbered, ...rest} = others
  const isNumbered = numbered === 'true' || numbered === 'false' ? {numbered: numbered === 'true'} : {}
  const asset = known.src === undefined ? undefined : reading.context.resolveFile?.(known.src)
  return {
    _type: 'figure',
    _key: '',
    ...known,
    ...(asset === undefined ? {} : {asset}),
    ...isNumbered,
    syntax: 'shortcode',
    ...packAttributes('numbered' in isNumbered ? rest : others),
  }
}

/** Markdown's image syntax has no place for a caption, a size and the like: with one of them it is the shortcode. */
export function needsShortcode({caption, width, height, className, id, numbered, attributes}: Figure): boolean {
  return [caption, width, height, className, id, numbered, attributes].some((value) => value !== undefined)
}

export function printFigure(figure: Figure, printing?: Pick<Printing, 'escape'>): string {
  const {numbered, attributes} = figure
  if (figure.syntax === 'markdown' && !needsShortcode(figure))
    return printMarkdownFigure(figure, printing?.escape ?? 'light')
  const {numbered: other, ...others} = unpackAttributes(attributes)
  return printTag('figure', '<', [], {
    ...defined(Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, figure[field]]))),
    numbered: numbered === undefined ? other : String(numbered),
    ...others,
  })
}

function printMarkdownFigure({src, alt, title, link}: Figure, escape: Printing['escape']): string {
  const values = {...(src === undefined ? {} : {src}), ...(alt === undefined ? {} : {alt})}
  const image = printInlineImage({_type: 'inlineImage', ...values, ...(title === undefined ? {} : {title})}, escape)
  return link === undefined ? image : `[${image}](${printLinkTarget(link)})`
}
