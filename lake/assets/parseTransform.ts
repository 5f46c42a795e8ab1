import {BadRequestError} from '../errors.ts'

export const fits = ['clip', 'crop', 'fill', 'fillmax', 'max', 'scale', 'min'] as const
type Fit = (typeof fits)[number]

type CropMode = 'top' | 'bottom' | 'left' | 'right' | 'center' | 'focalpoint' | 'entropy'
export type OutputFormat = 'jpg' | 'pjpg' | 'png' | 'webp' | 'avif'

/** A colour as sharp takes it; `alpha` is 0-1. */
export interface Color {
  r: number
  g: number
  b: number
  alpha: number
}

/** The parameters of an image URL, read and checked: https://www.sanity.io/docs/image-urls. Lengths are pixels. */
export interface Transform {
  width?: number
  height?: number
  minWidth?: number
  minHeight?: number
  maxWidth?: number
  maxHeight?: number
  fit: Fit
  /** Several sides may be named, e.g. `top,left`. */
  crop: CropMode[]
  rect?: {left: number; top: number; width: number; height: number}
  /** 0-1 of the width and height. */
  focalPoint?: {x: number; y: number}
  format?: OutputFormat
  autoFormat: boolean
  quality: number
  orientation: 0 | 90 | 180 | 270
  flipHorizontal: boolean
  flipVertical: boolean
  /** -100 (grey) to 100. */
  saturation?: number
  blur?: number
  sharpen?: number
  invert: boolean
  background?: Color
  border?: {width: number; color: Color}
  padding?: number
  dpr: number
  /** Only the first frame of an animation. */
  still: boolean
}

/** Largest width and height of an answer, as in the hosted service. */
export const maxSide = 8192

/**
 * Reads the query of an image URL, or undefined when it changes nothing. Throws a BadRequestError that names the parameter.
 * Parameters that are no transformation (`dl`, `dlRaw`) or unknown are left alone, as the hosted service does.
 */
export function parseTransform(query: URLSearchParams): Transform | undefined {
  if (![...query.keys()].some((name) => transformNames.has(name))) return undefined
  const read = reader(query)
  const {fpX, fpY} = {fpX: read.number('fp-x', 0, 1), fpY: read.number('fp-y', 0, 1)}
  const flip = read.oneOf('flip', ['h', 'v', 'hv', 'vh'] as const)
  return defined({
    width: read.number('w', 1, maxSide),
    height: read.number('h', 1, maxSide),
    minWidth: read.number('min-w', 1, maxSide),
    minHeight: read.number('min-h', 1, maxSide),
    maxWidth: read.number('max-w', 1, maxSide),
    maxHeight: read.number('max-h', 1, maxSide),
    fit: read.oneOf('fit', fits) ?? 'clip',
    crop: read.list('crop', ['top', 'bottom', 'left', 'right', 'center', 'focalpoint', 'entropy'] as const),
    rect: read.rect('rect'),
    focalPoint: fpX === undefined && fpY === undefined ? undefined : {x: fpX ?? 0.5, y: fpY ?? 0.5},
    format: read.oneOf('fm', ['jpg', 'pjpg', 'png', 'webp', 'avif'] as const),
    autoFormat: read.oneOf('auto', ['format'] as const) === 'format',
    quality: read.number('q', 0, 100) ?? 75,
    orientation: ([0, 90, 180, 270] as const).find((angle) => angle === read.number('or', 0, 270)) ?? 0,
    flipHorizontal: flip?.includes('h') ?? false,
    flipVertical: flip?.includes('v') ?? false,
    saturation: read.number('sat', -100, 100),
    blur: read.number('blur', 1, 2000),
    sharpen: read.number('sharp', 0, 100),
    invert: read.oneOf('invert', ['true', 'false'] as const) === 'true',
    background: read.color('bg'),
    border: read.border('border'),
    padding: read.number('pad', 0, 1000),
    dpr: read.number('dpr', 0.1, 5) ?? 1,
    still: read.number('frame', 1, 1) === 1,
  })
}

const transformNames = new Set(
  `w h min-w min-h max-w max-h fit crop rect fp-x fp-y fm auto q or flip sat blur sharp invert bg border pad dpr
  frame`.split(/\s+/),
)

type WithoutUndefined<T> = {[K in keyof T as undefined extends T[K] ? never : K]: T[K]} & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>
}

function defined<T extends object>(value: T): WithoutUndefined<T> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the entries left out are those the type makes optional
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined)) as WithoutUndefined<T>
}

const invalid = (name: string, expected: string): BadRequestError =>
  new BadRequestError(`Invalid image parameter "${name}": expected ${expected}`)

/** Typed access to the query; every method answers undefined for a parameter that is absent or empty. */
function reader(query: URLSearchParams) {
  const text = (name: string): string | undefined => query.get(name) || undefined
  const number = (name: string, min: number, max: number): number | undefined => {
    const written = text(name)
    if (written === undefined) return undefined
    const value = Number(written)
    if (!(value >= min && value <= max)) throw invalid(name, `a number from ${min} to ${max}`)
    return value
  }
  const list = <T extends string>(name: string, allowed: readonly T[]): T[] =>
    (text(name)?.split(',') ?? []).map((item) => {
      const found = allowed.find((value) => value === item)
      if (found === undefined) throw invalid(name, `one of ${allowed.join(', ')}`)
      return found
    })
  const color = (name: string, written = text(name)): Color | undefined =>
    written === undefined ? undefined : parseColor(name, written)
  return {
    number,
    list,
    color,
    oneOf: <T extends string>(name: string, allowed: readonly T[]): T | undefined => {
      if (text(name)?.includes(',')) throw invalid(name, `one of ${allowed.join(', ')}`)
      return list(name, allowed)[0]
    },
    rect: (name: string): Transform['rect'] => {
      const written = text(name)
      if (written === undefined) return undefined
      const [left, top, width, height, ...more] = written.split(',').map(Number)
      const valid = [left, top, width, height].every((value) => Number.isInteger(value) && Number(value) >= 0)
      if (!valid || more.length > 0 || !width || !height) throw invalid(name, 'left,top,width,height in whole pixels')
      return {left: left ?? 0, top: top ?? 0, width, height}
    },
    border: (name: string): Transform['border'] => {
      const written = text(name)
      if (written === undefined) return undefined
      const [width = '', hex = ''] = written.split(',')
      if (!(Number(width) >= 0 && Number(width) <= 1000)) throw invalid(name, 'width,color')
      return {width: Math.round(Number(width)), color: parseColor(name, hex)}
    },
  }
}

/** RGB, ARGB, RRGGBB or AARRGGBB in hexadecimal digits. */
function parseColor(name: string, written: string): Color {
  const hex = written.replace(/^#/, '')
  if (!/^(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i.test(hex)) throw invalid(name, 'a hexadecimal colour')
  const long = hex.length < 6 ? hex.replace(/./g, '$&$&') : hex
  const [alpha, rgb] = long.length === 8 ? [long.slice(0, 2), long.slice(2)] : ['ff', long]
  const channel = (at: number): number => Number.parseInt(rgb.slice(at, at + 2), 16)
  return {r: channel(0), g: channel(2), b: channel(4), alpha: Number.parseInt(alpha, 16) / 255}
}
