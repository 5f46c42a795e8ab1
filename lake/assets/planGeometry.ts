import {BadRequestError} from '../errors.ts'
import {maxSide, type Transform} from './parseTransform.ts'

export interface Size {
  width: number
  height: number
}

interface Region extends Size {
  left: number
  top: number
}

/** How an upright source becomes the answer, before colours and rotation: cut, then scale, then place on a canvas. */
export interface Geometry {
  /** Part of the source that is kept. */
  extract: Region
  /** Size that the part is scaled to. */
  resize: Size
  /** Larger than `resize` when the rest is filled with the background. */
  canvas: Size
  /** The part is chosen by what is interesting in it: `extract` is then the whole of `rect`. */
  entropy: boolean
}

/** Most pixels of an answer: what one transformation may cost in memory is about 4 bytes for each. */
const maxOutputPixels = 50_000_000

/** Pure arithmetic of `w, h, min-*, max-*, fit, crop, rect, fp-*, dpr`: https://www.sanity.io/docs/image-urls. */
export function planGeometry(source: Size, transform: Transform): Geometry {
  const region = clampRect(source, transform.rect)
  const target = targetSize(region, transform)
  const plan = fitters[transform.fit](region, target, transform)
  const largest = Math.max(plan.canvas.width, plan.canvas.height)
  if (largest > maxSide || plan.canvas.width * plan.canvas.height > maxOutputPixels) {
    throw new BadRequestError(`The image would be larger than ${maxSide} pixels or ${maxOutputPixels} pixels in all`)
  }
  return plan
}

function clampRect(source: Size, rect: Transform['rect']): Region {
  if (rect === undefined) return {left: 0, top: 0, ...source}
  const left = Math.min(rect.left, source.width - 1)
  const top = Math.min(rect.top, source.height - 1)
  return {
    left,
    top,
    width: Math.min(rect.width, source.width - left),
    height: Math.min(rect.height, source.height - top),
  }
}

/** What was asked for in device pixels: either side may be free. */
interface Target {
  width: number | undefined
  height: number | undefined
}

function targetSize(region: Size, transform: Transform): Target {
  const {dpr, minWidth = 0, minHeight = 0, maxWidth = Infinity, maxHeight = Infinity} = transform
  const bounded = (value: number | undefined, own: number, min: number, max: number): number | undefined => {
    if (value === undefined && min === 0 && max === Infinity) return undefined
    return Math.min(max, Math.max(min, value ?? own)) * dpr
  }
  const width = bounded(transform.width, region.width, minWidth, maxWidth)
  const height = bounded(transform.height, region.height, minHeight, maxHeight)
  if (width === undefined && height === undefined && dpr !== 1) {
    return {width: region.width * dpr, height: region.height * dpr}
  }
  return {width, height}
}

const whole = (size: Size): Size => ({
  width: Math.max(1, Math.round(size.width)),
  height: Math.max(1, Math.round(size.height)),
})

const scaled = (size: Size, factor: number): Size => whole({width: size.width * factor, height: size.height * factor})

/** The factor that makes `size` as large as fits into the target. */
const containFactor = (size: Size, target: Target): number =>
  Math.min((target.width ?? Infinity) / size.width, (target.height ?? Infinity) / size.height)

const finite = (factor: number): number => (Number.isFinite(factor) ? factor : 1)

type Fitter = (region: Region, target: Target, transform: Transform) => Geometry

const contain =
  (limit: number): Fitter =>
  (region, target) => {
    const resize = scaled(region, Math.min(limit, finite(containFactor(region, target))))
    return {extract: region, resize, canvas: resize, entropy: false}
  }

const fillCanvas =
  (limit: number): Fitter =>
  (region, target, transform) => {
    const {resize} = contain(limit)(region, target, transform)
    const canvas = whole({width: target.width ?? resize.width, height: target.height ?? resize.height})
    return {extract: region, resize, canvas, entropy: false}
  }

const cropTo = (region: Region, target: Size, transform: Transform): Geometry => {
  const resize = whole(target)
  if (transform.crop.includes('entropy')) return {extract: region, resize, canvas: resize, entropy: true}
  const factor = Math.min(region.width / target.width, region.height / target.height)
  const cut = scaled(target, factor)
  const size = {width: Math.min(cut.width, region.width), height: Math.min(cut.height, region.height)}
  const focus = focusOf(transform)
  const place = (start: number, length: number, part: number, at: number): number =>
    start + Math.round(Math.min(length - part, Math.max(0, at * length - part / 2)))
  return {
    extract: {
      left: place(region.left, region.width, size.width, focus.x),
      top: place(region.top, region.height, size.height, focus.y),
      ...size,
    },
    resize,
    canvas: resize,
    entropy: false,
  }
}

/** The point, as 0-1 of each side, that a crop keeps as near to its middle as it can. */
function focusOf({crop, focalPoint}: Transform): {x: number; y: number} {
  const sides = crop.filter((mode) => mode !== 'center')
  if (focalPoint !== undefined && (crop.includes('focalpoint') || sides.length === 0)) return focalPoint
  const x = crop.includes('left') ? 0 : crop.includes('right') ? 1 : 0.5
  const y = crop.includes('top') ? 0 : crop.includes('bottom') ? 1 : 0.5
  return {x, y}
}

const fitters: Record<Transform['fit'], Fitter> = {
  clip: contain(Infinity),
  max: contain(1),
  fill: fillCanvas(Infinity),
  fillmax: fillCanvas(1),
  scale: (region, target) => {
    const resize = whole({width: target.width ?? region.width, height: target.height ?? region.height})
    return {extract: region, resize, canvas: resize, entropy: false}
  },
  crop: (region, target, transform) => {
    if (target.width === undefined || target.height === undefined) return contain(Infinity)(region, target, transform)
    return cropTo(region, {width: target.width, height: target.height}, transform)
  },
  min: (region, target, transform) => {
    if (target.width === undefined || target.height === undefined) return contain(1)(region, target, transform)
    const factor = Math.min(1, containFactor({width: target.width, height: target.height}, region))
    return cropTo(region, {width: target.width * factor, height: target.height * factor}, transform)
  },
}
