import {encode} from 'blurhash'
import sharp, {type Sharp} from 'sharp'
import {rgbaToThumbHash} from 'thumbhash'
import type {JsonObject} from '../document.ts'
import {BadRequestError} from '../errors.ts'
import {exifMetadata} from './exifMetadata.ts'
import type {MetadataKind} from './metadataKinds.ts'
import {palette} from './palette.ts'

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
    throw new BadRequestError(`Invalid image, could not read metadata: ${cause instanceof Error ? cause.message : ''}`)
  })
  const format = formats[header.format]
  if (format === undefined) throw new BadRequestError(`Images of type ${header.format} are not supported`)
  const {width, height} = header.autoOrient
  const wants = (kind: MetadataKind): boolean => kinds.includes(kind)
  try {
    const metadata: ImageFacts['metadata'] = {
      _type: 'sanity.imageMetadata',
      hasAlpha: header.hasAlpha,
      isOpaque: header.hasAlpha ? (await image.stats()).isOpaque : true,
      dimensions: {_type: 'sanity.imageDimensions', width, height, aspectRatio: width / height},
      ...(wants('lqip') ? {lqip: await lowQualityPreview(image, header.hasAlpha)} : {}),
      ...(wants('blurhash') ? {blurHash: await blurHash(image, width / height)} : {}),
      ...(wants('thumbhash') ? {thumbHash: await thumbHash(image)} : {}),
      ...(wants('palette') ? {palette: palette((await pixels(image, 64)).data)} : {}),
      ...exifMetadata(header.exif, {exif: wants('exif'), location: wants('location')}),
    }
    return {width, height, ...format, metadata}
  } catch (cause) {
    if (cause instanceof BadRequestError) throw cause
    throw new BadRequestError(`Invalid image, could not be decoded: ${cause instanceof Error ? cause.message : ''}`)
  }
}

/** RGBA pixels of the image, upright and fitted into a square of `size`. */
async function pixels(image: Sharp, size: number) {
  const {data, info} = await image
    .clone()
    .autoOrient()
    .resize(size, size, {fit: 'inside'})
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({resolveWithObject: true})
  return {data: new Uint8Array(data), width: info.width, height: info.height}
}

async function lowQualityPreview(image: Sharp, hasAlpha: boolean): Promise<string> {
  const small = image.clone().autoOrient().resize(20, 20, {fit: 'inside'}).toColourspace('srgb')
  const data = await (hasAlpha ? small.png() : small.jpeg({quality: 60})).toBuffer()
  return `data:image/${hasAlpha ? 'png' : 'jpeg'};base64,${data.toString('base64')}`
}

async function blurHash(image: Sharp, aspectRatio: number): Promise<string> {
  const {data, width, height} = await pixels(image, 32)
  const [across, down] = aspectRatio >= 1 ? [4, 3] : [3, 4]
  return encode(new Uint8ClampedArray(data), width, height, across, down)
}

async function thumbHash(image: Sharp): Promise<string> {
  const {data, width, height} = await pixels(image, 100)
  return Buffer.from(rgbaToThumbHash(width, height, data)).toString('base64')
}
