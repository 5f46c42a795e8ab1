import type {SanityClient} from '@sanity/client'

export interface StoredAsset {
  _id: string
  url: string
  originalFilename: string | null
}

/** The assets of the lake by id: names and addresses, no content. */
export async function listAssets(client: SanityClient): Promise<Map<string, StoredAsset>> {
  const query = '*[_type in ["sanity.imageAsset", "sanity.fileAsset"]]{_id, url, originalFilename}'
  const assets = await client.fetch<StoredAsset[]>(query)
  return new Map(assets.map((asset) => [asset._id, asset]))
}

/**
 * The original bytes of an asset.
 * @throws Error when the lake does not answer with the file.
 */
export async function downloadAsset(client: SanityClient, asset: StoredAsset): Promise<Buffer> {
  const {token, apiHost} = client.config()
  const address = new URL(asset.url, apiHost)
  const ours = address.origin === new URL(apiHost).origin
  const response = await fetch(
    address,
    ours && token !== undefined ? {headers: {authorization: `Bearer ${token}`}} : {},
  )
  if (!response.ok) throw new Error(`The file of ${asset._id} cannot be had: ${response.status} ${response.statusText}`)
  return Buffer.from(await response.arrayBuffer())
}
