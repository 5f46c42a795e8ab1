import {encode} from 'blurhash'
import sharp, {type Sharp} from 'sharp'
import {rgbaToThumbHash} from 'thumbhash'
import type {JsonObject} from '../document.ts'
import type {MetadataKind} from './metadataKinds.ts'
import {palette} from './palette.ts'

/** An image, upright and small. */
export interface Thumbnail {
  /** RGBA, 4 bytes a pixel. */
  data: Uint8Array
  width: number
  height: number
}

/** The kinds of metadata that a thumbnail is enough for. */
export const thumbnailKinds: readonly MetadataKind[] = ['lqip', 'blurhash', 'thumbhash', 'palette']

/** The largest that a ThumbHash may be made of. */
const size = 100

/** An image's thumbnail: the one time that a large image is decoded for all that is only a hint of it. */
export function thumbnailOf(image: Sharp): Promise<Thumbnail> {
  return pixels(image.clone().autoOrient(), size)
}

/** The kinds that are wanted of `thumbnailKinds`, by their names in `sanity.imageMetadata`. */
export async function thumbnailMetadata(
  thumbnail: Thumbnail,
  hasAlpha: boolean,
  wants: (kind: MetadataKind) => boolean,
): Promise<JsonObject> {
  const {data, width, height} = thumbnail
  const small = sharp(data, {raw: {width, height, channels: 4}})
  return {
    ...(wants('lqip') ? {lqip: await lowQualityPreview(small, hasAlpha)} : {}),
    ...(wants('blurhash') ? {blurHash: blurHash(await pixels(small, 32))} : {}),
    ...(wants('thumbhash') ? {thumbHash: Buffer.from(rgbaToThumbHash(width, height, data)).toString('base64')} : {}),
    ...(wants('palette') ? {palette: palette((await pixels(small, 64)).data)} : {}),
  }
}

/** RGBA pixels of an image, fitted into a square. */
async function pixels(image: Sharp, side: number): Promise<Thumbnail> {
  const {data, info} = await image
    .clone()
    .resize(side, side, {fit: 'inside'})
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({resolveWithObject: true})
  return {data: new Uint8Array(data), width: info.width, height: info.height}
}

async function lowQualityPreview(image: Sharp, hasAlpha: boolean): Promise<string> {
  const small = image.clone().resize(20, 20, {fit: 'inside'})
  const data = await (hasAlpha ? small.png() : small.removeAlpha().jpeg({quality: 60})).toBuffer()
  return `data:image/${hasAlpha ? 'png' : 'jpeg'};base64,${data.toString('base64')}`
}

function blurHash({data, width, height}: Thumbnail): string {
  const [across, down] = width >= height ? [4, 3] : [3, 4]
  return encode(new Uint8ClampedArray(data), width, height, across, down)
}
