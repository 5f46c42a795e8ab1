import type {PageFile} from '../bundle/findPages.ts'
import {dropKeys} from '../frontMatter/dropKeys.ts'
import {editFrontMatter, joinPage} from '../frontMatter/editFrontMatter.ts'
import {FrontMatterError} from '../frontMatter/frontMatterError.ts'
import {renameKeys} from '../frontMatter/renameKeys.ts'
import {toYaml} from '../frontMatter/toYaml.ts'
import {parseBody} from '../markdown/parseBody.ts'
import type {Dialect} from '../markdown/types.ts'
import type {Notice} from '../notices.ts'
import {rewriteBody} from './dialectBody/rewriteBody.ts'
import {authorKeys} from './dialectKeys/authorKeys.ts'
import {findLosses} from './dialectKeys/findLosses.ts'
import {type KeyPlan, NO_KEYS} from './dialectKeys/keyPlan.ts'
import {linkKeys} from './dialectKeys/linkKeys.ts'
import {talkKeys} from './dialectKeys/talkKeys.ts'
import {dialects} from './dialects.ts'
import {differentMeaning, firstDifferentBlock} from './differentMeaning.ts'
import {createKeyLines} from './keyLines.ts'
import {movedAliases} from './movedAliases.ts'
import {type Page, readPage} from './page.ts'
import {placeInDialect} from './placeInDialect.ts'
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

/** New keys stand behind these, in this order. */
const ORDER = ['title', 'schema', 'slug', 'event_start', 'date']

/**
 * Rewrites a page for a generation of the theme: format of the front matter, names of keys, folders, icons and
 * shortcodes, and the way of writing links. Comments and the order of keys stay; a page that moves also answers to its
 * old address. The result is read back: a page whose front matter would not give the same
 * document stays as it is, with a notice; Markdown that means something else there is kept, with a notice.
 * Rewriting twice is rewriting once.
 */
export function rewriteDialect({page, dialect, site}: RewriteInput): RewrittenPage {
  const file = placeInDialect(page.file, page, dialect, site.config)
  try {
    const text = rewriteText(page, file, dialect, site)
    const written = readPage(file, text)
    const notices = findLosses(page, written, dialect)
    if (text === page.text && file.path === page.file.path) return {file, text, notices}
    const [before, after] = [toDocument(page, site).document, toDocument(written, site).document]
    const different = differentMeaning(before, page, after, written)
    const other = different.filter((name) => name !== 'body' && name !== 'abstract')
    if (other.length > 0) return kept(page, `it would read as another ${other.join(', ')}`)
    const prose = different.map((name) => readsOtherwise(name, before, page, after, written))
    return {file, text, notices: [...notices, ...prose]}
  } catch (error) {
    if (!(error instanceof FrontMatterError)) throw error
    return kept(page, error.message)
  }
}

function kept({file, text, parts}: Page, reason: string): RewrittenPage {
  const message = `The page keeps the names of its generation: ${reason}. Rewrite it by hand.`
  return {file, text, notices: [{kind: 'foreignForm', path: file.path, line: parts.headerLine, message}]}
}

/** Text that stays as it is, though the other generation's Markdown takes it for something else. */
function readsOtherwise(field: string, before: AnyDocument, from: Page, after: AnyDocument, to: Page): Notice {
  const {file, parts, dialect} = to
  const message = 'The generation reads the Markdown from here on otherwise; the text was kept.'
  const about = {kind: 'foreignForm' as const, path: file.path, field, message}
  if (field !== 'body') return {...about, line: createKeyLines(parts)(field)}
  const {spans} = parseBody(parts.body, {path: file.path, line: parts.bodyLine, dialect})
  const start = spans[firstDifferentBlock(before, from.dialect, after, dialect)]?.start ?? 0
  return {...about, line: parts.bodyLine + parts.body.slice(0, start).split('\n').length - 1}
}

function rewriteText(page: Page, file: PageFile, dialect: Dialect, site: SiteView): string {
  const wanted = page.file.section === 'data' ? page.parts.format : dialects[dialect].format
  const {names, edits} = planKeys(page, file, dialect)
  const renamed = renameKeys(wanted === 'yaml' ? toYaml(page.parts) : page.parts, names)
  const gone = edits.flatMap(({key, value}) => (value === undefined ? [key] : []))
  const edited = editFrontMatter(dropKeys(renamed, gone), edits, ORDER)
  const context = {path: file.path, line: edited.bodyLine, dialect: page.dialect}
  const prose = page.file.type === 'talk' || page.file.type === 'project'
  const body = !prose ? edited.body : rewriteBody(edited.body, context, dialect)
  const framed = frame(page.file, file, joinPage({...edited, body}), edited.header)
  const aliases = movedAliases(page, readPage(file, framed), site.config)
  if (aliases === undefined) return framed
  const {parts, spelling} = readPage(file, framed)
  return joinPage(editFrontMatter(parts, [{key: spelling.get('aliases') ?? 'aliases', value: aliases}]))
}

/** A data file has no delimiters. */
function frame(from: PageFile, to: PageFile, text: string, header: string): string {
  if (from.section === to.section || (from.section !== 'data' && to.section !== 'data')) return text
  const bom = text.startsWith('\uFEFF') ? '\uFEFF' : ''
  if (to.section === 'data') return bom + header
  const mark = to.path.endsWith('.toml') ? '+++\n' : '---\n'
  return `${bom}${mark}${header}${header === '' || header.endsWith('\n') ? '' : '\n'}${mark}`
}

function planKeys(page: Page, file: PageFile, dialect: Dialect): KeyPlan {
  const {type} = page.file
  if (type === 'author') return file.section === page.file.section ? NO_KEYS : authorKeys(page, file.section === 'data')
  if (type === 'slideDeck') return NO_KEYS
  const own = type === 'talk' ? talkKeys(page, dialect) : NO_KEYS
  const links = linkKeys(page, dialect)
  return {names: new Map([...own.names, ...links.names]), edits: [...own.edits, ...links.edits]}
}
