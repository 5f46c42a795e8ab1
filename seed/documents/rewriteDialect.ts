import type {PageFile} from '../bundle/findPages.ts'
import {fieldNames, fieldOf} from '../fingerprint.ts'
import {editFrontMatter, joinPage} from '../frontMatter/editFrontMatter.ts'
import {FrontMatterError} from '../frontMatter/frontMatterError.ts'
import {renameKeys} from '../frontMatter/renameKeys.ts'
import {hashContent} from '../ids.ts'
import type {Dialect} from '../markdown/types.ts'
import type {Notice} from '../notices.ts'
import {placeAssets} from './assets.ts'
import {authorKeys} from './dialectKeys/authorKeys.ts'
import {type KeyPlan, NO_KEYS} from './dialectKeys/keyPlan.ts'
import {linkKeys} from './dialectKeys/linkKeys.ts'
import {talkKeys} from './dialectKeys/talkKeys.ts'
import {dialects} from './dialects.ts'
import {type Page, readPage} from './page.ts'
import type {SiteView} from './site.ts'
import {toDocument} from './toDocument.ts'
import type {AnyDocument} from './types.ts'

interface RewriteInput {
  page: Page
  dialect: Dialect
  site: SiteView
}

/** A page for another generation of the theme. */
interface RewrittenPage {
  file: PageFile
  text: string
  notices: Notice[]
}

/**
 * Rewrites a page for a generation of the theme: names of keys and folders, and the way of writing links. Comments and
 * the order of keys stay. The result is read back: a page that would not give the same document stays as it is, with a
 * notice. Rewriting twice is rewriting once.
 */
export function rewriteDialect({page, dialect, site}: RewriteInput): RewrittenPage {
  const file = placeIn(page.file, page, dialect, site)
  try {
    const text = rewriteText(page, file, dialect)
    const staying = page.file.type === 'author' && dialect === 'kit' && file.section !== 'data'
    if (staying)
      return {
        file,
        text,
        notices: [notice(page, 'The page keeps its place: the text below an author has no room in a data file.')],
      }
    if (text === page.text && file.path === page.file.path) return {file: page.file, text, notices: []}
    const before = toDocument(page, site).document
    const after = toDocument(readPage(file, text), site).document
    const different = differences(
      before,
      page.file,
      after,
      file,
      page.values.has('header') && !page.values.has('image'),
    )
    if (different.length === 0) return {file, text, notices: []}
    return kept(page, `it would read as another ${different.join(', ')}`)
  } catch (error) {
    if (!(error instanceof FrontMatterError)) throw error
    return kept(page, error.message)
  }
}

function kept(page: Page, reason: string): RewrittenPage {
  const notices = [notice(page, `The page keeps the names of its generation: ${reason}.`)]
  return {file: page.file, text: page.text, notices}
}

function notice({file}: Page, message: string): Notice {
  return {kind: 'droppedField', path: file.path, message}
}

function rewriteText(page: Page, file: PageFile, dialect: Dialect): string {
  const {names, edits} = planKeys(page, file, dialect)
  const renamed = renameKeys(page.parts, names)
  const parts = edits.length > 0 ? editFrontMatter(renamed, edits, ['title', 'schema', 'slug']) : renamed
  if (file.section === page.file.section || (file.section !== 'data' && page.file.section !== 'data'))
    return joinPage(parts)
  const bom = parts.prefix.startsWith('\uFEFF') ? '\uFEFF' : ''
  if (file.section === 'data') return bom + parts.header
  const mark = {yaml: '---\n', toml: '+++\n', json: ''}[parts.format]
  const gap = parts.header === '' || parts.header.endsWith('\n') || parts.format === 'json' ? '' : '\n'
  return `${bom}${mark}${parts.header}${gap}${mark}`
}

function planKeys(page: Page, file: PageFile, dialect: Dialect): KeyPlan {
  const {type} = page.file
  if (type === 'author') return file.section === page.file.section ? NO_KEYS : authorKeys(page, file.section === 'data')
  if (type === 'slideDeck') return NO_KEYS
  const own = type === 'talk' ? talkKeys(page, dialect) : NO_KEYS
  const links = linkKeys(page, dialect)
  return {names: new Map([...own.names, ...links.names]), edits: [...own.edits, ...links.edits]}
}

/** Where the generation keeps such a page. A page outside of the theme's folders stays there. */
function placeIn(file: PageFile, page: Page, dialect: Dialect, {config}: SiteView): PageFile {
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
function placeAuthor(file: PageFile, {parts}: Page, dialect: Dialect, config: SiteView['config']): PageFile {
  const translated = file.language !== undefined && file.language !== config.defaultLanguage
  const language = file.language !== undefined && {language: file.language}
  const about = {type: file.type, name: file.name, ...language}
  if (dialect === 'kit' && file.section !== 'data' && parts.body.trim() === '') {
    const folder = translated ? `data/${file.language}/authors` : 'data/authors'
    return {...about, path: `${folder}/${file.name}.${parts.format}`, section: 'data', resources: []}
  }
  if (dialect === 'kit' || file.section !== 'data') return file
  const spoken = config.languages.find(({code}) => code === (file.language ?? config.defaultLanguage))
  const root = spoken?.contentDir ?? (translated ? `content/${file.language}` : 'content')
  const bundle = `${root}/authors/${file.name}`
  return {...about, path: `${bundle}/_index.md`, section: 'authors', bundle, resources: []}
}

/** Fields that the rewritten page would give another value; where its files stand, and the order of links, is no value. */
function differences(before: AnyDocument, from: PageFile, after: AnyDocument, to: PageFile, header: boolean): string[] {
  const [a, b] = [inPlace(before, from), inPlace(after, to)]
  return fieldNames(a, b).filter((name) => {
    if (from.section !== to.section && name === 'avatar') return false
    // Only Academic 2 reads `header`: the export writes what it said to `image`.
    if (name === 'image' && header) return false
    const [was, is] = [fieldOf(a, name), fieldOf(b, name)]
    const loose = name === 'links' && Array.isArray(was) && Array.isArray(is)
    return loose
      ? hashContent(was.map(hashContent).sort()) !== hashContent(is.map(hashContent).sort())
      : hashContent(was) !== hashContent(is)
  })
}

function inPlace(document: AnyDocument, {bundle}: PageFile): AnyDocument {
  if (bundle === undefined) return document
  const refs = new Set(JSON.stringify(document).match(/lectern-file:[^"]*/g))
  return placeAssets(
    document,
    new Map([...refs].map((ref) => [ref, ref.replace(`lectern-file:${bundle}/`, 'lectern-file:~/')])),
  )
}
