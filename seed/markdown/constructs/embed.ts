import {packAttributes, unpackAttributes} from '../shortcodes/attributes.ts'
import {defined, printTag} from '../shortcodes/printTag.ts'
import type {ArgumentValue} from '../shortcodes/readTag.ts'
import type {ShortcodeUnit} from '../shortcodes/scanShortcodes.ts'
import type {Embed, EmbedProvider} from '../types.ts'

/** Shortcodes that take one id, by name or as the only argument; `tweet` and `twitter` are what Hugo called `x` before 0.141. */
const providers: Readonly<Record<string, EmbedProvider>> = {
  youtube: 'youtube',
  vimeo: 'vimeo',
  bilibili: 'bilibili',
  x: 'x',
  tweet: 'x',
  twitter: 'x',
  gist: 'gist',
  instagram: 'instagram',
  gdocs: 'gdocs',
}

/** A shortcode that shows a player or a post of another site; nothing for any other. */
export function readEmbedShortcode(unit: ShortcodeUnit): Embed | undefined {
  const {tag} = unit
  const provider = providers[tag?.name ?? '']
  if (tag === undefined || provider === undefined) return undefined
  const shortcode = tag.name === provider ? {} : {shortcode: tag.name}
  const base = {_type: 'embed', _key: '', provider, syntax: 'shortcode', ...shortcode} as const
  if (tag.named.size === 0) {
    return provider === 'gdocs' ? undefined : {...base, id: tag.positional.join(' ')}
  }
  const {id, src, title, start, ...others} = Object.fromEntries(tag.named)
  const keep = (name: string, value: ArgumentValue | undefined): Record<string, ArgumentValue> =>
    value === undefined ? {} : {[name]: value}
  const text = (name: string, value: ArgumentValue | undefined): Record<string, string> =>
    typeof value === 'string' ? {[name]: value} : {}
  const rest = {
    ...others,
    ...(typeof id === 'string' ? {} : keep('id', id)),
    ...(typeof src === 'string' ? {} : keep('src', src)),
    ...(typeof title === 'string' ? {} : keep('title', title)),
    ...(typeof start === 'string' ? {} : keep('start', start)),
  }
  const attributes = packAttributes(rest)
  const named = provider === 'gdocs' || attributes.attributes !== undefined ? attributes : {attributes: '{}'}
  return {...base, ...text('id', id), ...text('url', src), ...text('title', title), ...text('start', start), ...named}
}

/** A shortcode with nothing but an id is written with the id alone; any `attributes`, even `{}`, name the arguments. */
export function printEmbed(embed: Embed): string {
  if (embed.syntax === 'html' || embed.provider === 'iframe') return printFrame(embed)
  const {id, url, title, start, attributes} = embed
  const name = nameOf(embed)
  if (url === undefined && title === undefined && start === undefined && attributes === undefined) {
    return printTag(name, '<', (id ?? '').split(' '))
  }
  return printTag(name, '<', [], {...defined({id, src: url, title, start}), ...unpackAttributes(attributes)})
}

/** The shortcode as it was written, unless the editor chose another provider. */
function nameOf({provider, shortcode}: Embed): string {
  return shortcode !== undefined && providers[shortcode] === provider ? shortcode : provider
}

const frame = /^\s*<iframe((?:\s+[\w-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*)\s*>\s*<\/iframe>\s*$/i
const players: ReadonlyArray<readonly [pattern: RegExp, provider: EmbedProvider]> = [
  [/^(https?:)?\/\/(www\.)?youtube(-nocookie)?\.com\/embed\//, 'youtube'],
  [/^(https?:)?\/\/player\.vimeo\.com\/video\//, 'vimeo'],
  [/^(https?:)?\/\/player\.bilibili\.com\//, 'bilibili'],
  [/^(https?:)?\/\/docs\.google\.com\//, 'gdocs'],
  [/^(https?:)?\/\/(drive\.google\.com|www\.slideshare\.net|speakerdeck\.com|onedrive\.live\.com)\//, 'iframe'],
]

/** `<iframe src="…"></iframe>` of a player that is known, alone in its block. */
export function readPlayer(html: string): Embed | undefined {
  const written = frame.exec(html)?.[1]
  if (written === undefined) return undefined
  const values = readHtmlAttributes(written)
  const {src, title, ...others} = values
  const provider = players.find(([pattern]) => typeof src === 'string' && pattern.test(src))?.[1]
  if (provider === undefined || typeof src !== 'string' || title === true) return undefined
  return {
    _type: 'embed',
    _key: '',
    provider,
    url: src,
    ...(title === undefined ? {} : {title}),
    ...packAttributes(Object.keys(values)[0] === 'src' && title === undefined ? others : inOrder(values)),
    syntax: 'html',
  }
}

/** All attributes as written, with empty places for those that have a field. */
function inOrder(values: Readonly<Record<string, string | true>>): Record<string, string | true> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, name === 'src' || name === 'title' ? '' : value]),
  )
}

function readHtmlAttributes(written: string): Record<string, string | true> {
  const attributes: Record<string, string | true> = {}
  for (const match of written.matchAll(/([\w-]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'=<>`]+))?/g)) {
    const [, name = '', value] = match
    attributes[name.toLowerCase()] = value === undefined ? true : value.replace(/^(["'])([\s\S]*)\1$/, '$2')
  }
  return attributes
}

/** The frame of an embed as HTML. */
export function printFrame({url, title, attributes}: Embed): string {
  const others = unpackAttributes(attributes)
  const values: Record<string, ArgumentValue | undefined> = {
    ...('src' in others ? {} : {src: url}),
    ...('title' in others ? {} : {title}),
    ...others,
    ...('src' in others ? {src: url} : {}),
    ...('title' in others ? {title} : {}),
  }
  const words = Object.entries(values).flatMap(([name, value]) => {
    if (value === undefined || value === false) return []
    return value === true ? [name] : [`${name}="${String(value).replace(/"/g, '&quot;')}"`]
  })
  return `<iframe ${words.join(' ')}></iframe>`
}
