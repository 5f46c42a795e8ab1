import sanitizeHtml, {type IOptions, type Tag} from 'sanitize-html'
import {isRemote, placeOf, safeHref} from './safeHref.ts'

const inlineTags = [
  'a',
  'abbr',
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
  'span',
  'strong',
  'sub',
  'sup',
  'time',
  'u',
  'var',
  'wbr',
]

const blockTags = [
  'address',
  'article',
  'aside',
  'audio',
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
  'img',
  'li',
  'main',
  'nav',
  'ol',
  'p',
  'pre',
  'section',
  'source',
  'summary',
  'table',
  'tbody',
  'td',
  'tfoot',
  'th',
  'thead',
  'tr',
  'track',
  'ul',
  'video',
]

const policy: IOptions = {
  allowedAttributes: {
    '*': ['dir', 'lang', 'title'],
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
    td: ['align', 'colspan', 'headers', 'rowspan'],
    th: ['align', 'colspan', 'headers', 'rowspan', 'scope'],
    time: ['datetime'],
    track: ['kind', 'label', 'src', 'srclang'],
    video: ['controls', 'height', 'loop', 'muted', 'playsinline', 'poster', 'src', 'width'],
  },
  allowedClasses: {code: ['language-*'], td: ['center', 'right'], th: ['center', 'right']},
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
  transformTags: {
    a: (_, attributes) => link(attributes),
    audio: player,
    h1: 'h2',
    iframe: (_, {src, title}) => linkTo(src, title),
    img: (_, attributes) =>
      attributes['src'] && isRemote(attributes['src'])
        ? linkTo(attributes['src'], attributes['alt'])
        : {tagName: 'img', attribs: {alt: '', loading: 'lazy', ...attributes}},
    source: player,
    track: player,
    video: player,
  },
}

/**
 * Makes HTML of an editor safe to show. The policy: text-level and flow elements and local media stay; scripts, styles,
 * forms, SVG, event handlers, classes and ids go; addresses are those of `safeHref`; anything that the browser would fetch
 * from another host (images, frames, players) becomes a link to it.
 */
export function sanitizeBlockHtml(html: string): string {
  return sanitizeHtml(html, {...policy, allowedTags: [...inlineTags, ...blockTags]})
}

/** As `sanitizeBlockHtml`, for places that hold one line: block elements are unwrapped, their text stays. */
export function sanitizeInlineHtml(html: string): string {
  return sanitizeHtml(html, {...policy, allowedTags: inlineTags})
}

/** As `sanitizeInlineHtml`, without links: for text that stands inside one. */
export function sanitizeLabelHtml(html: string): string {
  return sanitizeHtml(html, {...policy, allowedTags: inlineTags.filter((tag) => tag !== 'a')})
}

function link({href, title}: Record<string, string>): Tag {
  const safe = safeHref(href)
  return {
    tagName: 'a',
    attribs: {
      ...(safe && {href: safe}),
      ...(title && {title}),
      ...(safe && isRemote(safe) && {target: '_blank', rel: 'noopener'}),
    },
  }
}

function linkTo(url: string | undefined, label: string | undefined): Tag {
  const href = safeHref(url)
  return href ? {...link({href}), text: label || placeOf(href)} : {tagName: 'span', attribs: {}, text: label ?? ''}
}

function player(tagName: string, {src, poster, ...others}: Record<string, string>): Tag {
  const attribs: Record<string, string> = {
    ...others,
    ...(tagName === 'video' || tagName === 'audio' ? {controls: ''} : {}),
  }
  if (poster && !isRemote(poster)) attribs['poster'] = poster
  if (!src || !isRemote(src)) return {tagName, attribs: {...attribs, ...(src && {src})}}
  return tagName === 'track' ? {tagName: 'span', attribs: {}} : linkTo(src, undefined)
}
