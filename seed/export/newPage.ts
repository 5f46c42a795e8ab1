import type {PageFile} from '../bundle/findPages.ts'
import {pageFileAt} from '../bundle/pageFileAt.ts'
import type {SiteConfig} from '../bundle/siteConfig.ts'
import {dialects} from '../documents/dialects.ts'
import {type Page, readPage} from '../documents/page.ts'
import {placeOfLanguage} from '../documents/placeOfLanguage.ts'
import type {SiteView} from '../documents/site.ts'
import type {AnyDocument} from '../documents/types.ts'
import {urlize} from '../documents/urlize.ts'
import {editFrontMatter, joinPage, type KeyEdit} from '../frontMatter/editFrontMatter.ts'
import type {FrontMatterMap} from '../frontMatter/frontMatterValue.ts'
import type {SeedType} from '../ids/seedTypes.ts'
import type {Dialect} from '../markdown/types.ts'
import {placeOfTranslation} from './placeOfTranslation.ts'
import type {DocumentHead} from './readHeads.ts'

const EMPTY = {yaml: '---\n---\n', toml: '+++\n+++\n', json: '{}\n'} as const

/** What tells where the page of a document goes that was made in the Studio. */
interface NewPlace {
  config: SiteConfig
  dialect: Dialect
  /** Its own language, if it is a copy of a page that has one; else it is in the site's default one. */
  language?: string | undefined
  /** The page of which it is a translation. */
  original?: PageFile | undefined
  /** Front matter (JSON) of the page that it is a copy of, for which there is no field. */
  unknown?: string | undefined
  /** The site of the kit still has pages of authors, and this export makes no data of them. */
  authorPages: boolean
}

/**
 * Where a document made in the Studio belongs: a clean bundle in the site's own dialect, a translation beside its
 * original; an author of the kit is a data file, unless the site still has pages of authors.
 */
export function newPage(document: AnyDocument, place: NewPlace): Page {
  const {config, dialect, language, original, unknown, authorPages} = place
  const title = 'title' in document ? document.title : 'name' in document ? document.name : undefined
  const name = urlize(document.slug?.current ?? title ?? document._id, config.removePathAccents).replaceAll('/', '-')
  const spoken = language ?? (config.languages.length > 1 ? config.defaultLanguage : undefined)
  const isData = document._type === 'author' && dialect === 'kit' && !authorPages
  const at = isData
    ? dataFile(name, language === config.defaultLanguage ? undefined : language)
    : pageFileAt(contentPath(document._type, name, place), document._type, spoken)
  const page = readPage(at, isData ? '' : EMPTY[dialects[dialect].format])
  const copied = copiedKeys(unknown, original !== undefined)
  // What is written later goes behind its title, and the keys that it keeps stay last.
  const isTitled = copied.length > 0 && 'title' in document && document.title !== undefined
  const edits = isTitled ? [{key: 'title', value: document.title}, ...copied] : copied
  return {...readPage(at, joinPage(editFrontMatter(page.parts, edits))), dialect}
}

/** A bundle of its own, or the place beside the page that it translates. */
function contentPath(type: SeedType, name: string, {config, dialect, language, original}: NewPlace): string {
  const beside = original && language !== undefined ? placeOfTranslation(original, language, config) : undefined
  if (beside !== undefined) return beside
  const {talks, projects} = dialects[dialect]
  const folders = {talk: talks, author: 'authors', project: projects, slideDeck: 'slides'}
  const {root, suffix} = placeOfLanguage(language, config)
  return `${root}/${folders[type]}/${name}/${type === 'author' ? '_index' : 'index'}${suffix}.md`
}

/** Where the kit has a person. */
function dataFile(name: string, language: string | undefined): PageFile {
  const folder = language === undefined ? 'data' : `data/${language}`
  return pageFileAt(`${folder}/authors/${name}.yaml`, 'author', language)
}

/** The front matter that a copy keeps: not its original's address, its day, or, unless it is a translation, its translations. */
function copiedKeys(unknown: string | undefined, isTranslation: boolean): KeyEdit[] {
  const values: unknown = JSON.parse(unknown ?? '{}')
  const own = ['url', 'lastmod', 'modified', ...(isTranslation ? [] : ['translationkey'])]
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the import wrote the front matter as JSON
  const keys = Object.entries(values as FrontMatterMap)
  return keys.filter(([key]) => !own.includes(key.toLowerCase())).map(([key, value]) => ({key, value}))
}

/** The dialect of most of a site's pages; of none, Wowchemy's. */
export function siteDialect(documents: ReadonlyArray<Pick<DocumentHead, '_type' | 'hugo'>>): Dialect {
  const counts = new Map<Dialect, number>()
  for (const {_type, hugo} of documents) {
    if (hugo && _type === 'talk') counts.set(hugo.dialect, (counts.get(hugo.dialect) ?? 0) + 1)
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 'wowchemy'
}

/** The files that a copy's new bundle needs, by name: its text names them beside it, and the site has them nowhere else. */
export function copiedFiles({files = []}: Pick<DocumentHead, 'files'>, site: SiteView): Map<string, string> {
  const isBeside = (name: string) => !/^\/|(^|\/)\.\.(\/|$)/.test(name) && !site.hasFile(`assets/media/${name}`)
  return new Map(files.flatMap(({name, asset}) => (isBeside(name) ? [[name, asset] as const] : [])))
}
