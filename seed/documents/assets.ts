import type {PageFile} from '../bundle/findPages.ts'

/** A file that must be uploaded before the document that refers to it under a placeholder. */
export interface AssetRequest {
  /** Placeholder in the document: `lectern-file:` and the path. */
  _ref: string
  /** Relative to the site folder. */
  path: string
}

/** Path of a bundle's file by the name a page uses for it; names are compared decoded and in NFC. */
export function bundleFile(file: PageFile, name: string): string | undefined {
  if (file.bundle === undefined || name === '' || /^([a-z][a-z0-9+.-]*:|\/|#|\?)/i.test(name)) return undefined
  const plain = decodeName(name.replace(/^\.\//, '').replace(/[?#].*$/, '')).normalize('NFC')
  const found = file.resources.find((path) => path.normalize('NFC') === plain)
  return found === undefined ? undefined : `${file.bundle}/${found}`
}

const PICTURE = /\.(jpe?g|png|gif|webp|avif|svg|bmp|tiff?)$/i

/** Whether a file is a picture, by its name. */
export function isPicture(name: string): boolean {
  return PICTURE.test(name)
}

/**
 * Where a picture that is no file of the bundle may be: in the theme's media folder, else a static file at its address
 * (`render-image.html`, `shortcodes/figure.html`). Paths relative to the site folder.
 */
export function sitePictures(name: string): string[] {
  if (/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(name)) return []
  const plain = decodeName(name.replace(/^\.?\//, '').replace(/[?#].*$/, ''))
  if (!isPicture(plain) || plain.split('/').includes('..')) return []
  return [`assets/media/${plain}`, ...(name.startsWith('/') ? [`static/${plain}`] : [])]
}

/** A name without percent encoding; one that is not well encoded stays as it is. */
export function decodeName(name: string): string {
  return /%[0-9a-f]{2}/i.test(name) && !/%(?![0-9a-f]{2})/i.test(name) ? decodeOrKeep(name) : name
}

function decodeOrKeep(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch (error) {
    if (error instanceof URIError) return name
    throw error
  }
}

/** Replaces placeholders of files by the ids of their assets, anywhere in a value. */
export function placeAssets<T>(value: T, ids: ReadonlyMap<string, string>): T {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only the text of `_ref` members changes
  return replaceRefs(value, ids) as T
}

function replaceRefs(value: unknown, ids: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((item) => replaceRefs(item, ids))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      name === '_ref' && typeof member === 'string' ? (ids.get(member) ?? member) : replaceRefs(member, ids),
    ]),
  )
}
