import sharp, {type Sharp} from 'sharp'
import type {JsonObject} from '../document.ts'
import {BadRequestError} from '../errors.ts'
import {exifMetadata} from './exifMetadata.ts'
import type {MetadataKind} from './metadataKinds.ts'
import {thumbnailKinds, thumbnailMetadata, thumbnailOf} from './thumbnailMetadata.ts'

/** Images of more pixels than this are refused, before they are decoded: 16,384 x 16,384 is libvips' own idea of too much. */
export const maxInputPixels = 16_384 * 16_384

export interface ImageFacts {
  width: number
  height: number
  /** File extension and MIME type of what the bytes really are, whatever the client said. */
  extension: string
  mimeType: string
  metadata: JsonObject
}

const formats: Record<string, {extension: string; mimeType: string}> = {
  jpeg: {extension: 'jpg', mimeType: 'image/jpeg'},
  png: {extension: 'png', mimeType: 'image/png'},
  webp: {extension: 'webp', mimeType: 'image/webp'},
  gif: {extension: 'gif', mimeType: 'image/gif'},
  svg: {extension: 'svg', mimeType: 'image/svg+xml'},
  tiff: {extension: 'tif', mimeType: 'image/tiff'},
  heif: {extension: 'avif', mimeType: 'image/avif'},
}

/**
 * Reads an image file: size (turned upright), type and the metadata asked for, in the shape of `sanity.imageMetadata`.
 * Throws a BadRequestError for a file that is no image of a known type, or is too large.
 */
export async function imageMetadata(path: string, kinds: readonly MetadataKind[]): Promise<ImageFacts> {
  const image = sharp(path, {limitInputPixels: maxInputPixels})
  const header = await image.metadata().catch((cause: unknown) => {
    throw new BadRequestError(`Invalid image, could not read metadata: ${reasonOf(cause, path)}`)
  })
  const format = formats[header.format]
  if (format === undefined) throw new BadRequestError(`Images of type ${header.format} are not supported`)
  const {width, height} = header.autoOrient
  const wants = (kind: MetadataKind): boolean => kinds.includes(kind)
  try {
    const thumbnail = thumbnailKinds.some(wants) ? await thumbnailOf(image) : undefined
    const metadata: ImageFacts['metadata'] = {
      _type: 'sanity.imageMetadata',
      hasAlpha: header.hasAlpha,
      isOpaque: !header.hasAlpha || (await isOpaque(image, header)),
      dimensions: {_type: 'sanity.imageDimensions', width, height, aspectRatio: width / height},
      ...(thumbnail ? await thumbnailMetadata(thumbnail, header.hasAlpha, wants) : {}),
      ...exifMetadata(header.exif, {exif: wants('exif'), location: wants('location')}),
    }
    return {width, height, ...format, metadata}
  } catch (cause) {
    if (cause instanceof BadRequestError) throw cause
    throw new BadRequestError(`Invalid image, could not be decoded: ${reasonOf(cause, path)}`)
  }
}

/** What libvips says, without where the file lies here. */
function reasonOf(cause: unknown, path: string): string {
  return cause instanceof Error ? cause.message.replaceAll(path, 'the file') : ''
}

/** As many pixels are looked through at once: 64 MiB of transparency. */
const pixelsOfStrip = 64 * 1024 * 1024

/** Whether no pixel at all is transparent. libvips' own statistics say so too, in twenty times the time. */
async function isOpaque(image: Sharp, {width, height}: {width: number; height: number}): Promise<boolean> {
  const rows = Math.max(1, Math.floor(pixelsOfStrip / width))
  for (let top = 0; top < height; top += rows) {
    const strip = image.clone().extract({left: 0, top, width, height: Math.min(rows, height - top)})
    const alpha = await strip.toColourspace('srgb').extractChannel('alpha').raw().toBuffer()
    if (alpha.some((value) => value < 255)) return false
  }
  return true
}
