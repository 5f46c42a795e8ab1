import type {SeedType} from '../ids/seedTypes.ts'
import type {Notice} from '../notices.ts'
import {type ContentPlace, isLeftOut, placeOfContent} from './contentMounts.ts'
import {type PlacedPage, findPageTwins} from './findPageTwins.ts'
import {isIgnored} from './ignoredFiles.ts'
import {isPartName} from './partFile.ts'
import type {SiteConfig} from './siteConfig.ts'

/** A file of the site that becomes a document. */
export interface PageFile {
  type: SeedType
  /** Relative to the site folder, `/` between folders, as on disk. */
  path: string
  /** Folder name of a bundle, else the file's name without extension and language. */
  name: string
  /** First folder below the content folder: `event`, `talk`; `data` for authors in `data/authors`. */
  section: string
  /** Language code; absent in a site of one language. */
  language?: string
  /** Folder of the bundle, relative to the site folder. */
  bundle?: string
  /** Paths of the bundle's other files, relative to its folder. */
  resources: string[]
  /** The configuration names the file itself: it stays where it is, and has no files beside it. */
  fixed?: true
}

/** The theme's folders of content, and what their pages are. */
export const SECTIONS: Record<string, SeedType> = {
  event: 'talk',
  events: 'talk',
  talk: 'talk',
  authors: 'author',
  author: 'author',
  project: 'project',
  projects: 'project',
  slides: 'slideDeck',
}

/** Hugo tells names apart by their case: `index.MD` is a file like any other, `INDEX.md` a page of that name. */
const PAGE = /\.(md|markdown|mdown)$/
const LAST_WORD = /\.([^.]+)\.[^.]+$/
/** What is taken for the code of a language that the configuration does not know. */
const LANGUAGE = /^[a-z]{2}(-[a-z]{2,4})?$/
const NOT_A_PAGE = /(^|\/)(\.[^/]*|[^/]*~|#[^/]*#)$/

interface Located extends Pick<ContentPlace, 'inner' | 'rank' | 'fixed'> {
  path: string
  /** Folders below the content folder, that of a language the configuration does not know among them. */
  folders: readonly string[]
  language?: string
}

/**
 * Finds the talks, authors, projects and slide decks among a site's files, as Hugo does: a folder with an `index.md`
 * is one page and everything below it belongs to it; other Markdown files are pages; `_index.md` is a section's page
 * (and an author's own page).
 * @param paths All files below the content folders and `data/authors`, relative to the site folder.
 * @param isTalk Whether the front matter of a page outside of the theme's folders says that it is a talk.
 * @param isPlainHtml Whether a file of HTML begins with a tag: Hugo copies it, and there is nothing to say of it.
 */
export function findPages(
  paths: readonly string[],
  config: SiteConfig,
  isTalk: (path: string) => boolean = () => false,
  isPlainHtml: (path: string) => boolean = () => false,
): {pages: PageFile[]; notices: Notice[]} {
  const notices: Notice[] = []
  const ignored = new Map(paths.flatMap((path) => ignoredEntry(path, config)))
  const located = paths.flatMap((path) => {
    const place = locate(path, ignored.has(path) ? withoutFilters(config) : config)
    if (!place) return []
    const known = SECTIONS[place.inner[0] ?? ''] !== undefined
    return known || (isPageName(path) && isTalk(path)) ? [place] : []
  })
  const leaves = new Set(
    located
      .filter(({path, inner, fixed}) => !fixed && !ignored.has(path) && isIndex(inner))
      .map(({path}) => folderOf(path)),
  )
  const files = filesByFolder(ignored.size === 0 ? paths : paths.filter((path) => !ignored.has(path)))
  const placed: PlacedPage[] = []
  for (const place of located) {
    const {path, folders, rank} = place
    const skipped = ignored.has(path) ? (PAGE.test(path) ? ignored.get(path) : '') : skipReason(place, leaves, config)
    if (skipped === undefined) placed.push({page: toPage(place, files, config), inner: folders, rank})
    else if (skipped !== '' && !(/\.html?$/i.test(path) && isPlainHtml(path)))
      notices.push({kind: 'skippedFile', path, message: skipped})
  }
  const twins = findPageTwins(placed, config)
  for (const [path, taken] of twins) notices.push({kind: 'skippedFile', path, message: twinReason(taken, config)})
  const pages = placed.flatMap(({page}) => (twins.has(page.path) ? [] : [page]))
  for (const path of paths) {
    const [, code, name] = /^data\/(?:([^/]+)\/)?authors\/([^/]+)\.(?:ya?ml|toml|json)$/i.exec(path) ?? []
    if (name !== undefined && (code === undefined || isLanguage(code, config))) pages.push(dataAuthor(path, name, code))
  }
  return {pages, notices}
}

function isPageName(path: string): boolean {
  return PAGE.test(path) && !NOT_A_PAGE.test(path) && !/(^|\/)_index\.[^/]*$/.test(path)
}

function dataAuthor(path: string, name: string, language: string | undefined): PageFile {
  return {type: 'author', path, name, section: 'data', ...(language !== undefined && {language}), resources: []}
}

/** Splits off the content folder; a folder named like a language counts as one even when no configuration says so. */
function locate(path: string, config: SiteConfig): Located | undefined {
  const place = placeOfContent(path, config)
  if (!place) return undefined
  const {inner, language, rank, fixed} = place
  const several = config.languages.length > 1 || isDisabled(language, config)
  const [first = '', second = ''] = inner
  if (isLanguage(first, config) && second in SECTIONS) {
    return {path, folders: inner, inner: inner.slice(1), language: first.toLowerCase(), rank, fixed}
  }
  return {path, folders: inner, inner, rank, fixed, ...(several && {language})}
}

function isDisabled(language: string | undefined, {disabledLanguages = []}: SiteConfig): boolean {
  return language !== undefined && disabledLanguages.includes(language)
}

/** The language that a file's name ends with: `ko` of `index.ko.md`. */
export function suffixLanguage(file: string, config: SiteConfig): string | undefined {
  const code = LAST_WORD.exec(file)?.[1]
  if (code === undefined) return undefined
  return isDeclared(code, config) || (file.startsWith('index.') && LANGUAGE.test(code)) ? code : undefined
}

/** Whether the configuration knows a language, whether Hugo builds it or not. */
function isDeclared(code: string, config: SiteConfig): boolean {
  return isDisabled(code, config) || config.languages.some((language) => language.code === code)
}

/** Whether a folder is named like a language: one that the configuration knows, or any. */
function isLanguage(name: string, config: SiteConfig): boolean {
  const code = name.toLowerCase()
  return isDeclared(code, config) || LANGUAGE.test(code)
}

function isIndex(inner: readonly string[]): boolean {
  return isLeafPage(inner.at(-1) ?? '')
}

/** Whether a file of that name is the page of the folder that it is in, and everything below that folder belongs to it. */
export function isLeafPage(name: string): boolean {
  return name.startsWith('index.') && PAGE.test(name)
}

/** Why the configuration leaves a file out, if it does. */
function ignoredEntry(path: string, config: SiteConfig): Array<[string, string]> {
  if (isIgnored(path, config.ignoreFiles ?? []))
    return [[path, "The site's ignoreFiles leaves it out: Hugo does not read it."]]
  if (config.mounts && isLeftOut(path, config))
    return [[path, "The site's mounts (includeFiles, excludeFiles) leave it out: Hugo does not read it."]]
  return []
}

/** To say of a file that is left out what it would have been. */
function withoutFilters(config: SiteConfig): SiteConfig {
  if (!config.mounts) return config
  return {...config, mounts: config.mounts.map(({source, target, language}) => ({source, target, language}))}
}

function twinReason(taken: string, config: SiteConfig): string {
  const code = LAST_WORD.exec(taken)?.[1]
  const isForeign =
    code !== undefined && LANGUAGE.test(code) && !config.languages.some((language) => language.code === code)
  const language = isForeign ? `add the language "${code}" to the site's configuration, or ` : ''
  return `Hugo takes ${taken} for this page and passes over this file: ${language}keep one of the two.`
}

/** Why a file is not a page: a sentence, or nothing to say (''); `undefined` when it is one. */
function skipReason(
  {path, inner, language}: Located,
  leaves: ReadonlySet<string>,
  config: SiteConfig,
): string | undefined {
  const file = inner.at(-1) ?? ''
  if (isPartName(file)) return 'An export that was ended left it behind, and nothing needs it: delete it.'
  if (NOT_A_PAGE.test(path)) return PAGE.test(file.replace(/~$/, '')) ? "An editor's own file, not a page." : ''
  if (!PAGE.test(file)) return insideLeaf(path, leaves) ? '' : otherFormat(inner)
  const section = inner[0] ?? ''
  if (file.startsWith('_index.')) {
    return SECTIONS[section] === 'author' && inner.length === 3 ? undefined : ''
  }
  if (insideLeaf(isIndex(inner) ? folderOf(path) : path, leaves))
    return 'A resource of the page in its folder: Hugo shows no page for it.'
  const spoken = suffixLanguage(file, config) ?? language
  if (isDisabled(spoken, config))
    return `The site's configuration disables the language "${spoken}": Hugo shows no page.`
  return SECTIONS[section] === 'author' ? 'Not an author: the theme reads authors from _index.md.' : undefined
}

function otherFormat(inner: readonly string[]): string {
  const file = inner.at(-1) ?? ''
  if (new RegExp(PAGE, 'i').test(file))
    return 'Hugo takes only an extension in small letters for a page, and copies this file: rename it to ".md".'
  return /\.(html?|org|adoc|rst)$/i.test(file) && inner.length < 4
    ? 'Hugo reads this format too, Lectern only Markdown: convert it, with pandoc for instance.'
    : ''
}

function insideLeaf(path: string, leaves: ReadonlySet<string>): boolean {
  for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder)) if (leaves.has(folder)) return true
  return false
}

function toPage(
  {path, inner, language, fixed}: Located,
  files: ReadonlyMap<string, string[]>,
  config: SiteConfig,
): PageFile {
  const [section = ''] = inner
  const file = inner.at(-1) ?? ''
  const isBundle = isIndex(inner) || file.startsWith('_index.')
  const suffix = suffixLanguage(file, config)
  const bundle = folderOf(path)
  const stem = file.replace(PAGE, '').slice(0, suffix === undefined ? undefined : -suffix.length - 1)
  const name = isBundle ? (inner.at(-2) ?? bundle.split('/').at(-1) ?? '') : stem
  const spoken = suffix ?? language
  return {
    type: SECTIONS[section] ?? 'talk',
    path,
    name: name.normalize('NFC'),
    // A folder of the content may be called "data" too: only files of the site's data folder are data files.
    section: section === 'data' ? '' : section,
    ...(spoken !== undefined && {language: spoken}),
    ...(isBundle && !fixed && {bundle}),
    resources: isBundle && !fixed ? resourcesOf(bundle, files) : [],
    ...(fixed && {fixed}),
  }
}

function filesByFolder(paths: readonly string[]): ReadonlyMap<string, string[]> {
  const files = new Map<string, string[]>()
  for (const path of paths) {
    if (!isResource(path)) continue
    for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder)) {
      const known = files.get(folder)
      if (known) known.push(path)
      else files.set(folder, [path])
    }
  }
  return files
}

/** Whether a file in the folder of a page belongs to it: no page of its own, nor an editor's or the system's own file. */
export function isResource(path: string): boolean {
  return !PAGE.test(path) && !NOT_A_PAGE.test(path)
}

function resourcesOf(bundle: string, files: ReadonlyMap<string, string[]>): string[] {
  return (files.get(bundle) ?? []).map((path) => path.slice(bundle.length + 1)).sort()
}

/** Folder of a path; '' at the top. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}
