import {extensionOf} from '../bundle/extensionOf.ts'
import {type PageFile, folderOf} from '../bundle/findPages.ts'
import type {SiteConfig} from '../bundle/siteConfig.ts'
import {documentId} from '../ids/documentId.ts'
import type {SeedType} from '../ids/seedTypes.ts'
import {talkId} from '../ids/talkId.ts'
import {hashText} from '../values/hashText.ts'
import {urlize} from './urlize.ts'

/** What converting one page needs to know about the others. */
export interface SiteView {
  config: SiteConfig
  /** Id of the document that a page becomes. */
  idOf(file: PageFile): string
  /** Id of the page that a name refers to, in the same language first; `undefined` when the site has none. */
  find(type: SeedType, name: string, language?: string): string | undefined
  /** Id and slug that a page of that name would get. */
  missing(type: SeedType, name: string): {_id: string; slug: string}
  /** True when the site has this file (path relative to the site folder): media and static files. */
  hasFile(path: string): boolean
  /** True when a template of the site's own may read this front matter key (in small letters). */
  readsKey(key: string): boolean
  /** What the names of those files end with, without the dot, in small letters. */
  fileExtensions: ReadonlySet<string>
  /** Paths of the media and static files below a folder (with its last slash), in their order. */
  filesIn(folder: string): string[]
}

/**
 * Indexes a site's pages by the names that others use for them.
 * @param ids Ids of documents that already exist, by path: a page whose folder was renamed keeps its id.
 * @param displayNames Path of an author's page to the name it shows.
 */
export function createSiteView(
  pages: readonly PageFile[],
  config: SiteConfig,
  options: {
    ids?: ReadonlyMap<string, string>
    displayNames?: ReadonlyMap<string, string>
    files?: ReadonlySet<string>
    templateNames?: ReadonlySet<string>
  } = {},
): SiteView {
  const {ids = new Map(), displayNames = new Map(), files = new Set(), templateNames} = options
  const slugOf = remember((name: string) => urlize(name, config.removePathAccents))
  const pathOf = ({path}: PageFile) => path
  const naturalIdOf = remember((file: PageFile) => naturalId(file, config), pathOf)
  let known: ReadonlyMap<string, string> | undefined
  const owners = () => (known ??= ownersOf(pages, naturalIdOf, ids))
  const idOf = remember((file: PageFile) => ids.get(file.path) ?? freeId(file, naturalIdOf(file), owners()), pathOf)
  const indexOf = remember((type: SeedType) =>
    indexPages(
      pages.filter((file) => file.type === type),
      {config, displayNames, idOf, slugOf},
    ),
  )
  return {
    config,
    idOf,
    find(type, name, language) {
      const index = indexOf(type)
      const slug = slugOf(name)
      const spoken = language === undefined ? undefined : index.get(entryOf(slug, language))
      return spoken ?? index.get(entryOf(slug, undefined))
    },
    missing: (type, name) => ({_id: documentId(type, slugOf(name)), slug: slugOf(name)}),
    hasFile: (path) => files.has(path),
    readsKey: (key) => templateNames?.has(key) === true,
    fileExtensions: new Set([...files].map(extensionOf)),
    filesIn: (folder) => [...files].filter((path) => path.startsWith(folder)).sort(),
  }
}

interface Naming extends Pick<SiteView, 'config' | 'idOf'> {
  displayNames: ReadonlyMap<string, string>
  slugOf(name: string): string
}

/** The ids of pages of one type by slug and language; the first page of a name has it. */
function indexPages(pages: readonly PageFile[], {config, displayNames, idOf, slugOf}: Naming): Map<string, string> {
  const index = new Map<string, string>()
  const add = (slug: string, language: string | undefined, id: string) => {
    const entry = entryOf(slug, language)
    if (!index.has(entry)) index.set(entry, id)
  }
  for (const file of pages) {
    const {name, language} = file
    add(slugOf(name), language, idOf(file))
    if (language === config.defaultLanguage) add(slugOf(name), undefined, idOf(file))
  }
  for (const file of pages) {
    add(slugOf(file.name), undefined, idOf(file))
    const shown = displayNames.get(file.path)
    if (shown === undefined) continue
    add(slugOf(shown), file.language, idOf(file))
    add(slugOf(shown), undefined, idOf(file))
  }
  return index
}

/** Names and pages are asked for again and again. @param keyOf What is the same for those that are. */
function remember<Asked, Result>(
  find: (asked: Asked) => Result,
  keyOf: (asked: Asked) => unknown = (asked) => asked,
): (asked: Asked) => Result {
  const known = new Map<unknown, Result>()
  return (asked) => {
    const key = keyOf(asked)
    const before = known.get(key)
    if (before !== undefined) return before
    const result = find(asked)
    known.set(key, result)
    return result
  }
}

function entryOf(slug: string, language = ''): string {
  return `${slug}\n${language}`
}

/**
 * Which page has an id: those that have one already, then the first page for each name. A talk's follows from its path, where
 * another one may have stood before that has moved since.
 */
function ownersOf(
  pages: readonly PageFile[],
  naturalIdOf: (file: PageFile) => string,
  ids: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const owners = new Map([...ids].map(([path, id]) => [id, path]))
  for (const file of pages) {
    if (ids.has(file.path)) continue
    const id = naturalIdOf(file)
    if (!owners.has(id)) owners.set(id, file.path)
  }
  return owners
}

/** The id of a page; where that is another page's (`x.md` and `x/index.md`, or one that stood there before), it has the path in it. */
function freeId(file: PageFile, natural: string, owners: ReadonlyMap<string, string>): string {
  let id = natural
  for (let further = 0; (owners.get(id) ?? file.path) !== file.path; further++)
    id = `${natural}-${hashText(file.path.normalize('NFC') + (further === 0 ? '' : ` ${further}`))}`
  return id
}

/** The id that follows from a page's path alone. */
function naturalId(file: PageFile, config: SiteConfig): string {
  if (file.type === 'talk') return talkId(file.path)
  const translation =
    file.language !== undefined && file.language !== config.defaultLanguage ? file.language : undefined
  const place = folderOf(file.bundle ?? file.path)
    .split('/')
    .slice(-1)[0]
  const nested = file.section !== 'data' && place !== file.section
  const name = urlize(nested ? `${place}/${file.name}` : file.name, config.removePathAccents)
  return documentId(file.type, name, translation)
}
