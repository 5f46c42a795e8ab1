import {isRecord} from '../values/isRecord.ts'
import type {Callout, Dialect} from './types.ts'

type Members = Readonly<Record<string, unknown>>

const FIGURE_ARGUMENTS = ['caption', 'width', 'height', 'className', 'id', 'numbered', 'attributes']

/** What each type has that the Studio does not ask an editor for, and how the site's generation of the theme writes it; `undefined` takes a member away. */
const defaults: Readonly<Record<string, (block: Members, dialect: Dialect) => Members>> = {
  block: () => ({style: 'normal', children: [], markDefs: []}),
  span: () => ({text: '', marks: []}),
  mathBlock: () => ({delimiter: '$$'}),
  inlineMath: () => ({delimiter: '$'}),
  codeBlock: () => ({code: ''}),
  footnote: () => ({content: []}),
  table: () => ({header: true, rows: []}),
  tableRow: () => ({cells: []}),
  tableCell: () => ({content: []}),
  callout: (_, dialect) => ({kind: 'note', content: [], syntax: calloutSyntax(dialect)}),
  button: (_, dialect) => ({shortcode: dialect === 'kit' ? 'button' : 'cta'}),
  figure: (block) => ({
    syntax: FIGURE_ARGUMENTS.some((name) => block[name] !== undefined) ? 'shortcode' : 'markdown',
  }),
  embed: (block, dialect) => (block['syntax'] === undefined ? embedForm(block, dialect) : {}),
}

/**
 * A document of the lake, or any part of one, with its blocks as the content model has them. An editor fills in a
 * formula, and nobody says between which delimiters it stands: a block of the Studio lacks what only a file can say.
 */
export function fillBlocks<T>(value: T, dialect: Dialect): T {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only members that the type asks for are added
  return fill(value, dialect) as T
}

function fill(value: unknown, dialect: Dialect): unknown {
  if (Array.isArray(value)) return value.map((item) => fill(item, dialect))
  if (!isRecord(value)) return value
  const members = Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, name === 'hugo' ? member : fill(member, dialect)]),
  )
  const type = members['_type']
  const known = typeof type === 'string' && Object.hasOwn(defaults, type) ? defaults[type] : undefined
  for (const [name, member] of Object.entries(known?.(members, dialect) ?? {})) {
    if (member === undefined) delete members[name]
    else members[name] ??= member
  }
  return members
}

/** What a generation calls a callout that says no more than its kind. */
export function calloutSyntax(dialect: Dialect): Callout['syntax'] {
  if (dialect === 'kit') return 'alert'
  return dialect === 'wowchemy' ? 'shortcode' : 'legacyAlert'
}

/** Where an address has what the shortcode of its provider takes. */
const ADDRESSES: Readonly<Record<string, RegExp>> = {
  youtube: /(?:youtu\.be\/|[?&]v=|\/embed\/|\/shorts\/|\/live\/)(?<id>[\w-]+)/,
  vimeo: /vimeo\.com\/(?:video\/)?(?<id>\d+)/,
  bilibili: /bilibili\.com\/video\/(?<id>BV\w+)/,
  instagram: /instagram\.com\/(?:p|reel)\/(?<id>[\w-]+)/,
  x: /(?:twitter|x)\.com\/(?<user>\w+)\/status\/(?<id>\d+)/,
  gist: /gist\.github\.com\/(?<user>[\w-]+)\/(?<id>\w+)/,
}

/** The shortcode of the provider, which takes an id: out of the address, where that is all there is. */
function embedForm(block: Members, dialect: Dialect): Members {
  const {provider, id, url, title} = block
  if (provider === 'iframe' || (provider === 'gdocs' && dialect === 'kit')) return {syntax: 'html'}
  const found = id === undefined && typeof url === 'string' ? readAddress(String(provider), url) : undefined
  const start = block['start'] ?? (provider === 'youtube' && found !== undefined ? startIn(String(url)) : undefined)
  const isNamed = provider !== 'gdocs' && (title ?? start ?? (found === undefined ? url : undefined)) !== undefined
  return {
    syntax: 'shortcode',
    // Hugo has `x` since 0.141, which older generations of the theme do not run on.
    ...(provider === 'x' && dialect !== 'kit' && {shortcode: 'tweet'}),
    ...(isNamed && {attributes: '{}'}),
    ...(found !== undefined && {...found, url: undefined}),
    ...(start !== undefined && {start}),
  }
}

/** The second at which an address of YouTube starts the video: `t=90`, `t=1m30s` or `start=90`. */
function startIn(url: string): string | undefined {
  const [, hours = 0, minutes = 0, seconds = 0] =
    /[?&#](?:t|start)=(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s?)?(?=[&#]|$)/.exec(url) ?? []
  const start = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
  return start > 0 ? String(start) : undefined
}

function readAddress(provider: string, url: string): Members | undefined {
  const {id, user} = ADDRESSES[provider]?.exec(url)?.groups ?? {}
  if (id === undefined) return undefined
  if (user === undefined) return {id}
  return provider === 'gist' ? {id: `${user} ${id}`} : {id, attributes: JSON.stringify({user})}
}
