import {type FrontMatterMap, type FrontMatterValue, isMap, isNothing} from '../../frontMatter/frontMatterValue.ts'
import {withKeys} from '../../values/createKeys.ts'
import {hashContent} from '../../values/hashContent.ts'
import {bundleFile} from '../assets.ts'
import type {FieldCodec} from '../codec.ts'
import {dialects} from '../dialects.ts'
import {noticeLeftover} from '../leftovers.ts'
import {lowerKeys} from '../page.ts'
import type {Reader} from '../reader.ts'
import type {LinkKind, Project, Talk, TalkLink} from '../types.ts'
import type {Writer} from '../writer.ts'
import {combinesIcons, readIconName, writeIconName} from './iconName.ts'

/** `url_*` keys in the order in which the theme shows their buttons, before those of `links`. */
export const URL_KINDS = [
  'preprint',
  'pdf',
  'code',
  'dataset',
  'project',
  'poster',
  'slides',
  'video',
  'source',
] as const

type UnkeyedLink = Omit<TalkLink, '_key'>

const LINK_KEYS: ReadonlySet<string> = new Set(['url', 'label', 'name', 'icon', 'type'])

const URL_KEYS = URL_KINDS.map((kind) => [kind, `url_${kind}`] as const)

/** The buttons: `url_*` keys, then `links` (Academic 2: `url_custom`). */
export function linksField<D extends Talk | Project>(): FieldCodec<D> {
  return {
    fields: ['links'],
    keys: [...URL_KINDS.map((kind) => `url_${kind}`), 'links', 'url_custom'],
    read(reader) {
      const links = withKeys(readLinks(reader))
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every D has this field
      return (links.length > 0 ? {links} : {}) as Partial<D>
    },
    write(document, writer) {
      writeLinks(document.links ?? [], writer)
    },
  }
}

function readLinks(reader: Reader): UnkeyedLink[] {
  const links: UnkeyedLink[] = []
  for (const [kind, key] of URL_KEYS) {
    const url = reader.text(key)
    if (url === undefined) continue
    noticeLeftover(reader, key, url)
    links.push({_type: 'talkLink', kind, ...target(reader, url, key)})
  }
  for (const key of ['links', 'url_custom']) {
    for (const item of unreadItems(reader.value(key))) {
      const message = `An item of "${key}" has none of the keys of a link (name, url, icon): it was left as it is.`
      reader.notice('wrongType', key, message, JSON.stringify(item))
    }
    for (const item of reader.maps(key)) {
      const link = readItem(reader, item, key)
      if (link) links.push(link)
    }
  }
  return links
}

function readItem(reader: Reader, item: FrontMatterMap, key: string): UnkeyedLink | undefined {
  const text = (name: string) => reader.asText(item[name], `${key}.${name}`)
  const url = text('url')
  const label = text('label') ?? text('name')
  const {icon, iconPack} = readIconName(text('icon'), text('icon_pack'))
  const type = text('type')
  const kind = URL_KINDS.find((name) => name === type)
  if (url === undefined && label === undefined && icon === undefined && type === undefined) return undefined
  if (url !== undefined) noticeLeftover(reader, 'links', url)
  return {
    _type: 'talkLink',
    kind: kind ?? 'custom',
    ...(url !== undefined && target(reader, url, key)),
    ...(label !== undefined && {label}),
    ...(icon !== undefined && {icon}),
    ...(iconPack !== undefined && {iconPack}),
    ...(kind === undefined && type !== undefined && {linkType: type}),
  }
}

/** Items that say something, but nothing that a link has: they stay in the file. */
function unreadItems(list: FrontMatterValue | undefined): FrontMatterValue[] {
  return Array.isArray(list) ? list.filter((item) => !isNothing(item) && !isLink(item)) : []
}

/** An item of a link, or one whose members are all empty, as templates have them to be filled in. */
function isLink(item: FrontMatterValue): boolean {
  if (!isMap(item)) return false
  const said = Object.entries(lowerKeys(item)).flatMap(([name, value]) => (isNothing(value) ? [] : [name]))
  return said.some((name) => LINK_KEYS.has(name)) || said.every((name) => name === 'icon_pack')
}

function target(reader: Reader, url: string, key: string): Pick<TalkLink, 'url' | 'file'> {
  const asset = reader.resource(url)
  if (asset) return {url, file: {_type: 'file', asset}}
  const doubt = doubtOf(url)
  if (doubt !== undefined && !reader.site.hasFile(`static/${url.replace(/^\/+/, '')}`)) {
    reader.noticeItem('invalidUrl', key, `"${url}" ${doubt}; it was kept.`, url)
  } else if (
    reader.page.file.bundle !== undefined &&
    /^[^/:?#]+\.(pdf|pptx?|key|odp|zip|bib|ics|docx?|ipynb)$/i.test(url)
  ) {
    reader.noticeItem('missingFile', key, `The page's folder has no file "${url}".`, url)
  }
  return {url}
}

/**
 * Why an address may lead nowhere. Spaces in a path are no harm where a file has that name: Hugo and browsers write them
 * as `%20`.
 */
function doubtOf(url: string): string | undefined {
  if (/\s/.test(url.trim())) return 'has a space in it, which is opened as "%20", and the site has no such file'
  if (/^https?:(?!\/\/)/i.test(url)) return 'lacks "//" behind its scheme, so a browser may look for it on this site'
  return undefined
}

function writeLinks(links: readonly TalkLink[], writer: Writer): void {
  const listKey = writer.keyFor(dialects[writer.dialect].links, 'links', 'url_custom')
  const old = writer.current(listKey)
  const unread = unreadItems(old)
  const oldItems = Array.isArray(old) ? old.filter(isMap).filter(isLink) : []
  const single = new Map<string, string>()
  const items: FrontMatterMap[] = []
  const typed = writer.dialect === 'kit'
  for (const link of links) {
    const url = urlOf(link, writer)
    const key = `url_${link.kind}`
    const fits =
      link.kind !== 'custom' && link.linkType === undefined && link.label === undefined && link.icon === undefined
    const listed = oldItems.some((item) => item['type'] === link.kind && sameLink(item, link))
    const keyed = fits && !listed && !single.has(key) && (!typed || writer.page.values.has(key))
    if (keyed && url !== undefined) single.set(key, url)
    else items.push(toItem(link, url, oldItems, items.length, writer))
  }
  for (const kind of URL_KINDS) {
    const url = single.get(`url_${kind}`)
    const before = writer.current(`url_${kind}`)
    if (url !== before && (url !== undefined || (before !== '' && before !== null && before !== undefined))) {
      writer.set(`url_${kind}`, url)
    }
  }
  const all: FrontMatterValue[] = [...items]
  for (const item of unread) all.splice(Array.isArray(old) ? old.indexOf(item) : 0, 0, item)
  if (all.length > 0 || oldItems.length > 0) writer.set(listKey, all.length > 0 ? all : undefined)
}

function urlOf(link: TalkLink, writer: Writer): string | undefined {
  if (!link.file) return link.url
  const path = link.url === undefined ? undefined : bundleFile(writer.page.file, link.url)
  const known = path !== undefined && writer.sources.assetId(path) === link.file.asset._ref
  return known ? link.url : (writer.fileOf(link.file.asset) ?? link.url)
}

/** An item as the list should hold it: the old one's keys and order stay where it is the same link. */
function toItem(
  link: TalkLink,
  url: string | undefined,
  oldItems: readonly FrontMatterMap[],
  index: number,
  writer: Writer,
): FrontMatterMap {
  const old = oldItems.find((item) => sameLink(item, link)) ?? oldItems[index]
  const kindName: LinkKind | undefined = link.kind === 'custom' ? undefined : link.kind
  const type = link.linkType ?? (writer.dialect === 'kit' || old?.['type'] === kindName ? kindName : undefined)
  const labelKey =
    old && 'label' in lowerKeys(old)
      ? 'label'
      : old && 'name' in lowerKeys(old)
        ? 'name'
        : dialects[writer.dialect].linkLabel
  const label = link.label ?? (type === undefined && kindName !== undefined ? kindName : undefined)
  const icon = writeIconName(link, old && lowerKeys(old), combinesIcons(oldItems.map(lowerKeys), writer.dialect))
  const wanted: Array<[string, string | undefined]> = [
    ['type', type],
    ...Object.entries(icon),
    [labelKey, label],
    ['url', url],
  ]
  const item: FrontMatterMap = {...old}
  for (const [name, value] of wanted) {
    const spelled = Object.keys(item).find((key) => key.toLowerCase() === name) ?? name
    const before: FrontMatterValue | undefined = item[spelled]
    if (value !== undefined) item[spelled] = value
    else if (before !== undefined && before !== null && before !== '') delete item[spelled]
  }
  return item
}

function sameLink(item: FrontMatterMap, link: TalkLink): boolean {
  const lower = lowerKeys(item)
  const pick = (...names: string[]) =>
    names.map((name) => lower[name]).find((value) => value !== undefined && value !== '') ?? null
  const text = (name: string) => (typeof lower[name] === 'string' && lower[name] !== '' ? lower[name] : undefined)
  const {icon} = readIconName(text('icon'), text('icon_pack'))
  return (
    hashContent([pick('url'), pick('label', 'name'), icon ?? null]) ===
    hashContent([link.url ?? null, link.label ?? null, link.icon ?? null])
  )
}
