import type {SanityClient} from '@sanity/client'
import {createAssetStore} from '../assets/assetStore.ts'
import {listAssets} from '../assets/downloadAsset.ts'
import type {PageFile} from '../bundle/findPages.ts'
import type {Site} from '../bundle/readSite.ts'
import {textIfReadable} from '../bundle/readText.ts'
import {type Known, type KnownDocument, readStored} from '../client/stored.ts'
import {convertPage} from '../conversion/convertPage.ts'
import {placeAssets} from '../documents/assets.ts'
import {fieldNames, fieldOf} from '../documents/fingerprint.ts'
import {linksAreNamed} from '../documents/linksAreNamed.ts'
import type {SiteView} from '../documents/site.ts'
import type {AnyDocument} from '../documents/types.ts'
import {urlize} from '../documents/urlize.ts'
import {hashContent} from '../values/hashContent.ts'
import {isRecord} from '../values/isRecord.ts'

/**
 * Pages that an export wrote of documents made in the Studio, and could not tell the lake of, since the network or the lake ended:
 * a page that no document names, has the name which an export gives one of them, and says nothing else than it.
 * @param view The pages as they are known so far.
 * @returns Ids of documents by the paths of their pages.
 */
export async function findUntold(
  client: SanityClient,
  site: Site,
  known: Known,
  view: SiteView,
): Promise<Map<string, string>> {
  const nameless = known.list().filter(({path}) => path === undefined)
  if (nameless.length === 0) return new Map()
  const byName = new Map(nameless.map((document) => [keyOf(document.type, nameOf(document, site)), document.id]))
  const imported = new Set(known.list().map(({path}) => path))
  const candidates = site.pages.flatMap((file) => {
    const id = byName.get(keyOf(file.type, file.name))
    if (id === undefined || imported.has(file.path) || known.byId(view.idOf(file))) return []
    return [{file, id}]
  })
  if (candidates.length === 0) return new Map()
  const assets = createAssetStore(site.folder, await listAssets(client))
  const stored = await readStored(
    client,
    candidates.map(({id}) => id),
  )
  return new Map(
    candidates.flatMap(({file, id}) => {
      const {published, open} = stored.get(id) ?? {}
      const document = published ?? open
      return document && saysTheSame(readPage(file, site, view, assets), document) ? [[file.path, id] as const] : []
    }),
  )
}

function readPage(
  file: PageFile,
  {folder}: Site,
  view: SiteView,
  assets: ReturnType<typeof createAssetStore>,
): AnyDocument | undefined {
  const text = textIfReadable(folder, file.path)
  const result = text === undefined ? undefined : convertPage({file, text}, view)
  if (result?.state !== 'converted') return undefined
  const {document, assets: requests} = result.converted
  return placeAssets(document, assets.place(requests, {}))
}

/** As far as a page can say it: what it cannot hold stays in the Studio, and a slug that is missing there is given by an export. */
function saysTheSame(page: AnyDocument | undefined, document: AnyDocument): boolean {
  if (!page) return false
  return fieldNames(page).every((field) => {
    const [written, own] = [fieldOf(page, field), fieldOf(document, field)]
    if (field === 'slug' && own === undefined) return true
    if (field === 'image') return hashContent(withoutFocus(written)) === hashContent(withoutFocus(own))
    return hashContent(written) === hashContent(own) || (field === 'links' && linksAreNamed(document, page))
  })
}

/** A page knows nine places for the focus of a picture, the Studio any. */
function withoutFocus(image: unknown): unknown {
  if (!isRecord(image)) return image
  const {hotspot: _, crop: __, ...rest} = image
  return rest
}

/** The name that an export gives the page of a document; see `newPage`. */
function nameOf({slug, title, id}: KnownDocument, {config}: Site): string {
  return urlize(slug ?? title ?? id, config.removePathAccents).replaceAll('/', '-')
}

function keyOf(type: PageFile['type'], name: string): string {
  return `${type} ${name.normalize('NFC')}`
}
