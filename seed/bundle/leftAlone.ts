import type {Notice} from '../notices.ts'
import {isOutside} from './contentMounts.ts'

/**
 * What of a site is not read: folders outside of it, and symbolic links. Of the site's data only authors would be:
 * `data/ko` may lead to some.
 * @param sources Folders of content that the configuration names.
 * @param links Symbolic links, relative to the site folder.
 */
export function leftAlone(sources: readonly string[], links: readonly string[]): Notice[] {
  const told = links.filter(
    (path) => !path.startsWith('data/') || /^data\/([a-z-]+|([a-z-]+\/)?authors\/.+)$/i.test(path),
  )
  return [...sources.filter(isOutside).map(notInSite), ...told.sort().map(notFollowed)]
}

function notInSite(source: string): Notice {
  const message = `The configuration takes content from "${source}", outside of the site's folder: it was left alone.`
  return {kind: 'skippedFile', path: 'config', message, value: source}
}

function notFollowed(path: string): Notice {
  const message =
    'It is a symbolic link, which Hugo has not followed since 0.123, and was left alone: put the files in its place.'
  return {kind: 'skippedFile', path, message}
}
