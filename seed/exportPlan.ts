import type {PageFile} from './bundle/findPages.ts'
import {folderOf, SECTIONS} from './bundle/findPages.ts'
import {placeOfContent} from './bundle/contentMounts.ts'
import type {SiteConfig} from './bundle/siteConfig.ts'
import {dialects} from './documents/dialects.ts'
import {type Page, readPage} from './documents/page.ts'
import type {AnyDocument} from './documents/types.ts'
import {urlize} from './documents/urlize.ts'
import type {SeedType} from './ids.ts'
import type {Dialect} from './markdown/types.ts'
import type {DocumentHead} from './readHeads.ts'
import {WriteError} from './writeError.ts'

const EMPTY = {yaml: '---\n---\n', toml: '+++\n+++\n', json: '{}\n'} as const

/** The page file that a path stands for, when no file is there to be found. */
export function pageFileAt(path: string, type: SeedType, language?: string): PageFile {
  const parts = path.split('/')
  const bundled = /^_?index\./.test(parts.at(-1) ?? '')
  const around = parts.slice(0, bundled ? -2 : -1)
  const parent = around.at(-1) ?? ''
  // A folder of the content may be called "data" too: only files of the site's data folder are data files.
  const ofContent = around.find((name) => Object.hasOwn(SECTIONS, name)) ?? (parent === 'data' ? '' : parent)
  const section = path.startsWith('data/') ? 'data' : ofContent
  const stem = (parts.at(-1) ?? '').replace(/\.[a-z]+$/i, '')
  const suffix = language !== undefined && stem.endsWith(`.${language}`) ? language.length + 1 : 0
  const name = bundled ? (parts.at(-2) ?? '') : stem.slice(0, stem.length - suffix)
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

/**
 * A page that is a single file has no room for files of its own: `x.md` becomes `x/index.md`, at the same address.
 * @throws WriteError for a file that the configuration names: it cannot be anywhere else.
 */
export function asBundle(file: PageFile): PageFile {
  if (file.bundle !== undefined || file.section === 'data') return file
  if (file.fixed)
    throw new WriteError(
      `${file.path} is named in the site's configuration (module.mounts), so it cannot become a folder with files: take the picture or file out of it, or mount a folder`,
    )
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
  const language = config.languages.length > 1 ? config.defaultLanguage : undefined
  const page = readPage(pageFileAt(path, document._type, language), EMPTY[names.format])
  return {...page, dialect}
}

/** The dialect of most of a site's pages; of none, Wowchemy's. */
export function siteDialect(documents: ReadonlyArray<Pick<DocumentHead, '_type' | 'hugo'>>): Dialect {
  const counts = new Map<Dialect, number>()
  for (const {_type, hugo} of documents) {
    if (hugo && _type === 'talk') counts.set(hugo.dialect, (counts.get(hugo.dialect) ?? 0) + 1)
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 'wowchemy'
}

/** What a new slug does to a page. */
interface Move {
  /** Where its file goes; its own path when it stays. */
  path: string
  /** `slug` must be written into the front matter. */
  writesSlug: boolean
}

/**
 * A page whose slug an editor changed: its folder moves, but one that says its `slug`, or shares the folder with
 * translations (to Hugo the same page as long as they have one path), or is named in the configuration, stays.
 */
export function planMove({file, values}: Page, slug: string | undefined, shared: boolean): Move | undefined {
  const written = values.get('slug')
  const says = typeof written === 'string' && written !== ''
  if (slug === undefined || file.type === 'author' || (slug === file.name && !says)) return undefined
  const stays = says || shared || file.fixed === true
  const path = stays ? file.path : renamedPath(file, slug.replace(/[/\\]/g, '-'))
  return {path, writesSlug: stays && !says}
}

function renamedPath(file: PageFile, name: string): string {
  const place = file.bundle ?? file.path
  const last =
    file.bundle === undefined ? file.path.slice(file.path.lastIndexOf('/') + 1).replace(file.name, name) : name
  const moved = `${folderOf(place)}/${last}`
  return file.bundle === undefined ? moved : `${moved}/${file.path.slice(file.bundle.length + 1)}`
}

/** True when another page is a translation: it stands in the same place of the content of its language. */
export function hasTranslation(file: PageFile, pages: Iterable<PageFile>, config: SiteConfig): boolean {
  const placeOf = ({path, name}: PageFile) => {
    const inner = placeOfContent(path, config)?.inner ?? path.split('/')
    return [...inner.slice(0, /^_?index\./.test(inner.at(-1) ?? '') ? -2 : -1), name].join('/')
  }
  const place = placeOf(file)
  return [...pages].some((other) => other.path !== file.path && placeOf(other) === place)
}

/** True when another page has the same folder and name. */
export function isShared(file: PageFile, pages: Iterable<PageFile>): boolean {
  const place = ({bundle, path, name}: PageFile) => bundle ?? `${folderOf(path)}/${name}`
  return [...pages].some((other) => other.path !== file.path && place(other) === place(file))
}
