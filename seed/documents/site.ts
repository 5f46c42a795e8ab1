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
  /** Id and slug that a page of that name would get. */
  missing(type: SeedType, name: string): {_id: string; slug: string}
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
  const slugOf = (name: string) => urlize(name, config.removePathAccents)
  const add = (type: SeedType, slug: string, language: string | undefined, id: string) => {
    const entry = entryOf(type, slug, language)
    if (!index.has(entry)) index.set(entry, id)
  }
  const named = pages.map((file) => ({
    file,
    slug: slugOf(file.name),
    id: ids.get(file.path) ?? naturalId(file, config),
  }))
  const own = new Map(named.map(({file, id}) => [file.path, id]))
  for (const {file, slug, id} of named) {
    add(file.type, slug, file.language, id)
    if (file.language === config.defaultLanguage) add(file.type, slug, undefined, id)
  }
  for (const {file, slug, id} of named) {
    add(file.type, slug, undefined, id)
    const shown = displayNames.get(file.path)
    if (shown === undefined) continue
    add(file.type, slugOf(shown), file.language, id)
    add(file.type, slugOf(shown), undefined, id)
  }
  return {
    config,
    idOf: (file) => own.get(file.path) ?? ids.get(file.path) ?? naturalId(file, config),
    find(type, name, language) {
      const slug = slugOf(name)
      const spoken = language === undefined ? undefined : index.get(entryOf(type, slug, language))
      return spoken ?? index.get(entryOf(type, slug, undefined))
    },
    missing: (type, name) => ({_id: documentId(type, slugOf(name)), slug: slugOf(name)}),
    hasFile: (path) => files.has(path),
  }
}

function entryOf(type: SeedType, slug: string, language = ''): string {
  return `${type}\n${slug}\n${language}`
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
