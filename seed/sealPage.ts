import {statSync} from 'node:fs'
import {join} from 'node:path'
import type {PageFile} from './bundle/findPages.ts'
import {readErrorReason} from './bundle/readErrorReason.ts'
import type {Site} from './bundle/readSite.ts'
import type {PageText} from './conversion/convertPage.ts'
import {placeAssets} from './documents/assets.ts'
import type {Converted} from './documents/toDocument.ts'
import type {AnyDocument} from './documents/types.ts'
import {seal} from './fingerprint.ts'
import {hashText} from './ids.ts'
import type {ImportRun} from './importRun.ts'

/** Hash of a page's text, as the fingerprint holds it. */
export function hashSource(text: string): string {
  return hashText(text, 40)
}

/** Names and sizes of a bundle's files: whether an image was replaced. '' for none. */
export function hashFiles({bundle, resources}: PageFile, site: Site): string {
  if (bundle === undefined || resources.length === 0) return ''
  return hashText(resources.map((path) => `${path} ${sizeOf(join(site.folder, bundle, path))}`).join('\n'))
}

function sizeOf(path: string): number | 'unreadable' {
  try {
    return statSync(path).size
  } catch (error) {
    if (readErrorReason(error) === undefined) throw error
    return 'unreadable'
  }
}

/** A page's document with its assets in place, and the fingerprint of it all. */
export function sealPage(
  {file, text}: PageText,
  {document, draft, assets}: Converted,
  ids: ReadonlyMap<string, string>,
  {site, options, converter}: Pick<ImportRun, 'site' | 'options' | 'converter'>,
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
export function dropUnplaced(document: AnyDocument): AnyDocument {
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
