import mime from 'mime'
import type {Dataset, Identity} from '../dataset.ts'
import type {JsonObject, LakeDocument} from '../document.ts'
import {BadRequestError} from '../errors.ts'
import type {DocumentInput} from '../mutations/mutation.ts'
import {extensionOf, fileLocation, imageLocation} from './assetNames.ts'
import type {BlobStore, IncomingBlob} from './blobStore.ts'
import type {MetadataKind} from './metadataKinds.ts'

export interface Upload {
  kind: 'images' | 'files'
  body: ReadableStream<Uint8Array> | null
  contentType: string | null
  filename?: string
  /** What else the client says about it: label, title, description, creditLine, source. */
  fields: JsonObject
  metadata: readonly MetadataKind[]
}

export interface UploadContext {
  blobs: BlobStore
  dataset: Dataset
  identity: Identity
  projectId: string
  /** Origin of the asset's absolute `url`. */
  origin: string
  createId: () => string
}

/**
 * Stores an upload and its document, and returns the document. The same bytes a second time give the document that is
 * there. Throws a BadRequestError for an empty body or, among images, for what is no image.
 */
export async function uploadAsset(upload: Upload, context: UploadContext): Promise<LakeDocument> {
  const blob = await context.blobs.receive(upload.body)
  try {
    if (blob.size === 0) throw new BadRequestError('The upload is empty')
    const known = findAsset(upload.kind, blob.sha1, context)
    const input = known === undefined ? await describe(upload, blob, context) : undefined
    // From here to the commit nothing waits, so that no removal of the same blob comes in between.
    const existing = findAsset(upload.kind, blob.sha1, context)
    blob.keep()
    if (existing !== undefined) return existing
    return create(input ?? (await describe(upload, blob, context)), context)
  } finally {
    blob.discard()
  }
}

/** Types of the documents of uploads, by the word that paths have for them. */
export const assetTypes = {images: 'sanity.imageAsset', files: 'sanity.fileAsset'} as const

function findAsset(kind: Upload['kind'], sha1: string, {dataset}: UploadContext): LakeDocument | undefined {
  const prefix = kind === 'images' ? `image-${sha1}-` : `file-${sha1}-`
  return dataset
    .idsWithPrefix(prefix)
    .map((id) => dataset.get(id))
    .find((document) => document?._type === assetTypes[kind])
}

function create(input: DocumentInput, {dataset, identity}: UploadContext): LakeDocument {
  dataset.commit([{create: input}], {identity})
  const document = input._id === undefined ? undefined : dataset.get(input._id)
  if (document === undefined) throw new Error('An asset document vanished while it was made')
  return document
}

async function describe(upload: Upload, blob: IncomingBlob, context: UploadContext): Promise<DocumentInput> {
  const {sha1, size} = blob
  const shared = {
    ...upload.fields,
    ...(upload.filename === undefined ? {} : {originalFilename: upload.filename}),
    sha1hash: sha1,
    assetId: sha1,
    uploadId: context.createId(),
    size,
  }
  if (upload.kind === 'images') {
    // Loaded when first needed: the image library is half of what a lake without uploads would load.
    const {imageMetadata} = await import('./imageMetadata.ts')
    const {width, height, extension, mimeType, metadata} = await imageMetadata(blob.path, upload.metadata)
    const {id, path} = imageLocation({sha1, width, height, extension}, context.projectId, context.dataset.name)
    return {...located(id, path, context), ...shared, _type: assetTypes.images, extension, mimeType, metadata}
  }
  const mimeType = typeOfFile(upload)
  const extension = extensionOf(upload.filename, mime.getExtension(mimeType))
  const {id, path} = fileLocation({sha1, extension}, context.projectId, context.dataset.name)
  return {...located(id, path, context), ...shared, _type: assetTypes.files, extension, mimeType}
}

const located = (id: string, path: string, {origin}: UploadContext) => ({_id: id, path, url: `${origin}/${path}`})

/** What the client declares, unless that is only a form's or nobody's idea: then what the name says. */
function typeOfFile({contentType, filename}: Upload): string {
  const declared = contentType?.split(';')[0]?.trim().toLowerCase() ?? ''
  const isUseful = /^[\w.+-]+\/[\w.+-]+$/.test(declared) && declared !== 'application/octet-stream'
  return isUseful ? declared : (mime.getType(filename ?? '') ?? 'application/octet-stream')
}
