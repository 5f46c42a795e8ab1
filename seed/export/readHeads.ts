import type {SanityClient} from '@sanity/client'
import {pageFileAt} from '../bundle/pageFileAt.ts'
import {eachRow} from '../client/eachRow.ts'
import {fetchDocuments} from '../client/fetchDocuments.ts'
import {findCopies} from '../client/findCopies.ts'
import {readFingerprint} from '../documents/fingerprint.ts'
import {placeOfAlias} from '../documents/movedAliases.ts'
import {readPage} from '../documents/page.ts'
import {isStub} from '../documents/stubDocument.ts'
import type {Hugo} from '../documents/types.ts'
import {FrontMatterError} from '../frontMatter/frontMatterError.ts'
import {plainId} from '../ids/plainId.ts'
import {SEED_TYPES, type SeedType} from '../ids/seedTypes.ts'
import {hashContent} from '../values/hashContent.ts'

/** What an export knows of a document all the time: who it is and where its page is, not what it says. */
export interface DocumentHead {
  /** Of the published version, else of the draft: what the site should show. */
  _id: string
  _type: SeedType
  /** When the first of its versions was made, ISO 8601. */
  created: string
  /** Where its page is, if it was made from one; nothing for a copy of such a document. */
  hugo?: Pick<Hugo, 'path' | 'dialect'>
  /** Of its page, or of the page that it is a copy of; none on a site of one language. */
  language?: string
  /** Files that the text of a copy names, as the text has them, and ids of their assets. */
  files?: ReadonlyArray<{name: string; asset: string}>
  /** Front matter (JSON) of the page that a copy was made from, for which there is no field. */
  unknown?: string
  /** Ids of the assets that the page's files became, by path. */
  assets: Readonly<Record<string, string>>
  title?: string
  slug?: string
  /** What it says of a file is of the document that it was copied from. */
  isCopy: boolean
  /** It stands in for a page that the site does not have. */
  isStub: boolean
  /** Former addresses that lead to its page. */
  aliases: readonly string[]
  /** What the address of its page may follow from is not as it was imported. */
  mayMove: boolean
  /** The name that an author's page shows. */
  displayName?: string
}

/** Texts, unless a script or a plug-in put something else there. */
interface Row {
  _id: string
  created: string
  _type: SeedType
  path: unknown
  language: unknown
  files: ReadonlyArray<{name: string | null; asset: string | null}> | null
  unknown: unknown
  dialect: Hugo['dialect'] | null
  fingerprint: unknown
  title: unknown
  slug: unknown
  aliases: unknown
  address: unknown
  placing: Readonly<Record<string, unknown>>
  source?: unknown
}

/** Fields from which the address of a page may follow. */
export const PLACING: readonly string[] = ['title', 'name', 'slug', 'start', 'publishDate']

const PART = `_type, "created": _createdAt, "path": hugo.path, "language": hugo.language, "files": select(!defined(hugo.path) => hugo.files[]{name, "asset": asset._ref}), "unknown": select(!defined(hugo.path) => hugo.unknown), "dialect": hugo.dialect, "fingerprint": hugo.fingerprint,
  "title": coalesce(title, name), "slug": slug.current, "aliases": pageSettings.aliases, "address": hugo.address, "placing": {${PLACING.join(', ')}}`

/**
 * All documents of the lake that may have a page, and the ids of all their versions: in the order in which they are written,
 * with the names of the pages that they refer to.
 */
export async function readHeads(client: SanityClient): Promise<{heads: DocumentHead[]; versions: Set<string>}> {
  const versions = new Set<string>()
  const byId = new Map<string, DocumentHead>()
  const partOf = (type: SeedType) => (type === 'author' ? `${PART}, "source": hugo.source` : PART)
  for await (const row of eachRow<Row>(client, SEED_TYPES, partOf)) {
    versions.add(row._id)
    const id = plainId(row._id)
    const before = byId.get(id)
    const head = before === undefined || row._id === id ? toHead(row) : before
    byId.set(id, {...head, created: earlier(row.created, before?.created)})
  }
  const origins = [...byId].map(([id, {hugo, created}]) => ({id, path: hugo?.path, created}))
  for (const id of findCopies(origins)) {
    const copy = byId.get(id)
    if (copy) byId.set(id, asCopy(copy))
  }
  await findStubs(client, byId)
  const order = ({_type}: DocumentHead) => SEED_TYPES.indexOf(_type)
  const heads = [...byId.values()].sort((a, b) => order(a) - order(b) || (a._id < b._id ? -1 : 1))
  return {heads, versions}
}

function toHead(row: Row): DocumentHead {
  const {_id, created, _type, path, language, files, dialect, title, slug, address, placing, source} = row
  const hugo = isText(path) && dialect !== null && {path, dialect}
  const displayName = hugo && isText(source) ? displayNameOf(hugo.path, source) : undefined
  const {assets, fields} = readFingerprint(isText(row.fingerprint) ? row.fingerprint : '')
  const isEdited = ([field, value]: [string, unknown]) =>
    (value === null ? undefined : hashContent(value)) !== fields[field]
  return {
    _id,
    _type,
    created,
    ...(hugo && {hugo}),
    ...(isText(language) && {language}),
    ...(files && {files: files.flatMap(({name, asset}) => (isText(name) && isText(asset) ? [{name, asset}] : []))}),
    ...(isText(row.unknown) && {unknown: row.unknown}),
    assets,
    mayMove: !hugo || Object.entries(placing).some(isEdited),
    ...(isText(title) && {title}),
    ...(isText(slug) && {slug}),
    aliases: aliasesOf(row).map((alias) => (isText(address) ? placeOfAlias(alias, address) : alias)),
    isCopy: false,
    isStub: false,
    ...(displayName !== undefined && {displayName}),
  }
}

function aliasesOf({aliases}: Row): string[] {
  return Array.isArray(aliases) ? aliases.filter(isText) : []
}

function earlier(one: string, other = one): string {
  return one < other ? one : other
}

/** A copy has no page yet. */
function asCopy(copy: DocumentHead): DocumentHead {
  const {hugo: _, displayName: __, ...head} = copy
  return {...head, assets: {}, mayMove: true, isCopy: true}
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

/** As the import read it: an editor may have given the author another name meanwhile. */
function displayNameOf(path: string, source: string): string | undefined {
  try {
    const title = readPage(pageFileAt(path, 'author'), source).values.get('title')
    return isText(title) ? title : undefined
  } catch (error) {
    if (!(error instanceof FrontMatterError)) throw error
    return undefined
  }
}

async function findStubs(client: SanityClient, heads: ReadonlyMap<string, DocumentHead>): Promise<void> {
  const bare = [...heads.values()].filter(({_type, hugo}) => hugo === undefined && _type !== 'talk')
  const byStoredId = new Map(bare.map((head) => [head._id, head]))
  for await (const document of fetchDocuments(client, [...byStoredId.keys()])) {
    const head = byStoredId.get(document._id)
    if (head) head.isStub = isStub(document)
  }
}
