import sanitizeHtml, {type IOptions, type Tag} from 'sanitize-html'
import type {Files} from '../images/createFiles.ts'
import {alignClass, alignedTags} from './alignClass.ts'
import {isRemote, placeOf, safeHref} from './safeHref.ts'
import type {TexMacros} from './texMacros.ts'

const inlineTags = [
  'a',
  'abbr',
  'audio',
  'b',
  'bdi',
  'bdo',
  'br',
  'cite',
  'code',
  'data',
  'del',
  'dfn',
  'em',
  'i',
  'img',
  'ins',
  'kbd',
  'mark',
  'q',
  'rp',
  'rt',
  'ruby',
  's',
  'samp',
  'small',
  'source',
  'span',
  'strong',
  'sub',
  'sup',
  'time',
  'track',
  'u',
  'var',
  'video',
  'wbr',
]

const blockTags = [
  'address',
  'article',
  'aside',
  'blockquote',
  'caption',
  'center',
  'col',
  'colgroup',
  'dd',
  'details',
  'div',
  'dl',
  'dt',
  'figcaption',
  'figure',
  'footer',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'header',
  'hr',
  'li',
  'main',
  'nav',
  'ol',
  'p',
  'pre',
  'section',
  'summary',
  'table',
  'tbody',
  'td',
  'tfoot',
  'th',
  'thead',
  'tr',
  'ul',
]

const policy: IOptions = {
  allowedAttributes: {
    '*': ['dir', 'id', 'lang', 'title'],
    a: ['href', 'target', 'rel'],
    audio: ['controls', 'loop', 'muted', 'src'],
    blockquote: ['cite'],
    code: ['class'],
    col: ['span'],
    colgroup: ['span'],
    data: ['value'],
    details: ['open'],
    img: ['alt', 'height', 'loading', 'src', 'width'],
    li: ['value'],
    ol: ['reversed', 'start', 'type'],
    source: ['src', 'type'],
    td: ['colspan', 'headers', 'rowspan'],
    th: ['colspan', 'headers', 'rowspan', 'scope'],
    time: ['datetime'],
    track: ['kind', 'label', 'src', 'srclang'],
    video: ['controls', 'height', 'loop', 'muted', 'playsinline', 'poster', 'src', 'width'],
  },
  allowedClasses: {
    code: ['language-*'],
    ...Object.fromEntries(alignedTags.map((tag) => [tag, ['center', 'right']])),
  },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowProtocolRelative: true,
  disallowedTagsMode: 'discard',
  nonTextTags: [
    'script',
    'style',
    'textarea',
    'option',
    'noscript',
    'template',
    'title',
    'object',
    'embed',
    'svg',
    'math',
  ],
}

export interface HtmlPlace {
  /** Images of other hosts: a link to them (default), or loaded by the reader's browser. */
  remoteImages?: 'link' | 'show'
  /** True for text inside a link, which cannot hold another: links are just their text. */
  insideLink?: boolean
  /** The files that it may name. */
  files?: Files
  /** The commands that its formulas may use. */
  macros?: TexMacros
}

/**
 * Makes HTML of an editor safe to show. The policy: text-level and flow elements and local media stay; scripts, styles,
 * forms, SVG, event handlers and classes go, and of styles only whether a cell, paragraph or heading stands in the
 * middle or to the right stays; addresses are those of `safeHref`; anything that the browser would fetch from another
 * host (images, frames, players) becomes a link to it, or its text where it stands in a link already.
 */
export function sanitizeBlockHtml(html: string, place: HtmlPlace = {}): string {
  return sanitize(html, [...inlineTags, ...blockTags], place)
}

/** As `sanitizeBlockHtml`, for places that hold one line: block elements are unwrapped, their text stays. */
export function sanitizeInlineHtml(html: string, place: HtmlPlace = {}): string {
  return sanitize(html, inlineTags, place)
}

/** The element that a start tag would open, if it is a text-level one, with the attributes that it may have. */
export function sanitizeTag(tag: string): {name: string; attributes: Record<string, string>} | undefined {
  let found: {name: string; attributes: Record<string, string>} | undefined
  sanitizeHtml(tag, {
    ...policy,
    allowedTags: inlineTags,
    transformTags: {a: (_, attributes) => link(attributes)},
    exclusiveFilter: ({tag: name, attribs}) => {
      found = {name, attributes: attribs}
      return false
    },
  })
  return found
}

function sanitize(html: string, tags: string[], place: HtmlPlace): string {
  const {remoteImages = 'link', insideLink = false, files} = place
  let links = insideLink ? 1 : 0
  const away = (url: string | undefined, label: string | undefined): Tag => linkTo(url, label, links > 0)
  const player: Transformer = (tagName, attributes) => playerTag(tagName, attributes, files, away)
  return sanitizeHtml(html, {
    ...policy,
    // Frames become links (`transformTags`): allowed, lest sanitize-html shows what stands in them, for browsers without frames, too.
    allowedTags: [...(insideLink ? tags.filter((tag) => tag !== 'a') : tags), 'iframe'],
    onOpenTag: (name) => {
      if (name === 'a') links += 1
    },
    onCloseTag: (name) => {
      if (name === 'a') links -= 1
    },
    transformTags: {
      '*': (tagName, attribs) => ({tagName, attribs: alignClass(tagName, attribs)}),
      a: (_, attributes) => (links > 1 ? {tagName: 'span', attribs: {}} : link(attributes, files)),
      audio: player,
      h1: 'h2',
      iframe: (_, {src, title}) => away(files?.link(src) ?? src, title),
      img: (_, attributes) => pictureTag(attributes, remoteImages, files) ?? away(attributes['src'], attributes['alt']),
      source: player,
      track: player,
      video: player,
    },
  })
}

type Transformer = (tagName: string, attributes: Record<string, string>) => Tag

/** A link, or a place to which one leads: `<a name="goals">` in older HTML. */
function link({href, title, name, id = name}: Record<string, string>, files?: Files): Tag {
  const safe = files?.link(href) ?? safeHref(href)
  return {
    tagName: 'a',
    attribs: {
      ...(id && {id}),
      ...(safe && {href: safe}),
      ...(title && {title}),
      ...(safe && isRemote(safe) && {target: '_blank', rel: 'noopener'}),
    },
  }
}

function linkTo(url: string | undefined, label: string | undefined, insideLink: boolean): Tag {
  const href = safeHref(url)
  if (!href) return {tagName: 'span', attribs: {}, text: label ?? ''}
  const text = label || placeOf(href)
  return insideLink ? {tagName: 'span', attribs: {}, text} : {...link({href}), text}
}

/** A picture, of the size that it has unless the HTML says another; undefined for one that is to be a link. */
function pictureTag(
  attributes: Record<string, string>,
  remoteImages: 'link' | 'show',
  files: Files | undefined,
): Tag | undefined {
  const {src} = attributes
  const common = {alt: '', loading: 'lazy', ...attributes}
  const named = files?.picture(src)
  if (named) {
    const {width, height} = named
    const isSized = 'width' in attributes || 'height' in attributes || width === undefined || height === undefined
    const size: Record<string, string> = isSized ? {} : {width: String(width), height: String(height)}
    return {tagName: 'img', attribs: {...common, ...size, src: named.src}}
  }
  if (src && isRemote(src) && remoteImages === 'link') return undefined
  return {tagName: 'img', attribs: common}
}

function playerTag(
  tagName: string,
  {src, poster, ...others}: Record<string, string>,
  files: Files | undefined,
  away: (url: string | undefined, label: string | undefined) => Tag,
): Tag {
  const attribs: Record<string, string> = {
    ...others,
    ...(tagName === 'video' || tagName === 'audio' ? {controls: ''} : {}),
  }
  const preview = files?.link(poster) ?? (poster && !isRemote(poster) ? poster : undefined)
  if (preview) attribs['poster'] = preview
  const own = files?.link(src) ?? (src && isRemote(src) ? undefined : src)
  if (own || !src) return {tagName, attribs: {...attribs, ...(own && {src: own})}}
  return tagName === 'track' ? {tagName: 'span', attribs: {}} : away(src, undefined)
}
