import {readFileSync} from 'node:fs'
import {basename, join} from 'node:path'
import type {SanityClient} from '@sanity/client'
import {readErrorReason} from '../bundle/readErrorReason.ts'
import {sendPatiently} from '../client/sendPatiently.ts'
import type {AssetRequest} from '../documents/assets.ts'
import {assetKind, hashFile} from './assetStore.ts'

/** Ids by placeholder, and why the others have none. */
export interface Uploads {
  ids: ReadonlyMap<string, string>
  failed: ReadonlyMap<string, string>
}

/** Files of a site and the ids of their assets; a file is read and looked up once, whoever asks for it. */
export interface AssetUploader {
  /**
   * Ids by placeholder. What the lake does not have yet is uploaded; in a dry run it keeps its placeholder.
   * A file that cannot be read or that the lake refuses is in `failed`, with the reason.
   */
  resolve(requests: readonly AssetRequest[]): Promise<Uploads>
  /** Number of files uploaded so far. */
  readonly uploaded: number
}

/** Uploads each distinct content once: assets are found by their SHA-1 before anything is sent. */
export function createAssetUploader(client: SanityClient, folder: string, dryRun: boolean): AssetUploader {
  const known = new Map<string, string>()
  const refused = new Map<string, string>()
  let uploaded = 0
  const upload = async ({path}: AssetRequest, bytes: Buffer) => {
    const asset = await sendPatiently(() => client.assets.upload(assetKind(path), bytes, {filename: basename(path)}))
    uploaded++
    return asset._id
  }
  return {
    get uploaded() {
      return uploaded
    },
    async resolve(requests) {
      const fresh = requests.filter(({_ref}) => !known.has(_ref) && !refused.has(_ref))
      const readable = fresh.flatMap((request) => {
        try {
          return [{request, sha1: hashFile(join(folder, request.path))}]
        } catch (error) {
          const reason = readErrorReason(error)
          if (reason === undefined) throw error
          refused.set(request._ref, reason)
          return []
        }
      })
      const existing = await findAssets(
        client,
        readable.map(({sha1}) => sha1),
      )
      const waiting = readable.filter(({request, sha1}) => {
        const id = existing.get(`${assetKind(request.path)}-${sha1}`)
        if (id !== undefined) known.set(request._ref, id)
        return id === undefined
      })
      if (!dryRun) {
        for (const {request} of waiting) {
          try {
            known.set(request._ref, await upload(request, readFileSync(join(folder, request.path))))
          } catch (error) {
            if (!isRefusal(error)) throw error
            refused.set(request._ref, reasonOf(error))
          }
        }
      }
      const pick = (from: ReadonlyMap<string, string>) =>
        new Map(requests.flatMap(({_ref}) => (from.has(_ref) ? [[_ref, from.get(_ref) ?? ''] as const] : [])))
      return {ids: pick(known), failed: pick(refused)}
    },
  }
}

/** Ids of the assets with these hashes, by kind and hash as ids of assets begin: `image-<sha1>`. */
async function findAssets(client: SanityClient, hashes: readonly string[]): Promise<Map<string, string>> {
  if (hashes.length === 0) return new Map()
  const query = '*[_type in ["sanity.imageAsset", "sanity.fileAsset"] && sha1hash in $hashes]{_id, _type, sha1hash}'
  const found = await client.fetch<Array<{_id: string; _type: string; sha1hash: string}>>(query, {hashes: [...hashes]})
  return new Map(
    found.map(({_id, _type, sha1hash}) => [`${_type === 'sanity.imageAsset' ? 'image' : 'file'}-${sha1hash}`, _id]),
  )
}

/** What the server says in one line; of a picture that cannot be read, the library's own words help nobody. */
function reasonOf({message}: Error): string {
  if (message.includes('Invalid image')) return 'it is no picture that can be read, though its name says so'
  return message.split('\n', 1)[0] ?? message
}

/** The server answered and refused the file itself: a broken image, a type it does not take. */
function isRefusal(error: unknown): error is Error & {statusCode: number} {
  return error instanceof Error && 'statusCode' in error && [400, 413, 415, 422].includes(Number(error.statusCode))
}
