import {hashFiles, hashSource} from '../bundle/hashPage.ts'
import type {Site} from '../bundle/readSite.ts'
import {placeAssets} from '../documents/assets.ts'
import {seal} from '../documents/fingerprint.ts'
import type {Converted} from '../documents/toDocument.ts'
import type {AnyDocument} from '../documents/types.ts'
import type {PageText} from './convertPage.ts'

/**
 * A page's document with its assets in place, and the fingerprint of it all: as an import of the page stores it.
 * @param ids Ids of assets by the placeholders of their files.
 */
export function sealPage(
  {file, text}: PageText,
  {document, draft, assets}: Converted,
  ids: ReadonlyMap<string, string>,
  {site, options, converter}: {site: Site; options: {dryRun?: boolean}; converter: string},
): AnyDocument {
  const placed = assets.length > 0 ? placeAssets(document, ids) : document
  return seal(assets.length > 0 && options.dryRun !== true ? dropUnplaced(placed) : placed, {
    converter,
    source: hashSource(text),
    files: hashFiles(file, site),
    draft,
    assets: Object.fromEntries(assets.flatMap(({_ref, path}) => (ids.has(_ref) ? [[path, ids.get(_ref) ?? '']] : []))),
  })
}

/** A file that was not uploaded leaves no dangling reference; in a dry run its placeholder shows what would come. */
function dropUnplaced(document: AnyDocument): AnyDocument {
  const prune = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(prune)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).flatMap(([name, member]) => (isUnplaced(member) ? [] : [[name, prune(member)]])),
    )
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only optional members are taken away
  return prune(document) as AnyDocument
}

function isUnplaced(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  if ('_ref' in value) return typeof value._ref === 'string' && value._ref.startsWith('lectern-file:')
  return '_type' in value && value._type === 'file' && 'asset' in value && isUnplaced(value.asset)
}
