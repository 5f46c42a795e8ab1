import {foreignLink, mountRoots} from '../bundle/foreignLink.ts'
import type {Site} from '../bundle/readSite.ts'
import {WriteError} from './writeError.ts'

/**
 * Refuses to write where a symbolic link stands for a file or a folder above it: the link would be replaced, or what it
 * leads to be written over. What Hugo mounts (`content`) may be a link.
 * @param path Relative to the site's folder.
 * @throws WriteError
 */
export function refuseLinks({folder, config}: Pick<Site, 'folder' | 'config'>, path: string): void {
  const link = foreignLink(
    folder,
    path,
    mountRoots(config).filter((root) => root !== path),
  )
  if (link !== undefined)
    throw new WriteError(`${link} is a symbolic link: give the page another slug, or put the files in its place`)
}
