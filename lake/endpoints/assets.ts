import {createHash} from 'node:crypto'
import {parseFileName, parseImageName, type ImageName} from '../assets/assetNames.ts'
import {assetHeaders, blobResponse, isKnown} from '../assets/assetResponse.ts'
import type {BlobStore} from '../assets/blobStore.ts'
import {defaultMetadata, type MetadataKind, metadataKinds} from '../assets/metadataKinds.ts'
import {outputFormat, savedAs} from '../assets/outputFormat.ts'
import {parseTransform, type Transform} from '../assets/parseTransform.ts'
import type {TransformCache} from '../assets/transformCache.ts'
import {assetTypes, uploadAsset, type Upload} from '../assets/uploadAsset.ts'
import type {JsonObject, LakeDocument} from '../document.ts'
import {NotFoundError, NotImplementedError} from '../errors.ts'
import {datasetOf, type Endpoint, type EndpointRequest} from './endpoint.ts'

/** Largest upload, in bytes. */
const maxUpload = 512 * 1024 * 1024

/** Uploads and deletes of assets. */
export function assetEndpoints(blobs: BlobStore, publicOrigin: string | undefined): readonly Endpoint[] {
  const upload = (kind: Upload['kind']): Endpoint => ({
    method: 'POST',
    path: `/assets/${kind}/:ds`,
    access: 'write',
    bodyLimit: maxUpload,
    handle: (request) => handleUpload(kind, request, blobs, publicOrigin ?? request.url.origin),
  })
  const removal = (kind: Upload['kind']): Endpoint => ({
    method: 'DELETE',
    path: `/assets/${kind}/:ds/:id`,
    access: 'write',
    handle: ({params, identity, context}) => {
      const id = params['id'] ?? ''
      const dataset = datasetOf({context, params})
      if (dataset.get(id)?._type !== assetTypes[kind]) throw new NotFoundError(`No asset with the id ${id}`)
      const {transactionId, results} = dataset.commit([{delete: {id}}], {identity})
      return Response.json({transactionId, results})
    },
  })
  return [upload('images'), upload('files'), removal('images'), removal('files')]
}

async function handleUpload(
  kind: Upload['kind'],
  endpointRequest: EndpointRequest,
  blobs: BlobStore,
  origin: string,
): Promise<Response> {
  const {request, url, params, identity, context} = endpointRequest
  const filename = url.searchParams.get('filename')
  const document = await uploadAsset(
    {
      kind,
      body: request.body,
      contentType: request.headers.get('content-type'),
      ...(filename === null ? {} : {filename: filename.normalize('NFC')}),
      fields: describedFields(url.searchParams),
      metadata: askedMetadata(url.searchParams.getAll('meta')),
    },
    {
      blobs,
      dataset: datasetOf({context, params}),
      identity,
      projectId: context.projectId,
      origin,
      createId: context.createId,
    },
  )
  return Response.json({document})
}

function describedFields(query: URLSearchParams): JsonObject {
  const fields: JsonObject = {}
  for (const name of ['label', 'title', 'description', 'creditLine']) {
    const value = query.get(name)
    if (value !== null) fields[name] = value
  }
  const [id, name, url] = [query.get('sourceId'), query.get('sourceName'), query.get('sourceUrl')]
  if (id !== null || name !== null || url !== null) {
    fields['source'] = {_type: 'sanity.assetSourceData', ...(id && {id}), ...(name && {name}), ...(url && {url})}
  }
  return fields
}

/** `meta=none` means nothing beyond the dimensions; no `meta` at all means the usual. */
function askedMetadata(asked: string[]): readonly MetadataKind[] {
  const names = new Set(asked.flatMap((value) => value.split(',')).filter((name) => name !== ''))
  return names.size === 0 ? defaultMetadata : metadataKinds.filter((kind) => names.has(kind))
}

/**
 * `/images/…` and `/files/…`: without a version, and public as on the hosted service, as their names cannot be guessed. A name of one's own may
 * follow (`vanityName` of @sanity/image-url), which is what a copy is saved as.
 */
export function contentEndpoints(blobs: BlobStore, cache: TransformCache): readonly Endpoint[] {
  const access = 'public'
  const refuseIiif = (): never => {
    throw new NotImplementedError('Images by IIIF', 'use the parameters of image URLs')
  }
  return [
    {method: 'GET', path: '/images/:pid/:ds/iiif/*', access, handle: refuseIiif},
    {method: 'GET', path: '/images/:pid/:ds/:file/:vanity?', access, handle: (r) => serveImage(r, blobs, cache)},
    {method: 'GET', path: '/files/:pid/:ds/:file/:vanity?', access, handle: (r) => serveFile(r, blobs)},
  ]
}

const missing = (): NotFoundError => new NotFoundError('No such asset')

/** The asset's document: a blob without one, or one of another dataset, is not served. */
function assetDocument({params, context}: EndpointRequest, id: string): LakeDocument {
  if (params['pid'] !== context.projectId) throw missing()
  const document = datasetOf({context, params}).get(id)
  if (document === undefined) throw missing()
  return document
}

const textField = (document: LakeDocument, field: string): string | undefined => {
  const value = document[field]
  return typeof value === 'string' ? value : undefined
}

interface Download {
  filename: string
  download: boolean
  /** Whether `dl` has the name. */
  isNamed: boolean
}

/** `dl` without a name downloads under the address's own name, else the original one. */
function downloadOf({url, params}: EndpointRequest, document: LakeDocument): Download {
  const asked = url.searchParams.get('dl')
  const download = asked !== null || url.searchParams.has('dlRaw')
  const filename = asked || params['vanity'] || textField(document, 'originalFilename') || params['file'] || ''
  return {filename, download, isNamed: Boolean(asked)}
}

async function serveImage(endpointRequest: EndpointRequest, blobs: BlobStore, cache: TransformCache) {
  const {request, url, params} = endpointRequest
  const name = parseImageName(params['file'] ?? '')
  if (name === undefined) throw missing()
  const {sha1, width, height, extension} = name
  const document = assetDocument(endpointRequest, `image-${sha1}-${width}x${height}-${extension}`)
  const transform = url.searchParams.has('dlRaw') ? undefined : parseTransform(url.searchParams)
  const named = downloadOf(endpointRequest, document)
  if (transform === undefined || isUntouched(name, transform)) {
    const mimeType = textField(document, 'mimeType') ?? 'application/octet-stream'
    const headers = assetHeaders('image', {mimeType, etag: sha1, ...named})
    const response = blobResponse(request, blobs, sha1, headers)
    if (response === undefined) throw missing()
    return response
  }
  return transformed({request, name, transform, named, blobs, cache})
}

/** Vector images keep their form whatever size is asked for, unless another type is. */
const isUntouched = ({extension}: ImageName, {format}: Transform): boolean =>
  extension === 'svg' && format === undefined

interface Transformation {
  request: Request
  name: ImageName
  transform: Transform
  named: Download
  blobs: BlobStore
  cache: TransformCache
}

async function transformed({request, name, transform, named, blobs, cache}: Transformation): Promise<Response> {
  const type = outputFormat(transform, name.extension, request.headers.get('accept'))
  const etag = `${name.sha1}-${type.format}-${Buffer.from(JSON.stringify(transform)).toString('base64url')}`
  const filename = named.isNamed ? named.filename : savedAs(named.filename, name.extension, type)
  const headers = assetHeaders('image', {mimeType: type.mimeType, etag: shortened(etag), ...named, filename})
  if (transform.autoFormat) headers.set('vary', 'accept')
  if (isKnown(request, headers)) return new Response(null, {status: 304, headers})
  if (blobs.sizeOf(name.sha1) === undefined) throw missing()
  const bytes = await cache.get(etag, async () => {
    const {transformImage} = await import('../assets/transformImage.ts')
    return transformImage(blobs.pathOf(name.sha1), name, transform, type)
  })
  headers.set('content-length', String(bytes.byteLength))
  return new Response(bytes, {headers})
}

function serveFile(endpointRequest: EndpointRequest, blobs: BlobStore): Response {
  const {request, params} = endpointRequest
  const name = parseFileName(params['file'] ?? '')
  if (name === undefined) throw missing()
  const document = assetDocument(endpointRequest, `file-${name.sha1}-${name.extension}`)
  const mimeType = textField(document, 'mimeType') ?? 'application/octet-stream'
  const facts = {mimeType, etag: name.sha1, ...downloadOf(endpointRequest, document)}
  const response = blobResponse(request, blobs, name.sha1, assetHeaders('file', facts))
  if (response === undefined) throw missing()
  return response
}

const shortened = (text: string): string => createHash('sha256').update(text).digest('base64url')
