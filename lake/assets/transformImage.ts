import sharp, {type Sharp} from 'sharp'
import {maxInputPixels} from './imageMetadata.ts'
import type {ImageType} from './outputFormat.ts'
import type {Color, Transform} from './parseTransform.ts'
import {planGeometry, type Geometry, type Size} from './planGeometry.ts'

const transparent: Color = {r: 0, g: 0, b: 0, alpha: 0}
const white: Color = {r: 255, g: 255, b: 255, alpha: 1}

/** Runs the transformation on the image file at `path`; `upright` is its size after EXIF orientation. Bytes out. */
export async function transformImage(
  path: string,
  upright: Size,
  transform: Transform,
  type: ImageType,
): Promise<Uint8Array<ArrayBuffer>> {
  const keepsAnimation = (type.format === 'gif' || type.format === 'webp') && !transform.still
  const turns = transform.orientation !== 0 || transform.flipVertical || transform.flipHorizontal
  const geometry = planGeometry(upright, sidewaysTarget(transform))
  const source = sharp(path, {limitInputPixels: maxInputPixels, animated: keepsAnimation && !turns}).autoOrient()
  const shaped = withColors(turned(placed(source, geometry, transform, type), transform), transform)
  const bordered = transform.border === undefined ? shaped : await withBorder(shaped, transform.border)
  const flat = isOpaqueType(type) ? bordered.flatten({background: transform.background ?? white}) : bordered
  return new Uint8Array(await encoded(flat, type, transform.quality).toBuffer())
}

const isOpaqueType = (type: ImageType): boolean => type.format === 'jpg' || type.format === 'pjpg'

/** An image is turned last, so a quarter turn asks for the other way round before it. */
function sidewaysTarget(transform: Transform): Transform {
  if (transform.orientation !== 90 && transform.orientation !== 270) return transform
  const {width, height, ...rest} = transform
  return {...rest, ...(height === undefined ? {} : {width: height}), ...(width === undefined ? {} : {height: width})}
}

function placed(image: Sharp, geometry: Geometry, transform: Transform, type: ImageType): Sharp {
  const {extract, resize, canvas, entropy} = geometry
  const scaled = image.extract(extract).resize({
    ...resize,
    fit: entropy ? 'cover' : 'fill',
    ...(entropy ? {position: sharp.strategy.entropy} : {}),
  })
  const background = transform.background ?? (isOpaqueType(type) ? white : transparent)
  const filled = transform.background === undefined ? scaled : scaled.flatten({background})
  const pad = Math.round((transform.padding ?? 0) * transform.dpr)
  const across = canvas.width - resize.width
  const down = canvas.height - resize.height
  if (pad === 0 && across === 0 && down === 0) return filled
  return filled.extend({
    left: Math.floor(across / 2) + pad,
    right: Math.ceil(across / 2) + pad,
    top: Math.floor(down / 2) + pad,
    bottom: Math.ceil(down / 2) + pad,
    background,
  })
}

function turned(image: Sharp, {orientation, flipHorizontal, flipVertical}: Transform): Sharp {
  const rotated = orientation === 0 ? image : image.rotate(orientation)
  return rotated.flop(flipHorizontal).flip(flipVertical)
}

function withColors(image: Sharp, {saturation, blur, sharpen, invert}: Transform): Sharp {
  const saturated = saturation === undefined ? image : image.modulate({saturation: 1 + saturation / 100})
  // The scale of `blur` runs to 2000, that of a Gaussian's sigma to what is still cheap to compute.
  const blurred = blur === undefined ? saturated : saturated.blur(Math.min(100, Math.max(0.3, blur / 10)))
  const sharpened = sharpen === undefined || sharpen === 0 ? blurred : blurred.sharpen({sigma: 1 + sharpen / 50})
  return invert ? sharpened.negate({alpha: false}) : sharpened
}

/** A border goes around everything else, and sharp extends an image once per pass: so this is a second pass. */
async function withBorder(image: Sharp, border: NonNullable<Transform['border']>): Promise<Sharp> {
  const {data, info} = await image.raw().toBuffer({resolveWithObject: true})
  const raw = {width: info.width, height: info.height, channels: info.channels}
  const {width, color} = border
  return sharp(data, {raw}).extend({left: width, right: width, top: width, bottom: width, background: color})
}

const encoders: Record<ImageType['format'], (image: Sharp, quality: number) => Sharp> = {
  jpg: (image, quality) => image.jpeg({quality}),
  pjpg: (image, quality) => image.jpeg({quality, progressive: true}),
  png: (image) => image.png(),
  webp: (image, quality) => image.webp({quality}),
  avif: (image, quality) => image.avif({quality, effort: 2}),
  gif: (image) => image.gif(),
}

const encoded = (image: Sharp, {format}: ImageType, quality: number): Sharp =>
  encoders[format](image, Math.max(1, Math.round(quality)))
