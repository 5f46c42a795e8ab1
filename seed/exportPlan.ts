import type {PageFile} from './bundle/findPages.ts'
import {folderOf} from './bundle/findPages.ts'
import type {SiteConfig} from './bundle/siteConfig.ts'
import {dialects} from './documents/dialects.ts'
import {type Page, readPage} from './documents/page.ts'
import {pageAddress} from './documents/pageAddress.ts'
import type {AnyDocument} from './documents/types.ts'
import {urlize} from './documents/urlize.ts'
import type {SeedType} from './ids.ts'
import type {Dialect} from './markdown/types.ts'

const EMPTY = {yaml: '---\n---\n', toml: '+++\n+++\n', json: '{}\n'} as const

/** The page file that a path stands for, when no file is there to be found. */
export function pageFileAt(path: string, type: SeedType, language?: string): PageFile {
  const parts = path.split('/')
  const bundled = /^_?index\./.test(parts.at(-1) ?? '')
  const section = path.startsWith('data/') ? 'data' : (parts.at(bundled ? -3 : -2) ?? '')
  const name = bundled ? (parts.at(-2) ?? '') : (parts.at(-1) ?? '').replace(/\.[a-z]+$/i, '')
  return {
    type,
    path,
    name,
    section,
    ...(language !== undefined && {language}),
    ...(bundled && {bundle: folderOf(path)}),
    resources: [],
  }
}

/** The page file with the files that belong to its bundle though the folder may not have them. */
export function withFiles(file: PageFile, paths: readonly string[]): PageFile {
  const {bundle} = file
  if (bundle === undefined || paths.length === 0) return file
  const own = paths.filter((path) => path.startsWith(`${bundle}/`)).map((path) => path.slice(bundle.length + 1))
  return {...file, resources: [...new Set([...file.resources, ...own])].sort()}
}

/** A page that is a single file has no room for files of its own: `x.md` becomes `x/index.md`, at the same address. */
export function asBundle(file: PageFile): PageFile {
  if (file.bundle !== undefined || file.section === 'data') return file
  const suffix = file.path.slice(folderOf(file.path).length + 1 + file.name.length)
  const bundle = `${folderOf(file.path)}/${file.name}`
  return {...file, path: `${bundle}/index${suffix}`, bundle, resources: []}
}

/**
 * Where a document made in the Studio belongs: a clean bundle in the site's own dialect; an author of the kit is a data
 * file, unless the site still has pages of authors.
 */
export function newPage(document: AnyDocument, config: SiteConfig, dialect: Dialect, authorPages: boolean): Page {
  const names = dialects[dialect]
  const folders = {talk: names.talks, author: 'authors', project: names.projects, slideDeck: 'slides'}
  const title = 'title' in document ? document.title : 'name' in document ? document.name : undefined
  const name = urlize(document.slug?.current ?? title ?? document._id, config.removePathAccents).replaceAll('/', '-')
  const root = config.languages.find(({code}) => code === config.defaultLanguage)?.contentDir ?? 'content'
  if (document._type === 'author' && dialect === 'kit' && !authorPages)
    return {...readPage(pageFileAt(`data/authors/${name}.yaml`, 'author'), ''), dialect}
  const file = document._type === 'author' ? '_index.md' : 'index.md'
  const path = `${root}/${folders[document._type]}/${name}/${file}`
  const page = readPage(pageFileAt(path, document._type), EMPTY[names.format])
  return {...page, dialect}
}

/** The dialect of most of a site's pages; of none, Wowchemy's. */
export function siteDialect(documents: readonly AnyDocument[]): Dialect {
  const counts = new Map<Dialect, number>()
  for (const {_type, hugo} of documents) {
    if (hugo && _type === 'talk') counts.set(hugo.dialect, (counts.get(hugo.dialect) ?? 0) + 1)
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 'wowchemy'
}

/** A page whose slug an editor changed: where it moves, and the address that it leaves. */
export function planMove(
  page: Page,
  slug: string | undefined,
  config: SiteConfig,
): {path: string; alias: string | undefined} | undefined {
  const {file, values} = page
  const written = values.get('slug')
  if (
    slug === undefined ||
    slug === file.name ||
    file.type === 'author' ||
    (typeof written === 'string' && written !== '')
  )
    return undefined
  const name = slug.replace(/[/\\]/g, '-')
  const place = file.bundle ?? file.path
  const last =
    file.bundle === undefined ? file.path.slice(file.path.lastIndexOf('/') + 1).replace(file.name, name) : name
  const moved = `${folderOf(place)}/${last}`
  const path = file.bundle === undefined ? moved : `${moved}/${file.path.slice(file.bundle.length + 1)}`
  return {path, alias: pageAddress(page, config)}
}
