import {type PageFile, folderOf} from '../bundle/findPages.ts'
import type {SiteConfig} from '../bundle/siteConfig.ts'
import {type SeedType, documentId, talkId} from '../ids.ts'
import {urlize} from './urlize.ts'

/** What converting one page needs to know about the others. */
export interface SiteView {
  config: SiteConfig
  /** Id of the document that a page becomes. */
  idOf(file: PageFile): string
  /** Id of the page that a name refers to, in the same language first; `undefined` when the site has none. */
  find(type: SeedType, name: string, language?: string): string | undefined
  /** Id that a page of that name would get: the stub's. */
  stubId(type: SeedType, name: string): string
  /** True when the site has this file (path relative to the site folder): media and static files. */
  hasFile(path: string): boolean
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
  } = {},
): SiteView {
  const {ids = new Map(), displayNames = new Map(), files = new Set()} = options
  const index = new Map<string, string>()
  const key = (type: SeedType, name: string, language = '') =>
    `${type}\n${urlize(name, config.removePathAccents)}\n${language}`
  const idOf = (file: PageFile) => ids.get(file.path) ?? naturalId(file, config)
  const add = (entry: string, id: string) => {
    if (!index.has(entry)) index.set(entry, id)
  }
  for (const file of pages) {
    add(key(file.type, file.name, file.language), idOf(file))
    if (file.language === undefined || file.language === config.defaultLanguage)
      add(key(file.type, file.name), idOf(file))
  }
  for (const file of pages) {
    add(key(file.type, file.name), idOf(file))
    const shown = displayNames.get(file.path)
    if (shown === undefined) continue
    add(key(file.type, shown, file.language), idOf(file))
    add(key(file.type, shown), idOf(file))
  }
  return {
    config,
    idOf,
    find: (type, name, language) => index.get(key(type, name, language)) ?? index.get(key(type, name)),
    stubId: (type, name) => documentId(type, urlize(name, config.removePathAccents)),
    hasFile: (path) => files.has(path),
  }
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
