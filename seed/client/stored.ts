import type {SanityClient} from '@sanity/client'
import {hashSource} from '../bundle/hashPage.ts'
import type {Site} from '../bundle/readSite.ts'
import {textIfReadable} from '../bundle/readText.ts'
import {type Fingerprint, readSource} from '../documents/fingerprint.ts'
import {plainId} from '../ids/plainId.ts'
import type {SeedType} from '../ids/seedTypes.ts'
import {fillBlocks} from '../markdown/fillBlocks.ts'
import type {StoredDocument} from '../plan/plan.ts'
import {eachRow} from './eachRow.ts'
import {fetchDocuments} from './fetchDocuments.ts'
import {findCopies} from './findCopies.ts'

const TYPES: readonly SeedType[] = ['talk', 'author', 'project', 'slideDeck']

/** What the lake has, without the documents' content. */
export interface KnownDocument {
  /** Without `drafts.`. */
  id: string
  /** Ids of its stored versions. */
  versions: string[]
  /** When the first of them was made, ISO 8601. */
  created: string
  path?: string
  /** What it was made from, if from a page. */
  imported?: Pick<Fingerprint, 'converter' | 'source' | 'files'>
  title?: string
  type: SeedType
  slug?: string
}

export interface Known {
  list(): KnownDocument[]
  ids(): string[]
  /** Those that exist only as drafts. */
  drafts(): KnownDocument[]
  byId(id: string): KnownDocument | undefined
  /** Ids that pages keep: by the path they were imported from, also when the file was moved without a change. */
  idByPath(site: Site): Map<string, string>
}

interface Row {
  _id: string
  created: string
  path: string | null
  fingerprint: string | null
  title: string | null
  type: SeedType
  slug: string | null
}

/**
 * Reads which of our documents exist, type by type. Versions in releases are no concern of the files. Copies of others count as
 * made in the Studio.
 */
export async function findKnown(client: SanityClient): Promise<Known> {
  const part =
    '"type": _type, "created": _createdAt, "path": hugo.path, "fingerprint": hugo.fingerprint, "title": coalesce(title, name), "slug": slug.current'
  const documents = new Map<string, KnownDocument>()
  for await (const row of eachRow<Row>(client, TYPES, () => part)) addRow(row, documents)
  for (const id of findCopies(documents.values())) {
    const copy = documents.get(id)
    delete copy?.path
    delete copy?.imported
  }
  const list = [...documents.values()]
  return {
    list: () => list,
    ids: () => list.map(({id}) => id),
    drafts: () => list.filter(isDraft),
    byId: (id) => documents.get(id),
    idByPath: (site) => idsByPath(list, site),
  }
}

function isDraft({id, versions}: Pick<KnownDocument, 'id' | 'versions'>): boolean {
  return !versions.includes(id)
}

function addRow(
  {_id, created, type, path, fingerprint, title, slug}: Row,
  documents: Map<string, KnownDocument>,
): void {
  const id = plainId(_id)
  const before = documents.get(id)
  const about = {
    type,
    ...(path !== null && {path}),
    ...(fingerprint !== null && {imported: readSource(fingerprint)}),
    ...(title !== null && {title}),
    ...(slug !== null && {slug}),
  }
  documents.set(id, {
    id,
    ...(_id === id ? {...before, ...about} : {...about, ...before}),
    versions: [...(before?.versions ?? []), _id],
    created: before !== undefined && before.created < created ? before.created : created,
  })
}

function idsByPath(list: readonly KnownDocument[], site: Site): Map<string, string> {
  const ids = new Map(list.flatMap(({id, path}) => (path === undefined ? [] : [[path, id] as const])))
  const present = new Set(site.pages.map(({path}) => path))
  const lost = list.filter(({path}) => path !== undefined && !present.has(path))
  if (lost.length === 0) return ids
  const bySource = Map.groupBy(lost, ({imported}) => imported?.source ?? '')
  for (const {path} of site.pages) {
    if (ids.has(path)) continue
    const text = textIfReadable(site.folder, path)
    // Each document has one page, though copies of it may stand elsewhere too.
    const moved = text === undefined ? undefined : bySource.get(hashSource(text))?.shift()
    if (moved) ids.set(path, moved.id)
  }
  return ids
}

/** Which of these documents others refer to, drafts and versions in releases included. */
export async function findReferred(
  client: SanityClient,
  documents: readonly Pick<KnownDocument, 'id' | 'versions'>[],
): Promise<Set<string>> {
  const leaving = new Set(documents.map(({id}) => id))
  const stays = (id: string) => !leaving.has(plainId(id))
  const referred = new Set<string>()
  const ids = documents.filter((document) => !isDraft(document)).map(({id}) => id)
  if (ids.length > 0) {
    const query = '*[_id in $ids]{_id, "by": *[references(^._id)]._id}'
    const rows = await client.fetch<Array<{_id: string; by: string[]}>>(query, {ids}, {perspective: 'raw'})
    for (const {_id, by} of rows) if (by.some(stays)) referred.add(_id)
  }
  // What exists only as a draft is referred to by the id that it would be published under.
  for (const {id} of documents.filter(isDraft)) {
    const by = await client.fetch<string[]>('*[references($id)]._id', {id}, {perspective: 'raw'})
    if (by.some(stays)) referred.add(id)
  }
  return referred
}

/** The stored versions of some documents, by id without `drafts.`. */
export async function readStored(
  client: SanityClient,
  ids: readonly string[],
): Promise<Map<string, {published?: StoredDocument; open?: StoredDocument}>> {
  const stored = new Map<string, {published?: StoredDocument; open?: StoredDocument}>()
  if (ids.length === 0) return stored
  const wanted = ids.flatMap((id) => [id, `drafts.${id}`])
  // Of a site that is imported for the first time there are none: that takes one short answer.
  const existing = await client.fetch<string[]>('*[_id in $ids]._id', {ids: wanted}, {perspective: 'raw'})
  for await (const found of fetchDocuments(client, existing)) {
    const document = fillBlocks(found, found.hugo?.dialect ?? 'wowchemy')
    const id = plainId(document._id)
    const versions = stored.get(id) ?? {}
    stored.set(id, {...versions, [document._id === id ? 'published' : 'open']: document})
  }
  return stored
}
