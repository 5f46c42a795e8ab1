import type {PageFile} from '../bundle/findPages.ts'
import type {Dialect} from '../markdown/types.ts'
import {hashContent} from '../values/hashContent.ts'
import {isRecord} from '../values/isRecord.ts'
import {textOf} from '../values/textOf.ts'
import {placeAssets} from './assets.ts'
import {rewriteShortcodes} from './dialectBody/rewriteShortcodes.ts'
import {labelOfType} from './dialectKeys/labelOfType.ts'
import {type IconName, iconForDialect, readIconName} from './fields/iconName.ts'
import {fieldNames, fieldOf} from './fingerprint.ts'
import type {Page} from './page.ts'
import type {AnyDocument} from './types.ts'

/**
 * Fields in which the documents of a page in two generations mean something else. Not where its files stand, its old
 * addresses, or what is only another name: of an icon, of a callout's form, of a publish date that is the start.
 */
export function differentMeaning(before: AnyDocument, from: Page, after: AnyDocument, to: Page): string[] {
  const [a, b] = [meaning(before, from), meaning(after, to)]
  // Only Academic 2 reads `header`: the export writes what it said to `image`.
  const header = from.values.has('header') && !from.values.has('image')
  return fieldNames(a, b).filter((name) => {
    if (name === 'avatar' && from.file.section !== to.file.section) return false
    if (name === 'image' && header) return false
    return hashContent(fieldOf(a, name)) !== hashContent(fieldOf(b, name))
  })
}

/** Place of the first block of a body that the two generations read differently. */
export function firstDifferentBlock(before: AnyDocument, from: Dialect, after: AnyDocument, to: Dialect): number {
  const blocks = (document: AnyDocument, dialect: Dialect) => {
    const body = fieldOf(document, 'body')
    return Array.isArray(body) ? body.map((block) => hashContent(canonical(block, dialect))) : []
  }
  const [a, b] = [blocks(before, from), blocks(after, to)]
  return Math.max(
    0,
    b.findIndex((hash, index) => hash !== a[index]),
  )
}

function meaning(document: AnyDocument, {file, dialect, values}: Page): object {
  const plain: Record<string, unknown> = {...inPlace(document, file)}
  const [date, named] = [values.get('date'), values.get('event_start') ?? values.get('time_start')]
  // Of an all-day talk, the start is only the day of what the page says.
  const twice = date !== undefined && date === (named ?? values.get('publishdate'))
  if (twice || plain['publishDate'] === plain['start']) delete plain['publishDate']
  for (const name of ['links', 'profiles', 'body']) plain[name] = canonical(plain[name], dialect)
  if (isRecord(plain['pageSettings'])) {
    const {aliases: _, ...settings} = plain['pageSettings']
    plain['pageSettings'] = Object.keys(settings).length > 1 ? settings : undefined
  }
  return plain
}

/** A value in one of the forms in which the generations say the same. */
function canonical(value: unknown, dialect: Dialect): unknown {
  if (Array.isArray(value)) return value.map((item) => canonical(item, dialect))
  if (!isRecord(value)) return value
  const members = Object.fromEntries(Object.entries(value).map(([key, member]) => [key, canonical(member, dialect)]))
  switch (value['_type']) {
    case 'callout':
      return {...members, syntax: undefined, delimiter: undefined}
    case 'icon':
      return {...members, ...iconMeaning(readIconName(textOf(value['name']), textOf(value['pack'])), dialect)}
    case 'talkLink':
      return {
        ...members,
        ...labelMeaning(value),
        ...iconMeaning(iconOf(value), dialect),
      }
    case 'profileLink':
      return {...members, ...iconMeaning(iconOf(value), dialect)}
    case 'shortcode':
    case 'rawMarkdown':
    case 'rawHtml':
    case 'inlineShortcode':
    case 'inlineMarkdown':
    case 'inlineHtml':
      return verbatim(members, dialect)
    default:
      return members
  }
}

function iconOf({icon, iconPack}: Readonly<Record<string, unknown>>): IconName {
  return {...(typeof icon === 'string' && {icon}), ...(typeof iconPack === 'string' && {iconPack})}
}

/** Without a pack, the generations before the kit mean `fas`. */
function iconMeaning(read: IconName, dialect: Dialect): Record<string, unknown> {
  const ofKit = dialect === 'kit' || read.iconPack === 'hero'
  const {icon, iconPack} = (ofKit && iconForDialect(read, 'kit', 'wowchemy')) || read
  return {name: undefined, pack: undefined, icon, iconPack: iconPack === 'fas' ? undefined : iconPack}
}

/** A label that only says the type again. */
function labelMeaning({kind, linkType, label}: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const type = textOf(linkType) ?? textOf(kind)
  return type !== undefined && type !== 'custom' && label === labelOfType(type) ? {label: undefined} : {}
}

/** Text kept as written, its shortcodes by the names of one generation. */
function verbatim(members: Readonly<Record<string, unknown>>, dialect: Dialect): object {
  const plain = Object.fromEntries(
    Object.entries(members).map(([key, member]) => [
      key,
      typeof member === 'string' && key !== '_type' ? rewriteShortcodes(member, dialect, 'wowchemy') : member,
    ]),
  )
  const fenced = /^```mermaid\r?\n([\s\S]*?)(?:\r?\n)?```$/.exec(textOf(plain['source']) ?? '')?.[1]
  if (fenced !== undefined) return {_type: 'codeBlock', language: 'mermaid', code: fenced}
  return plain['_type'] === 'shortcode' || plain['_type'] === 'inlineShortcode' ? {...plain, name: undefined} : plain
}

/** The document with references to its own files by their names alone. */
function inPlace(document: AnyDocument, {bundle}: PageFile): AnyDocument {
  if (bundle === undefined) return document
  const refs = new Set(JSON.stringify(document).match(/lectern-file:[^"]*/g))
  return placeAssets(
    document,
    new Map([...refs].map((ref) => [ref, ref.replace(`lectern-file:${bundle}/`, 'lectern-file:~/')])),
  )
}
