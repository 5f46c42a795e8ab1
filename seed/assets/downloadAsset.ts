import {hash} from 'node:crypto'
import type {SanityClient} from '@sanity/client'
import {sha1Of} from './assetStore.ts'

export interface StoredAsset {
  _id: string
  url: string
  originalFilename: string | null
}

/** A file of the lake cannot be had, or is not what its id says. */
export class AssetError extends Error {
  override readonly name = 'AssetError'
}

/** The assets of the lake by id: names and addresses, no content. */
export async function listAssets(client: SanityClient): Promise<Map<string, StoredAsset>> {
  const query = '*[_type in ["sanity.imageAsset", "sanity.fileAsset"]]{_id, url, originalFilename}'
  const assets = await client.fetch<StoredAsset[]>(query)
  return new Map(assets.map((asset) => [asset._id, asset]))
}

/**
 * The original bytes of an asset, from the lake of this machine or from Sanity's CDN.
 * @throws AssetError when the lake does not answer with the file, or with another one.
 */
export async function downloadAsset(client: SanityClient, asset: StoredAsset): Promise<Buffer> {
  const {token, apiHost} = client.config()
  const address = new URL(asset.url, apiHost)
  const ours = address.origin === new URL(apiHost).origin
  const headers = ours && token !== undefined ? {authorization: `Bearer ${token}`} : {}
  const response = await fetch(address, {headers}).catch((cause: unknown) => {
    throw new AssetError(`The file of ${asset._id} cannot be had from ${address.origin}`, {cause})
  })
  if (!response.ok)
    throw new AssetError(`The file of ${asset._id} cannot be had: ${response.status} ${response.statusText}`)
  const bytes = Buffer.from(await response.arrayBuffer())
  if (/^[0-9a-f]{40}$/.test(sha1Of(asset._id)) && hash('sha1', bytes, 'hex') !== sha1Of(asset._id))
    throw new AssetError(`The file of ${asset._id} arrived broken`)
  return bytes
}
