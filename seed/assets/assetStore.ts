import {hash} from 'node:crypto'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {isFile} from '../bundle/isFile.ts'
import {type AssetRequest, isPicture} from '../documents/assets.ts'
import type {StoredAsset} from './downloadAsset.ts'

/** Files of a site and the assets that hold the same bytes: an asset's id names its content (`image-<sha1>-…`). */
export interface AssetStore {
  get(id: string): StoredAsset | undefined
  /** Id of the asset with the bytes of a file on disk; `undefined` when there is no file or no such asset. */
  ofFile(path: string): string | undefined
  /** Ids by placeholder: what the file on disk holds, else (not there, or not yet in the lake) what it was imported as. */
  place(requests: readonly AssetRequest[], imported: Readonly<Record<string, string>>): Map<string, string>
  /** True when the file on disk has the asset's bytes. */
  holds(path: string, id: string): boolean
}

/** @param folder The site's. */
export function createAssetStore(folder: string, assets: ReadonlyMap<string, StoredAsset>): AssetStore {
  const byContent = new Map([...assets.keys()].map((id) => [contentOf(id), id]))
  const ofFile = (path: string) => {
    const content = contentAt(folder, path)
    return content === undefined ? undefined : byContent.get(content)
  }
  return {
    get: (id) => assets.get(id),
    ofFile,
    place: (requests, imported) =>
      new Map(
        requests.flatMap(({_ref, path}) => {
          const id = ofFile(path) ?? imported[path]
          return id === undefined ? [] : [[_ref, id] as const]
        }),
      ),
    holds: (path, id) => contentAt(folder, path) === contentOf(id),
  }
}

/** The kind of asset that a file becomes, by its extension. */
export function assetKind(path: string): 'image' | 'file' {
  return isPicture(path) ? 'image' : 'file'
}

/** The SHA-1 of a file's bytes, in hexadecimal digits. */
export function hashFile(path: string): string {
  return hash('sha1', readFileSync(path), 'hex')
}

/** The SHA-1 in an asset's id, '' for an id of another form. */
export function sha1Of(id: string): string {
  return id.split('-')[1] ?? ''
}

function contentOf(id: string): string {
  return id.split('-', 2).join('-')
}

function contentAt(folder: string, path: string): string | undefined {
  const file = join(folder, path)
  return isFile(file) ? `${assetKind(path)}-${hashFile(file)}` : undefined
}
