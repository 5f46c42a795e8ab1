import {createImageUrlBuilder} from '@sanity/image-url'
import type {ImageValue, Maybe} from '../content.ts'

interface ImageUrls {
  src: string
  srcSet: string
  width: number
  height: number
}

interface ImageRequest {
  /** The width on the page, in CSS pixels; larger originals are scaled down, smaller ones stay. */
  width: number
  /** Height divided by width to crop to, around the hotspot. Absent: the picture's own shape. */
  ratio?: number
}

export interface Assets {
  /** The image in the sizes that a page needs; undefined without an asset or with a reference that is no image. */
  image(value: Maybe<ImageValue>, request: ImageRequest): ImageUrls | undefined
  /** The address of an uploaded file, or of an image as it was uploaded. */
  file(reference: Maybe<string>): string | undefined
  /** The origin of images and files; empty when it is the page's own. */
  readonly origin: string
}

interface AssetSource {
  projectId: string
  dataset: string
  /** `https://cdn.sanity.io`, `http://localhost:3333`, or empty for addresses on the page's own origin. */
  origin: string
}

const imageReference = /^image-[^-]+-(\d+)x(\d+)-[a-z0-9]+$/i
const storedReference = /^(file|image)-(.+)-([a-z0-9]+)$/i
const widths = [320, 480, 640, 960, 1280, 1600, 2400]

/** Addresses of images and files of one dataset, hosted or local, always with hotspot and crop respected. */
export function createAssets({projectId, dataset, origin}: AssetSource): Assets {
  const builder = createImageUrlBuilder({projectId, dataset, baseUrl: origin || '/'})
  return {
    origin,
    image(value, {width, ratio}) {
      const reference = value?.asset?._ref
      const size = reference && imageReference.exec(reference)
      if (!value || !size) return undefined
      const source = {asset: {_ref: reference}, ...complete(value)}
      const shown = croppedSize(value, Number(size[1]), Number(size[2]))
      const height = ratio ?? shown.height / shown.width
      const largest = Math.max(1, Math.min(Math.round(shown.width), width * 2))
      const url = (pixels: number) => {
        const sized = builder.image(source).width(pixels).auto('format')
        return (ratio ? sized.height(Math.round(pixels * ratio)).fit('crop') : sized.fit('max')).url()
      }
      const displayed = Math.min(width, largest)
      const between = widths.filter((step) => step > displayed / 3 && step < largest)
      const steps = [...new Set([...between, displayed, largest])].sort((a, b) => a - b)
      return {
        src: url(displayed),
        srcSet: steps.map((step) => `${url(step)} ${step}w`).join(', '),
        width: displayed,
        height: Math.round(displayed * height),
      }
    },
    file(reference) {
      const [, kind, name, extension] = (reference && storedReference.exec(reference)) || []
      return kind && `${origin}/${kind.toLowerCase()}s/${projectId}/${dataset}/${name}.${extension}`
    },
  }
}

function complete({hotspot, crop}: ImageValue) {
  return {
    ...(hotspot && {
      hotspot: {x: hotspot.x ?? 0.5, y: hotspot.y ?? 0.5, width: hotspot.width ?? 1, height: hotspot.height ?? 1},
    }),
    ...(crop && {crop: {top: crop.top ?? 0, bottom: crop.bottom ?? 0, left: crop.left ?? 0, right: crop.right ?? 0}}),
  }
}

function croppedSize({crop}: ImageValue, width: number, height: number) {
  return {
    width: width * (1 - (crop?.left ?? 0) - (crop?.right ?? 0)),
    height: height * (1 - (crop?.top ?? 0) - (crop?.bottom ?? 0)),
  }
}
