import type {PageFile} from '../bundle/findPages.ts'
import type {SiteConfig} from '../bundle/siteConfig.ts'
import type {Dialect} from '../markdown/types.ts'
import {dialects} from './dialects.ts'
import type {Page} from './page.ts'
import {placeOfLanguage} from './placeOfLanguage.ts'

/** Where a generation of the theme keeps such a page. A page outside of the theme's folders, or named in the configuration, stays there. */
export function placeInDialect(file: PageFile, page: Page, dialect: Dialect, config: SiteConfig): PageFile {
  if (file.fixed) return file
  const {talks, projects} = dialects[dialect]
  if (file.type === 'author') return placeAuthor(file, page, dialect, config)
  const moves =
    file.type === 'talk' ? ['talk', 'event', 'events'] : file.type === 'project' ? ['project', 'projects'] : []
  const section = file.type === 'talk' ? talks : projects
  if (!moves.includes(file.section) || file.section === section) return file
  const rename = (path: string) => path.replace(`/${file.section}/`, `/${section}/`)
  return {...file, section, path: rename(file.path), ...(file.bundle !== undefined && {bundle: rename(file.bundle)})}
}

/** The kit keeps authors in data files, which hold no text: an author with one stays a page. */
function placeAuthor(file: PageFile, {parts}: Page, dialect: Dialect, config: SiteConfig): PageFile {
  const translated = file.language === config.defaultLanguage ? undefined : file.language
  const about = {type: file.type, name: file.name, resources: []}
  if (dialect === 'kit' && file.section !== 'data' && parts.body.trim() === '') {
    if (translated === undefined) return {...about, path: `data/authors/${file.name}.yaml`, section: 'data'}
    const path = `data/${translated}/authors/${file.name}.yaml`
    return {...about, path, section: 'data', language: translated}
  }
  if (dialect === 'kit' || file.section !== 'data') return file
  const {root, suffix} = placeOfLanguage(file.language, config)
  const bundle = `${root}/authors/${file.name}`
  const language = file.language ?? (config.languages.length > 1 ? config.defaultLanguage : undefined)
  const own = {...about, path: `${bundle}/_index${suffix}.md`, section: 'authors', bundle}
  return language === undefined ? own : {...own, language}
}
