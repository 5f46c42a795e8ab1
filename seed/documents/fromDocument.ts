import {editFrontMatter, joinPage} from '../frontMatter/editFrontMatter.ts'
import type {FrontMatterValue} from '../frontMatter/frontMatterValue.ts'
import {mergeBody} from '../markdown/mergeBody.ts'
import type {Notice} from '../notices.ts'
import {hashContent} from '../values/hashContent.ts'
import {placeAssets} from './assets.ts'
import {blocksToWrite} from './blocksToWrite.ts'
import type {FieldCodec} from './codec.ts'
import {codecs} from './codecs.ts'
import {fieldNames, fieldOf, readFingerprint} from './fingerprint.ts'
import {noticeForeignIcons} from './foreignIcons.ts'
import {noticeForeignShortcodes} from './foreignShortcodes.ts'
import {hasCrop} from './hasCrop.ts'
import {lineEndOf} from './lineEnds.ts'
import type {Page} from './page.ts'
import type {SiteView} from './site.ts'
import {toDocument} from './toDocument.ts'
import type {AnyDocument} from './types.ts'
import {type WriteSources, Writer} from './writer.ts'

/** A page as it should be on disk. */
export interface WrittenPage {
  text: string
  /** Document fields that an editor changed since the import. */
  changed: string[]
  /** Asset references by the file names that the page uses for them: to be written into the bundle. */
  files: ReadonlyMap<string, string>
  /** Files of the bundle that are no longer wanted. */
  dropped: ReadonlySet<string>
  notices: Notice[]
}

/** What is written, and from what. */
export interface WriteInput {
  document: AnyDocument
  /** The document is a draft only. */
  draft: boolean
  /** The page to write into: the file as it is, or an empty one. */
  page: Page
  site: SiteView
  sources: WriteSources
  /** Ids of the assets behind the placeholders that `toDocument` gives. */
  assets: ReadonlyMap<string, string>
  /** All aliases that the page should have, when its address changes. */
  aliases?: FrontMatterValue[]
  /** Write the slug into the front matter though the page does not say one: its folder keeps its name. */
  writesSlug?: boolean
  /** Fields that the page says already, in its own words. */
  settled?: readonly string[]
}

const CROPPED =
  'A picture is cropped in the Studio. Hugo has no crop: the file is the whole picture, and the page of the Hugo site shows all of it.'

/**
 * Writes a document into its page. Nothing was edited: the text of the page as it is. Law: reading the result gives
 * the edited fields, and only lines of edited fields differ.
 * @throws FrontMatterError when the front matter cannot be edited in place.
 */
export function fromDocument({
  document,
  draft,
  page,
  site,
  sources,
  assets,
  aliases,
  writesSlug,
  settled,
}: WriteInput): WrittenPage {
  const converted = toDocument(page, site)
  const base = placeAssets(converted.document, assets)
  const changed = changedFields(document, base, sources.renamed).filter((field) => settled?.includes(field) !== true)
  const writer = new Writer(page, site, sources)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the registry pairs a type with its codecs
  const list = codecs[page.file.type].fields as unknown as ReadonlyArray<FieldCodec<AnyDocument>>
  for (const codec of list) {
    if (codec.fields.some((field) => changed.includes(field))) codec.write(document, writer, base)
  }
  writer.notices.push(...noticeForeignIcons(document, base, changed, page))
  for (const field of changed) if (hasCrop(fieldOf(document, field))) writer.notice('droppedField', field, CROPPED)
  if (writesSlug === true) writer.set('slug', document.slug?.current)
  if (draft !== (converted.draft && wasDraft(document))) writer.set('draft', draft)
  if (aliases) writer.set('aliases', aliases.length > 0 ? aliases : undefined)
  const order = ['title', ...list.flatMap(({keys}) => keys), 'draft']
  const parts = editFrontMatter(page.parts, [...writer.changes.values()], order)
  const body = writeBody(document, changed, writer)
  const text = body === undefined ? joinPage(parts) : joinPage({...parts, body})
  return {text, changed, files: writer.files, dropped: writer.dropped, notices: writer.notices}
}

/** Whether the document was a draft when it was last imported or exported: not so every page that says `draft` (see `isDraftOnly`). */
function wasDraft({_type, hugo}: AnyDocument): boolean {
  return _type === 'talk' || hugo === undefined || readFingerprint(hugo.fingerprint).draft
}

/**
 * Fields that differ from what was imported, not where only the converter reads the same file differently now; and those
 * that refer to a page which has another name now.
 */
function changedFields(
  document: AnyDocument,
  base: AnyDocument,
  renamed: ReadonlyMap<string, string> = new Map(),
): string[] {
  const imported = document.hugo && readFingerprint(document.hugo.fingerprint).fields
  return fieldNames(document, base).filter((field) => {
    const value = fieldOf(document, field)
    if ((Array.isArray(value) ? value : [value]).some((item) => refersTo(item, renamed))) return true
    const now = value === undefined ? undefined : hashContent(value)
    if (imported && now === imported[field]) return false
    return hashContent(value) !== hashContent(fieldOf(base, field))
  })
}

function refersTo(value: unknown, ids: ReadonlyMap<string, string>): boolean {
  const isReference = ids.size > 0 && typeof value === 'object' && value !== null && '_ref' in value
  return isReference && typeof value._ref === 'string' && ids.has(value._ref)
}

function writeBody(document: AnyDocument, changed: readonly string[], writer: Writer): string | undefined {
  const {parts} = writer.page
  const lineEnd = lineEndOf(parts)
  if (document._type === 'slideDeck')
    return changed.includes('markdown') ? (document.markdown ?? '').replace(/\r?\n/g, lineEnd) : undefined
  if (!changed.includes('body')) return undefined
  if (writer.page.file.section === 'data') {
    writer.notice('droppedField', 'body', 'A data file has no room for a text below it; the text stays in the Studio.')
    return undefined
  }
  const current = blocksToWrite(document.body ?? [], 'body', writer)
  // A first text stands below one blank line.
  const source = parts.body.trim() === '' ? lineEnd : parts.body
  const {markdown, notices} = mergeBody({source, current, context: writer.markdown()})
  writer.notices.push(...notices, ...noticeForeignShortcodes(markdown, writer.page))
  return markdown.trim() === '' && source !== parts.body ? parts.body : markdown
}
