import {lstatSync} from 'node:fs'
import {join} from 'node:path'
import {WriteError} from './writeError.ts'

/**
 * Refuses to write where a symbolic link stands for a page or a folder above it: the link would be replaced, or what it
 * leads to be written over. The site's own folders (`content`) may be links.
 * @param path Relative to the site's folder.
 * @throws WriteError
 */
export function refuseLinks(folder: string, path: string): void {
  const names = path.split('/')
  for (let depth = 2; depth <= names.length; depth++) {
    const place = names.slice(0, depth).join('/')
    if (lstatSync(join(folder, place), {throwIfNoEntry: false})?.isSymbolicLink() === true)
      throw new WriteError(`${place} is a symbolic link: give the page another slug, or put the files in its place`)
  }
}
