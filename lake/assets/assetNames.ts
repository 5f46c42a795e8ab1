/** What the name of an image says about it: the name is made of the content's hash, so it never changes. */
export interface ImageName {
  sha1: string
  width: number
  height: number
  extension: string
}

export interface FileName {
  sha1: string
  extension: string
}

/** Where an asset lives: the `_id` and the `path` of its document. */
export interface AssetLocation {
  id: string
  path: string
}

/** `image-<sha1>-<w>x<h>-<ext>` and `images/<project>/<dataset>/<sha1>-<w>x<h>.<ext>`, as the hosted service names images. */
export function imageLocation(
  {sha1, width, height, extension}: ImageName,
  project: string,
  dataset: string,
): AssetLocation {
  const size = `${sha1}-${width}x${height}`
  return {id: `image-${size}-${extension}`, path: `images/${project}/${dataset}/${size}.${extension}`}
}

/** `file-<sha1>-<ext>` and `files/<project>/<dataset>/<sha1>.<ext>`. */
export function fileLocation({sha1, extension}: FileName, project: string, dataset: string): AssetLocation {
  return {id: `file-${sha1}-${extension}`, path: `files/${project}/${dataset}/${sha1}.${extension}`}
}

/** Reads `<sha1>-<w>x<h>.<ext>`. Anything else, and so every attempt to leave the folder, is undefined. */
export function parseImageName(name: string): ImageName | undefined {
  const match = /^([0-9a-f]{40})-(\d{1,6})x(\d{1,6})\.([a-z0-9]{1,10})$/.exec(name)
  if (match === null) return undefined
  const [, sha1 = '', width = '', height = '', extension = ''] = match
  return {sha1, width: Number(width), height: Number(height), extension}
}

/** Reads `<sha1>.<ext>`, as `parseImageName`. */
export function parseFileName(name: string): FileName | undefined {
  const match = /^([0-9a-f]{40})\.([a-z0-9]{1,10})$/.exec(name)
  if (match === null) return undefined
  const [, sha1 = '', extension = ''] = match
  return {sha1, extension}
}

/** The extension of an uploaded file: from its name, else from its type, else `bin`; only ever letters and digits. */
export function extensionOf(filename: string | undefined, fromType: string | null): string {
  const written = /\.([A-Za-z0-9]{1,10})$/.exec(filename ?? '')?.[1]?.toLowerCase()
  return written ?? fromType ?? 'bin'
}
