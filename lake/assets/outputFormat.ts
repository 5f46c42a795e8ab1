import type {OutputFormat, Transform} from './parseTransform.ts'

export interface ImageType {
  format: OutputFormat | 'gif'
  mimeType: string
}

const types = {
  jpg: {format: 'jpg', mimeType: 'image/jpeg'},
  pjpg: {format: 'pjpg', mimeType: 'image/jpeg'},
  png: {format: 'png', mimeType: 'image/png'},
  webp: {format: 'webp', mimeType: 'image/webp'},
  avif: {format: 'avif', mimeType: 'image/avif'},
  gif: {format: 'gif', mimeType: 'image/gif'},
} satisfies Record<string, ImageType>

/** What a source becomes when nothing else is asked for: itself, or the nearest type that every browser shows. */
const ofSource: Record<string, ImageType> = {
  jpg: types.jpg,
  png: types.png,
  webp: types.webp,
  gif: types.gif,
  avif: types.avif,
  tif: types.jpg,
  svg: types.png,
}

/**
 * The type of the answer: `fm`, else what `auto=format` finds in the Accept header, else the source's own.
 * WebP and not AVIF for `auto`: encoding AVIF takes twenty times as long.
 */
export function outputFormat(transform: Transform, extension: string, accept: string | null): ImageType {
  if (transform.format !== undefined) return types[transform.format]
  if (transform.autoFormat && accept?.includes('image/webp')) return types.webp
  return ofSource[extension] ?? types.jpg
}

/** The name under which a source of that extension is saved as that type: a browser takes it as it is, and WebP in a `.png` is opened by few. */
export function savedAs(filename: string, source: string, {format}: ImageType): string {
  const extension = format === 'pjpg' ? 'jpg' : format
  return extension === source ? filename : `${filename.replace(/\.[^.]*$/, '')}.${extension}`
}
