import {AssetError} from '../assets/downloadAsset.ts'
import type {PageFile} from '../bundle/findPages.ts'
import {pageFileAt} from '../bundle/pageFileAt.ts'
import {readFingerprint} from '../documents/fingerprint.ts'
import {type WriteInput, type WrittenPage, fromDocument} from '../documents/fromDocument.ts'
import {type Page, readPage} from '../documents/page.ts'
import {pageAddress} from '../documents/pageAddress.ts'
import {toDocument} from '../documents/toDocument.ts'
import {urlize} from '../documents/urlize.ts'
import {plainId} from '../ids/plainId.ts'
import type {StoredDocument} from '../plan/plan.ts'
import {withFiles} from './asBundle.ts'
import type {ExportRun} from './exportRun.ts'
import {newPage} from './newPage.ts'
import {hasTranslation, planMove} from './planMove.ts'
import type {DocumentHead} from './readHeads.ts'

/** A page with what an editor changed; what follows from its new address is not in it. */
export interface EditedPage {
  /** The page so far; of a new document an empty one. */
  page: Page
  /** Where its file goes. */
  file: PageFile
  /** The slug that an editor gave it. */
  slug?: string
  writesSlug: boolean
  written: WrittenPage
}

/**
 * The page of a document as an editor wants it.
 * @param onDisk The text of its file, if it is there.
 * @throws FrontMatterError, AssetError when it cannot be written.
 */
export function editPage(document: StoredDocument, onDisk: string | undefined, run: ExportRun): EditedPage {
  const {site, pages} = run
  const {hugo} = document
  const imported = importedAssets(document)
  const known = hugo && (pages.get(hugo.path) ?? pageFileAt(hugo.path, document._type, hugo.language))
  const head = run.documents.get(plainId(document._id))
  const original = originalOf(document, run)
  const page =
    known && hugo
      ? readPage(withFiles(known, Object.keys(imported)), onDisk ?? hugo.source)
      : newPage(document, {
          config: site.config,
          dialect: run.dialect,
          language: head?.language,
          unknown: head?.unknown,
          original,
          authorPages: run.options.dialect !== 'kit' && ownsContentAuthors(run),
        })
  const first = writePage(document, page, imported, run)
  const slug = first.changed.includes('slug') ? document.slug?.current : undefined
  const translated = slug !== undefined && hasTranslation(page.file, pages.values(), site.config)
  const move = hugo && planMove(page, slug, translated)
  const moves = move !== undefined && move.path !== page.file.path
  const moved = moves ? pageFileAt(move.path, document._type, page.file.language) : page.file
  const isElsewhere = original !== undefined && page.file.name.normalize('NFC') !== document.slug?.current
  const isAdded = (hugo === undefined || slug !== undefined) && decidesAddress(document, moved, first.text, run)
  const writesSlug = isElsewhere || move?.writesSlug === true || isAdded
  return {
    page,
    file: {...moved, resources: page.file.resources},
    ...(slug !== undefined && {slug}),
    writesSlug,
    written: writesSlug ? writePage(document, page, imported, run, {writesSlug}) : first,
  }
}

/** Whether a page is published under its slug only if it says it: permalinks with `:slug` take the title of any other. */
function decidesAddress({slug}: StoredDocument, file: PageFile, text: string, {site}: ExportRun): boolean {
  if (slug === undefined || file.type === 'author') return false
  const page = readPage(file, text)
  const said = {...page, values: new Map([...page.values, ['slug', slug.current] as const])}
  return pageAddress(page, site.config) !== pageAddress(said, site.config)
}

/** Ids of the assets that files of the site were imported as, by path. */
export function importedAssets({hugo}: StoredDocument): Readonly<Record<string, string>> {
  return hugo ? readFingerprint(hugo.fingerprint).assets : {}
}

/** The page in another language that a document made in the Studio is a translation of: it has its slug. */
function originalOf({_id, _type, hugo, slug}: StoredDocument, {documents, pages}: ExportRun): PageFile | undefined {
  const language = documents.get(plainId(_id))?.language
  if (hugo || slug === undefined || language === undefined) return undefined
  const isOriginal = (head: DocumentHead) =>
    head._type === _type && head.slug === slug.current && head.language !== undefined && head.language !== language
  const paths = [...documents.values()].flatMap((head) => (head.hugo && isOriginal(head) ? [head.hugo.path] : []))
  return paths.flatMap((path) => pages.get(path) ?? []).find(({section}) => section !== 'data')
}

/** Authors with pages of their own: a site of the kit from before its data files. */
function ownsContentAuthors({documents}: ExportRun): boolean {
  return [...documents.values()].some(({_type, hugo}) => _type === 'author' && hugo && !hugo.path.startsWith('data/'))
}

/** Writes with the assets that the page's files hold in their places. */
export function writePage(
  document: StoredDocument,
  page: Page,
  imported: Readonly<Record<string, string>>,
  run: ExportRun,
  given: Pick<WriteInput, 'aliases' | 'writesSlug' | 'settled'> = {},
): WrittenPage {
  const assets = run.assets.place(toDocument(page, run.view).assets, imported)
  const sources = {
    nameOf: (id: string) => nameOf(id, run),
    renamed: run.renamed,
    fileName(ref: string) {
      const asset = run.assets.get(ref)
      if (!asset) throw new AssetError(`The asset ${ref} is not in the lake`)
      return asset.originalFilename ?? ref.replace(/-([a-z0-9]+)$/, '.$1')
    },
    assetId: (path: string) => run.assets.ofFile(path) ?? imported[path],
  }
  const draft = document._id.startsWith('drafts.')
  return fromDocument({document, draft, page, site: run.view, sources, assets, ...given})
}

function nameOf(id: string, {documents, site, pages, renamed}: ExportRun): string | undefined {
  const now = renamed.get(id)
  if (now !== undefined) return now
  const document = documents.get(id)
  if (!document) return undefined
  if (document.hugo) return (pages.get(document.hugo.path) ?? pageFileAt(document.hugo.path, document._type)).name
  const {slug, title: shown, isStub} = document
  // A person without a page goes by the name that the theme is to show.
  return isStub && shown !== undefined && urlize(shown, site.config.removePathAccents) === slug ? shown : slug
}
