import {type PageFile, folderOf} from '../bundle/findPages.ts'
import {WriteError} from './writeError.ts'

/** The page file with the files that belong to its bundle though the folder may not have them. */
export function withFiles(file: PageFile, paths: readonly string[]): PageFile {
  const {bundle} = file
  if (bundle === undefined || paths.length === 0) return file
  const own = paths.filter((path) => path.startsWith(`${bundle}/`)).map((path) => path.slice(bundle.length + 1))
  return {...file, resources: [...new Set([...file.resources, ...own])].sort()}
}

/**
 * A page that is a single file has no room for files of its own: `x.md` becomes `x/index.md`, at the same address.
 * @throws WriteError for a file that the configuration names: it cannot be anywhere else.
 */
export function asBundle(file: PageFile): PageFile {
  if (file.bundle !== undefined || file.section === 'data') return file
  if (file.fixed)
    throw new WriteError(
      `${file.path} is named in the site's configuration (module.mounts), so it cannot become a folder with files: take the picture or file out of it, or mount a folder`,
    )
  const suffix = file.path.slice(folderOf(file.path).length + 1 + file.name.length)
  const bundle = `${folderOf(file.path)}/${file.name}`
  return {...file, path: `${bundle}/index${suffix}`, bundle, resources: []}
}
